#include "providers/qgis/binary.hpp"
#include "providers/qgis/decode.hpp"
#include "providers/qgis/expression.hpp"
#include "providers/qgis/provider.hpp"
#include "providers/qgis/subset.hpp"
#include "providers/qgis/text.hpp"

#include <qgsexpression.h>

namespace cortege::qgis {
namespace {

bool can_order(const Column &column) {
  return column.kind != Kind::json && column.kind != Kind::jsonb && column.kind != Kind::bytea;
}

bool is_numeric(const Column &column) {
  return column.metatype() == QMetaType::Type::Int || column.metatype() == QMetaType::Type::LongLong
         || column.metatype() == QMetaType::Type::Double;
}

std::string aggregate_sql(Qgis::Aggregate aggregate, const std::string &value) {
  switch (aggregate) {
  case Qgis::Aggregate::Count:
    return "count(" + value + ")";
  case Qgis::Aggregate::CountDistinct:
    return "count(DISTINCT " + value + ")";
  case Qgis::Aggregate::CountMissing:
    return "count(*) - count(" + value + ")";
  case Qgis::Aggregate::Min:
    return "min(" + value + ")";
  case Qgis::Aggregate::Max:
    return "max(" + value + ")";
  case Qgis::Aggregate::Sum:
    return "sum(" + value + ")";
  case Qgis::Aggregate::Mean:
    return "avg(" + value + ")";
  case Qgis::Aggregate::StDev:
    return "stddev_pop(" + value + ")";
  case Qgis::Aggregate::StDevSample:
    return "stddev_samp(" + value + ")";
  default:
    return {};
  }
}

std::string both(const std::string &first, const std::string &second) {
  return first.empty() || second.empty() ? first + second : first + " AND " + second;
}

} // namespace

std::string Provider::from_where(Bindings &values, const std::string &further) const {
  const std::string condition = both(source()->condition(values), further);
  return " FROM " + relation_->from + (condition.empty() ? "" : " WHERE " + condition);
}

QVariant Provider::extreme(int field, const char *function) const {
  if (!is_column(field) || !can_order(relation_->columns[field])
      || relation_->columns[field].kind == Kind::array)
    return {};
  const Column &column = relation_->columns[field];
  QVariant value = null_of(column);
  with_connection([&](pg::Connection &connection) {
    Bindings values;
    const std::string rest = from_where(values, column.sql() + " IS NOT NULL");
    // By order, not max(): uuid, booleans and enumerations have no max.
    const std::string order = std::string(" ORDER BY ") + column.sql()
                              + (std::string_view(function) == "min" ? " ASC" : " DESC") + " LIMIT 1";
    const auto row = connection.exec("SELECT " + column.selection() + rest + order, values.parameters(),
                                     pg::Format::binary);
    if (!row.empty() && !row.null(0, 0))
      value = decode(column, row.bytes(0, 0));
  });
  return value;
}

QVariant Provider::minimumValue(int field) const {
  return extreme(field, "min");
}
QVariant Provider::maximumValue(int field) const {
  return extreme(field, "max");
}

QSet<QVariant> Provider::uniqueValues(int field, int limit) const {
  QSet<QVariant> found;
  if (!is_column(field) || relation_->columns[field].kind == Kind::json)
    return found;
  const Column &column = relation_->columns[field];
  with_connection([&](pg::Connection &connection) {
    Bindings values;
    const std::string rest = from_where(values);
    const auto rows = connection.exec("SELECT DISTINCT " + column.selection() + rest + " ORDER BY 1"
                                          + (limit >= 0 ? " LIMIT " + std::to_string(limit) : ""),
                                      values.parameters(), pg::Format::binary);
    for (int row = 0; row < rows.rows(); ++row)
      found << (rows.null(row, 0) ? null_of(column) : decode(column, rows.bytes(row, 0)));
  });
  return found;
}

QStringList Provider::uniqueStringsMatching(int field, const QString &text, int limit, QgsFeedback *) const {
  QStringList found;
  if (!is_column(field))
    return found;
  const Column &column = relation_->columns[field];
  with_connection([&](pg::Connection &connection) {
    Bindings values;
    const std::string matching =
        "strpos(lower(" + column.sql() + "::text), lower(" + values.text(text) + ")) > 0";
    const std::string rest = from_where(values, matching);
    const auto rows = connection.exec("SELECT DISTINCT " + column.sql() + "::text" + rest + " ORDER BY 1"
                                          + (limit >= 0 ? " LIMIT " + std::to_string(limit) : ""),
                                      values.parameters());
    for (int row = 0; row < rows.rows(); ++row)
      found << from_utf8(rows.bytes(row, 0));
  });
  return found;
}

QVariant Provider::aggregate(Qgis::Aggregate aggregate, int field,
                             const QgsAggregateCalculator::AggregateParameters &parameters,
                             QgsExpressionContext *context, bool &ok, QgsFeatureIds *ids) const {
  ok = false;
  const std::string function = is_column(field) && is_numeric(relation_->columns[field])
                                   ? aggregate_sql(aggregate, relation_->columns[field].sql() + "::float8")
                                   : std::string();
  if (function.empty() || ids != nullptr || !valid_)
    return {};
  Bindings values;
  std::string filter;
  if (!parameters.filter.isEmpty()) {
    QgsExpression expression(parameters.filter);
    QgsExpressionContext own = context != nullptr ? *context : QgsExpressionContext();
    own.setFields(relation_->fields);
    if (!expression.prepare(&own))
      return {};
    const Compiled compiled = compile_filter(expression, *relation_, values);
    if (compiled.pushed != Pushed::all)
      return {};
    filter = compiled.sql;
  }
  const std::string where = both(source()->condition(values), filter);
  QVariant result;
  try {
    const auto session = take_session(access());
    const auto row = session->exec("SELECT (" + function + ")::float8 FROM " + relation_->from
                                       + (where.empty() ? "" : " WHERE " + where),
                                   values.parameters());
    ok = !row.null(0, 0);
    if (ok)
      result = row.get<double>(0, 0);
  } catch (const pg::Error &) {
    ok = false; // QGIS computes it itself and shows the error if reading fails as well
  }
  return result;
}

} // namespace cortege::qgis
