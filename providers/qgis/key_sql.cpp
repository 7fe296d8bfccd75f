#include "providers/qgis/key_sql.hpp"

#include "providers/qgis/binary.hpp"

#include <QStringList>

namespace cortege::qgis {
namespace {

constexpr const char *rank = "\"cortege rang\"";

QString array_of(const QgsFeatureIds &ids, QString (*element)(QgsFeatureId)) {
  QStringList elements;
  elements.reserve(ids.size());
  for (const QgsFeatureId id : ids)
    elements << element(id);
  return '{' + elements.join(',') + '}';
}

// A row's place is 32 bits of block and 16 of offset.
QString place(QgsFeatureId id) {
  return QStringLiteral("\"(%1,%2)\"").arg(id >> 16).arg(id & 0xffff);
}

} // namespace

std::string KeySql::from() const {
  if (relation_.key.kind != KeyKind::row_number)
    return relation_.from;
  return std::string("(SELECT row_number() OVER (ORDER BY t::text) AS ") + rank + ", t.* FROM "
         + (relation_.query.isEmpty() ? relation_.from : "(" + relation_.query.toStdString() + ")")
         + " AS t) AS \"cortege source\"";
}

std::string KeySql::selection() const {
  switch (relation_.key.kind) {
  case KeyKind::integer:
    return integer_column().sql();
  case KeyKind::ctid:
    return "ctid";
  case KeyKind::row_number:
    return rank;
  case KeyKind::columns:
    break;
  }
  std::string list;
  for (const int column : relation_.key.columns)
    list += (list.empty() ? "" : ", ") + relation_.columns[column].sql() + "::text";
  return list;
}

int KeySql::width() const {
  return relation_.key.kind == KeyKind::columns ? relation_.key.columns.size() : 1;
}

QgsFeatureId KeySql::id(const pg::Row &row, int first) const {
  const char *data = row.bytes(first).data();
  switch (relation_.key.kind) {
  case KeyKind::ctid:
    return (static_cast<QgsFeatureId>(network<std::uint32_t>(data)) << 16) | network<std::uint16_t>(data + 4);
  case KeyKind::row_number:
    return network<std::int64_t>(data);
  case KeyKind::integer:
    switch (integer_column().kind) {
    case Kind::int2:
      return id_of_integer(network<std::int16_t>(data));
    case Kind::int4:
      return id_of_integer(network<std::int32_t>(data));
    default:
      return id_of_integer(network<std::int64_t>(data));
    }
  case KeyKind::columns:
    break;
  }
  FeatureIds::KeyValues values;
  for (int i = 0; i < width(); ++i)
    values.emplace_back(row.bytes(first + i));
  last_id_ = ids_.id(FeatureIds::pack(values), last_id_ + 1);
  return last_id_;
}

std::string KeySql::integer_condition(const QgsFeatureIds &ids, Bindings &values) const {
  if (ids.size() == 1)
    return integer_column().sql() + " = "
           + values.text(QString::number(integer_of_id(*ids.begin())), "bigint");
  return integer_column().sql() + " = ANY ("
         + values.text(array_of(ids, [](QgsFeatureId id) { return QString::number(integer_of_id(id)); }),
                       "bigint[]")
         + ")";
}

std::string KeySql::ctid_condition(const QgsFeatureIds &ids, Bindings &values) const {
  return "ctid = ANY (" + values.text(array_of(ids, place), "tid[]") + ")";
}

std::string KeySql::columns_condition(const QgsFeatureIds &ids, Bindings &values) const {
  std::string alternatives;
  for (const QgsFeatureId id : ids) {
    const auto key = ids_.values(id);
    if (!key)
      continue;
    std::string row;
    for (int i = 0; i < width(); ++i) {
      const Column &column = relation_.columns[relation_.key.columns[i]];
      row +=
          (row.empty() ? "" : " AND ") + column.sql() + " = "
          + values.text(QString::fromStdString((*key)[static_cast<std::size_t>(i)]), column.type_sql.c_str());
    }
    alternatives += (alternatives.empty() ? "(" : " OR (") + row + ")";
  }
  return alternatives.empty() ? "false" : "(" + alternatives + ")";
}

std::string KeySql::condition(const QgsFeatureIds &ids, Bindings &values) const {
  if (ids.isEmpty())
    return "false";
  switch (relation_.key.kind) {
  case KeyKind::integer:
    return integer_condition(ids, values);
  case KeyKind::columns:
    return columns_condition(ids, values);
  case KeyKind::ctid:
    return ctid_condition(ids, values);
  case KeyKind::row_number:
    break;
  }
  return std::string(rank) + " = ANY ("
         + values.text(array_of(ids, [](QgsFeatureId id) { return QString::number(id); }), "bigint[]") + ")";
}

std::string KeySql::condition(QgsFeatureId id, Bindings &values) const {
  return condition(QgsFeatureIds{id}, values);
}

std::string KeySql::order() const {
  return selection();
}

} // namespace cortege::qgis
