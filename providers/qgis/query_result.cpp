#include "providers/qgis/query_result.hpp"

#include "providers/pg/result.hpp"
#include "providers/qgis/column.hpp"
#include "providers/qgis/text.hpp"

namespace cortege::qgis {
namespace {

using QueryResult = QgsAbstractDatabaseProviderConnection::QueryResult;

QVariant value_of(const pg::Result &result, int row, int column) {
  if (result.null(row, column))
    return {};
  const QString text = from_utf8(result.bytes(row, column));
  switch (kind_of(result.type(column))) {
  case Kind::boolean:
    return text == QLatin1String("t");
  case Kind::int2:
  case Kind::int4:
    return text.toInt();
  case Kind::int8:
    return text.toLongLong();
  case Kind::float4:
  case Kind::float8:
  case Kind::numeric:
    return text.toDouble();
  default:
    return text;
  }
}

class Rows : public QueryResult::QueryResultIterator {
public:
  explicit Rows(QList<QVariantList> rows) : rows_(std::move(rows)) {}

private:
  QVariantList nextRowPrivate() override { return hasNextRowPrivate() ? rows_.at(next_++) : QVariantList(); }
  bool hasNextRowPrivate() const override { return next_ < rows_.size(); }
  long long rowCountPrivate() const override { return rows_.size(); }

  QList<QVariantList> rows_;
  int next_ = 0;
};

} // namespace

QueryResult query_result(const pg::Result &result) {
  QList<QVariantList> rows;
  for (int row = 0; row < result.rows(); ++row) {
    QVariantList values;
    for (int column = 0; column < result.columns(); ++column)
      values << value_of(result, row, column);
    rows << values;
  }
  QueryResult answer(std::make_shared<Rows>(std::move(rows)));
  for (int column = 0; column < result.columns(); ++column)
    answer.appendColumn(from_utf8(result.name(column)));
  return answer;
}

} // namespace cortege::qgis
