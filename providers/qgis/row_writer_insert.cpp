#include "providers/pg/transaction.hpp"
#include "providers/qgis/edit_messages.hpp"
#include "providers/qgis/encode.hpp"
#include "providers/qgis/row_writer.hpp"

#include <qgsunsetattributevalue.h>
#include <qgsvariantutils.h>

namespace cortege::qgis {

bool RowWriter::uses_default(const Column &column, const QVariant &value) const {
  if (!column.may_insert || column.generated || column.identity_always || !value.isValid()
      || value.userType() == qMetaTypeId<QgsUnsetAttributeValue>())
    return true;
  const bool has_default = column.identity || !column.default_sql.isEmpty();
  if (!has_default)
    return false;
  if (QgsVariantUtils::isNull(value))
    return column.not_null;
  return value.userType() == QMetaType::Type::QString
         && (value.toString() == column.default_sql || value.toString() == autogenerate());
}

QList<int> RowWriter::written_fields(const QgsFeature &feature) const {
  QList<int> fields;
  const QgsAttributes attributes = feature.attributes();
  for (int i = 0; i < relation_->columns.size() && i < attributes.size(); ++i)
    if (!uses_default(relation_->columns[i], attributes.at(i)))
      fields << i;
  return fields;
}

std::string RowWriter::returning_key() const {
  if (!relation_->keyed())
    return {};
  std::string list;
  for (const int column : relation_->key.columns)
    list += relation_->columns[column].sql() + "::text, ";
  return " RETURNING " + list + returned_version();
}

RowWriter::Prepared RowWriter::insertion(const QgsFeature &feature, bool returning) const {
  Prepared prepared;
  std::string columns, values;
  const auto add = [&](const std::string &column, const std::string &value) {
    columns += (columns.empty() ? "" : ", ") + column;
    values += (values.empty() ? "" : ", ") + value;
  };
  for (const int field : written_fields(feature)) {
    const Column &column = relation_->columns[field];
    add(column.sql(), prepared.values.untyped(encode(column, feature.attribute(field))));
  }
  if (relation_->has_geometry() && feature.hasGeometry())
    add(relation_->geometry.sql(), geometry_value(feature.geometry(), prepared.values));
  prepared.sql = "INSERT INTO " + relation_->from
                 + (columns.empty() ? " DEFAULT VALUES" : " (" + columns + ") VALUES (" + values + ")");
  if (returning)
    prepared.sql += returning_key();
  prepared.name = name_of(*relation_, feature);
  return prepared;
}

void RowWriter::read_back(const pg::Result &result, int row, QgsFeature &feature) {
  if (result.columns() == 0)
    return;
  FeatureIds::KeyValues key;
  for (int i = 0; i < relation_->key.columns.size(); ++i) {
    key.emplace_back(result.bytes(row, i));
    const int field = relation_->key.columns[i];
    const QVariant text = QString::fromStdString(key.back());
    QVariant value = text;
    const auto type = relation_->columns[field].metatype();
    if (type == QMetaType::Type::Int || type == QMetaType::Type::LongLong)
      value = type == QMetaType::Type::Int ? QVariant(text.toInt()) : QVariant(text.toLongLong());
    if (field < feature.attributes().size() && type != QMetaType::Type::QDateTime)
      feature.setAttribute(field, value);
  }
  feature.setId(relation_->key.kind == KeyKind::integer
                    ? id_of_integer(QString::fromStdString(key.front()).toLongLong())
                    : state_->ids.id(FeatureIds::pack(key)));
  saved_.push_back({feature.id(), result.get<std::optional<long long>>(row, relation_->key.columns.size())});
}

void RowWriter::insert_all(QgsFeatureList &features, bool returning) {
  if (!insert_together(features, returning))
    insert_one_by_one(features, returning);
}

void RowWriter::insert_one_by_one(QgsFeatureList &features, bool returning) {
  std::vector<Prepared> statements;
  statements.reserve(static_cast<std::size_t>(features.size()));
  for (const QgsFeature &feature : std::as_const(features))
    statements.push_back(insertion(feature, returning));
  run(statements, [&](std::size_t index, const pg::Result &result) {
    if (result.affected() != 1)
      throw pg::Error(not_inserted(statements[index].name));
    read_back(result, 0, features[static_cast<int>(index)]);
  });
}

// RETURNING needs the right to read the row back. Where a policy may withhold it, a refusal is tried again
// without.
void RowWriter::insert(QgsFeatureList &features) {
  if (!relation_->row_security) {
    insert_all(features, true);
    return;
  }
  try {
    pg::Savepoint savepoint(connection_, "cortege_insert");
    insert_all(features, true);
    savepoint.release();
  } catch (const pg::Error &error) {
    if (!error.denied())
      throw;
    saved_.clear();
    insert_all(features, false);
  }
}

} // namespace cortege::qgis
