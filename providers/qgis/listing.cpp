#include "providers/qgis/listing.hpp"

#include "providers/qgis/catalogue_geometry.hpp"
#include "providers/qgis/text.hpp"

namespace cortege::qgis {
namespace {

using Connection = QgsAbstractDatabaseProviderConnection;

// An estimate speaks of all rows, seen or not: none where policies apply.
constexpr const char *tables_sql = R"(
SELECT n.nspname, c.relname, c.relkind, obj_description(c.oid, 'pg_class') AS comment, g.attname AS geometry,
  t.typname, g.atttypmod, CASE WHEN row_security_active(c.oid) OR c.relkind IN ('v', 'f') THEN -1 ELSE c.reltuples END AS estimate,
  array_to_string(ARRAY(SELECT a.attname FROM pg_index i, unnest(i.indkey) k
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k
    WHERE i.indrelid = c.oid AND i.indisprimary), E'\x1f') AS key,
  (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname IN ('cle', 'id') AND NOT a.attisdropped
    ORDER BY a.attname LIMIT 1) AS likely_key
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN (pg_attribute g JOIN pg_type t ON t.oid = g.atttypid AND t.typname IN ('geometry', 'geography'))
  ON g.attrelid = c.oid AND g.attnum > 0 AND NOT g.attisdropped
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND ($1 = '' OR n.nspname = $1) AND has_schema_privilege(n.oid, 'USAGE')
  AND (has_table_privilege(c.oid, 'SELECT') OR has_any_column_privilege(c.oid, 'SELECT'))
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY 1, 2, g.attnum)";

Connection::TableFlag kind_flag(const QString &kind) {
  if (kind == QLatin1String("v"))
    return Connection::TableFlag::View;
  if (kind == QLatin1String("m"))
    return Connection::TableFlag::MaterializedView;
  return kind == QLatin1String("f") ? Connection::TableFlag::Foreign : Connection::TableFlag::Vector;
}

void add_geometry(Connection::TableProperty &table, const pg::Result::Row &row) {
  if (row.null("geometry")) {
    table.setFlag(Connection::TableFlag::Aspatial);
    table.addGeometryColumnType(Qgis::WkbType::NoGeometry, {});
    return;
  }
  GeometryColumn column = geometry_column(from_utf8(row.get<std::string_view>("geometry")),
                                          row.get<std::string>("typname"), row.get<int>("atttypmod"));
  settle_platform_view(table.schema(), table.tableName(), column);
  table.setFlag(Connection::TableFlag::Vector);
  table.setGeometryColumn(column.name);
  table.setGeometryColumnCount(1);
  table.addGeometryColumnType(column.type, QgsCoordinateReferenceSystem::fromEpsgId(column.srid));
}

} // namespace

QStringList list_schemas(pg::Connection &connection) {
  QStringList schemas;
  const auto rows = connection.exec(
      "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' "
      "AND has_schema_privilege(oid, 'USAGE') ORDER BY 1");
  for (const auto row : rows)
    schemas << from_utf8(row.get<std::string_view>(0));
  return schemas;
}

QList<Connection::TableProperty> list_tables(pg::Connection &connection, const QString &schema) {
  QList<Connection::TableProperty> tables;
  const auto rows = connection.exec(tables_sql, schema.toStdString());
  for (const auto row : rows) {
    Connection::TableProperty table;
    const QString kind = from_utf8(row.get<std::string_view>("relkind"));
    table.setSchema(from_utf8(row.get<std::string_view>("nspname")));
    table.setTableName(from_utf8(row.get<std::string_view>("relname")));
    table.setComment(from_utf8(row.get<std::optional<std::string_view>>("comment").value_or("")));
    table.setFlag(kind_flag(kind));
    QStringList key = from_utf8(row.get<std::string_view>("key")).split(QChar(0x1f));
    key.removeAll(QString());
    if (key.isEmpty() && kind == QLatin1String("v") && !row.null("likely_key"))
      key << from_utf8(row.get<std::string_view>("likely_key")); // a view has no key: the house names it so
    table.setPrimaryKeyColumns(key);
    table.setInfo(
        {{QStringLiteral("estimate"), row.get<double>("estimate")}, {QStringLiteral("kind"), kind}});
    add_geometry(table, row);
    tables << table;
  }
  return tables;
}

} // namespace cortege::qgis
