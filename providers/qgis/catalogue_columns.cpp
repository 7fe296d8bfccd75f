#include "providers/qgis/catalogue_columns.hpp"

#include "providers/qgis/catalogue_geometry.hpp"
#include "providers/qgis/text.hpp"

#include <QJsonArray>
#include <QJsonDocument>

namespace cortege::qgis {
namespace {

// Both sources of columns share this tail: what their types are, domains resolved to their base.
constexpr const char *types_of_columns = R"(
SELECT c.name, b.oid AS base, b.typname, b.typtype, b.typcategory,
  e.oid AS element, quote_ident(n.nspname) || '.' || quote_ident(t.typname) AS type_sql,
  c.not_null OR (t.typtype = 'd' AND t.typnotnull) AS not_null, c.identity, c.generated, c.default_sql, c.comment,
  c.may_insert, c.may_update, CASE WHEN c.mod >= 0 THEN c.mod ELSE t.typtypmod END AS mod, c.num, c.may_select,
  CASE WHEN b.typtype = 'e' THEN (SELECT json_agg(enumlabel ORDER BY enumsortorder)::text FROM pg_enum
    WHERE enumtypid = b.oid) END AS labels
FROM c JOIN pg_type t ON t.oid = c.type JOIN pg_namespace n ON n.oid = t.typnamespace
LEFT JOIN pg_type d ON t.typtype = 'd' AND d.oid = t.typbasetype
JOIN pg_type b ON b.oid = CASE WHEN t.typtype <> 'd' THEN t.oid WHEN d.typtype = 'd' THEN d.typbasetype ELSE d.oid END
LEFT JOIN pg_type e ON b.typcategory = 'A' AND e.oid = b.typelem
ORDER BY c.num)";

constexpr const char *of_table = R"(
WITH c AS (SELECT a.attname AS name, a.attnum AS num, a.atttypid AS type, a.atttypmod AS mod,
  a.attnotnull AS not_null, a.attidentity AS identity, a.attgenerated <> '' AS generated,
  pg_get_expr(d.adbin, d.adrelid) AS default_sql, col_description(a.attrelid, a.attnum) AS comment,
  has_column_privilege(a.attrelid, a.attnum, 'INSERT') AS may_insert,
  has_column_privilege(a.attrelid, a.attnum, 'UPDATE') AS may_update,
  has_column_privilege(a.attrelid, a.attnum, 'SELECT') AS may_select
  FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped))";

constexpr const char *of_query = R"(
WITH c AS (SELECT name, num::int2 AS num, type, mod, false AS not_null, '' AS identity, false AS generated,
  NULL::text AS default_sql, NULL::text AS comment, false AS may_insert, false AS may_update, true AS may_select
  FROM unnest($1::text[], $2::oid[], $3::int[]) WITH ORDINALITY AS u(name, type, mod, num)))";

QStringList labels_of(const pg::Result &rows, int row) {
  QStringList labels;
  const auto json = rows.bytes(row, rows.column("labels"));
  const auto array = QJsonDocument::fromJson(QByteArray(json.data(), static_cast<int>(json.size()))).array();
  for (const auto &label : array)
    labels << label.toString();
  return labels;
}

// typmod of varchar(n) and char(n) is n + 4; of numeric(p, s) it is (p << 16 | s) + 4.
void read_size(Column &column, Oid base, int modifier) {
  if (modifier < 4)
    return;
  if (base == 1043 || base == 1042)
    column.length = modifier - 4;
  if (base == 1700) {
    column.length = ((modifier - 4) >> 16) & 0xffff;
    column.precision = (modifier - 4) & 0x7ff;
  }
}

Column column_of(const pg::Result &rows, int row) {
  const auto text = [&](const char *name) { return from_utf8(rows.bytes(row, rows.column(name))); };
  Column column;
  column.name = text("name");
  column.type_name = text("typname");
  column.type_sql = text("type_sql").toStdString();
  const Oid base = rows.get<Oid>(row, "base");
  column.kind = kind_of(base);
  const QString category = text("typcategory"), type = text("typtype");
  if (type == QLatin1String("e")) {
    column.kind = Kind::text;
    column.family = Family::enumeration;
  } else if (type == QLatin1String("r") || type == QLatin1String("m")) {
    column.family = Family::range;
  } else if (text("typname") == QLatin1String("hstore")) {
    column.family = Family::hstore;
  } else if (column.type_name == QLatin1String("geometry")
             || column.type_name == QLatin1String("geography")) {
    column.family = Family::geometry;
  } else if (base == 1042) {
    column.family = Family::character;
    column.type_name = QStringLiteral("character"); // as the standard and the stock provider call it
  } else if (category == QLatin1String("A") && !rows.null(row, "element")) {
    column.kind = Kind::array;
    column.element = kind_of(rows.get<Oid>(row, "element"));
  }
  read_size(column, base, rows.get<int>(row, "mod"));
  column.not_null = rows.get<bool>(row, "not_null");
  column.identity = !text("identity").isEmpty();
  column.identity_always = text("identity") == QLatin1String("a");
  column.generated = rows.get<bool>(row, "generated");
  column.may_insert = rows.get<bool>(row, "may_insert");
  column.may_update = rows.get<bool>(row, "may_update");
  column.default_sql = text("default_sql");
  column.comment = text("comment");
  column.enum_values = labels_of(rows, row);
  return column;
}

} // namespace

std::string table_columns_sql() {
  return std::string(of_table) + types_of_columns;
}

void read_columns(Relation &relation, const pg::Result &rows, const QString &geometry) {
  for (int row = 0; row < rows.rows(); ++row) {
    if (!rows.get<bool>(row, "may_select"))
      continue;
    const QString name = from_utf8(rows.get<std::string_view>(row, "name"));
    if (name == geometry)
      relation.geometry =
          geometry_column(name, rows.get<std::string>(row, "typname"), rows.get<int>(row, "mod"));
    else
      relation.columns.push_back(column_of(rows, row));
  }
  if (!geometry.isEmpty() && !relation.has_geometry())
    throw pg::Error(sentence("The table has no geometry column %1. Correct the layer's source.")
                        .arg(geometry)
                        .toStdString());
}

void describe_query(Relation &relation, pg::Connection &connection, const QString &geometry) {
  const auto shape = connection.exec("SELECT * FROM " + relation.from + " LIMIT 0", pg::Parameters());
  QJsonArray names;
  std::string types, modifiers;
  for (int i = 0; i < shape.columns(); ++i) {
    names << from_utf8(shape.name(i));
    types += (i > 0 ? "," : "") + std::to_string(shape.type(i));
    modifiers += (i > 0 ? "," : "") + std::to_string(PQfmod(shape.raw(), i));
  }
  // Names as JSON: any character may stand in them.
  const auto list = connection.exec("SELECT array_agg(v)::text FROM json_array_elements_text($1::json) v",
                                    QJsonDocument(names).toJson().toStdString());
  read_columns(relation,
               connection.exec(std::string(of_query) + types_of_columns, list.value<std::string>(),
                               "{" + types + "}", "{" + modifiers + "}"),
               geometry);
}

} // namespace cortege::qgis
