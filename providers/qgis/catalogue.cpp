#include "providers/qgis/catalogue.hpp"

#include "providers/pg/quote.hpp"
#include "providers/qgis/catalogue_columns.hpp"
#include "providers/qgis/catalogue_geometry.hpp"
#include "providers/qgis/catalogue_keys.hpp"
#include "providers/qgis/text.hpp"

#include <QRegularExpression>
#include <qgsdatasourceuri.h>

namespace cortege::qgis {
namespace {

// A right counts only where a policy lets some row through: the form must not offer what always fails.
constexpr const char *relation_sql = R"(
SELECT c.oid, n.nspname, c.relname, c.relkind, obj_description(c.oid, 'pg_class') AS comment, c.reltuples,
  row_security_active(c.oid) AS row_security, pg_has_role(c.relowner, 'USAGE') AS owner,
  has_table_privilege(c.oid, 'SELECT') OR has_any_column_privilege(c.oid, 'SELECT') AS may_select,
  has_any_column_privilege(c.oid, 'INSERT') AND u.events & 8 <> 0 AND p.a AS may_insert,
  has_any_column_privilege(c.oid, 'UPDATE') AND u.events & 4 <> 0 AND p.w AS may_update,
  has_table_privilege(c.oid, 'DELETE') AND u.events & 16 <> 0 AND p.d AS may_delete
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace,
LATERAL (SELECT CASE WHEN c.relkind IN ('r', 'p') THEN 28 WHEN c.relkind = 'm' THEN 0
  ELSE pg_relation_is_updatable(c.oid, true) END AS events) u,
LATERAL (SELECT NOT s.active OR 'a' = ANY (s.commands) AS a, NOT s.active OR 'w' = ANY (s.commands) AS w,
    NOT s.active OR 'd' = ANY (s.commands) AS d
  FROM (SELECT row_security_active(c.oid) AS active, ARRAY(
    SELECT letter FROM pg_policy, unnest(CASE polcmd WHEN '*' THEN '{a,w,d}' ELSE ARRAY[polcmd] END) letter
    WHERE polrelid = c.oid AND polpermissive AND (polroles = '{0}'
      OR EXISTS (SELECT FROM unnest(polroles) r WHERE pg_has_role(r, 'USAGE')))) AS commands) s) p
WHERE c.oid = to_regclass($1))";

pg::Error missing(const QgsDataSourceUri &uri) {
  return pg::Error(
      sentence("%1 does not exist, or you may not read it. Ask for access or correct the layer's source.")
          .arg(uri.quotedTablename())
          .toStdString());
}

void read_relation(Relation &relation, const pg::Result &row, const QgsDataSourceUri &uri) {
  if (row.empty() || !row.get<bool>(0, "may_select"))
    throw missing(uri);
  relation.oid = row.get<Oid>(0, "oid");
  relation.schema = from_utf8(row.get<std::string_view>(0, "nspname"));
  relation.name = from_utf8(row.get<std::string_view>(0, "relname"));
  relation.kind = row.get<std::string>(0, "relkind").front();
  relation.comment = from_utf8(row.bytes(0, row.column("comment")));
  relation.estimated_rows = row.get<double>(0, "reltuples");
  relation.row_security = row.get<bool>(0, "row_security");
  relation.may = {true, row.get<bool>(0, "may_insert"), row.get<bool>(0, "may_update"),
                  row.get<bool>(0, "may_delete"), row.get<bool>(0, "owner")};
  relation.from = pg::quote(relation.schema.toStdString(), relation.name.toStdString());
}

// Two people who changed one row are told apart by its version; without such a column by the row's own
// transaction.
void choose_version(Relation &relation) {
  const int column = relation.column_index(QStringLiteral("version"));
  if (column >= 0 && !relation.columns[column].in_key
      && (relation.columns[column].kind == Kind::int4 || relation.columns[column].kind == Kind::int8)) {
    relation.version_by = VersionBy::column;
    relation.version_column = column;
  } else if (relation.kind == 'r' || relation.kind == 'p') {
    relation.version_by = VersionBy::xmin;
  }
}

// The platform's views give each row the range of its table: open or not, which the view cannot tell.
bool is_platform_view(const Relation &relation) {
  return relation.kind == 'v' && relation.schema == QLatin1String("plateforme");
}

void find_period(Relation &relation) {
  static const QRegularExpression generated(QStringLiteral(
      R"rx(^(ts(?:tz)?range)\("?([^",]+)"?, (?:"?([^",()]+)"?|COALESCE\("?([^",]+)"?, "?\2"?\)), '\[\]'::text\)$)rx"));
  const auto keep = [&](int range, const QString &start, const QString &end, const QString &type, bool open) {
    const int from = relation.column_index(start), to = relation.column_index(end);
    if (range >= 0 && from >= 0 && to >= 0)
      relation.period = Relation::Period{range, from, to, type.toStdString(), open};
  };
  if (is_platform_view(relation))
    keep(relation.column_index(QStringLiteral("periode")), QStringLiteral("debut"), QStringLiteral("fin"),
         QStringLiteral("tstzrange"), false);
  for (int i = 0; i < relation.columns.size(); ++i) {
    const auto match =
        generated.match(relation.columns[i].generated ? relation.columns[i].default_sql : QString());
    if (match.hasMatch())
      keep(i, match.captured(2), match.captured(3) + match.captured(4), match.captured(1),
           !match.captured(3).isEmpty());
  }
}

std::shared_ptr<Relation> load_table(pg::Connection &connection, const QgsDataSourceUri &uri) {
  auto relation = std::make_shared<Relation>();
  const std::string name = pg::quote(uri.schema().toStdString(), uri.table().toStdString());
  std::vector<std::pair<std::string, pg::Parameters>> statements;
  for (const std::string &sql : {std::string(relation_sql), table_columns_sql(), std::string(keys_sql())})
    statements.emplace_back(sql, pg::Parameters(name));
  const auto results = connection.planned_pipeline(statements);
  read_relation(*relation, results[0], uri);
  read_columns(*relation, results[1], uri.geometryColumn());
  read_keys(*relation, results[2]);
  return relation;
}

std::shared_ptr<Relation> load_query(pg::Connection &connection, const QgsDataSourceUri &uri,
                                     const QString &query) {
  auto relation = std::make_shared<Relation>();
  relation->kind = 'q';
  relation->query = query;
  relation->may.select = true;
  relation->from = QStringLiteral("(%1\n) AS \"cortege source\"").arg(query).toStdString();
  describe_query(*relation, connection, uri.geometryColumn());
  return relation;
}

} // namespace

QString query_of(const QString &table) {
  const QString text = table.trimmed();
  return text.startsWith('(') && text.endsWith(')') ? text.mid(1, text.size() - 2) : QString();
}

std::shared_ptr<const Relation> load_relation(pg::Connection &connection, const QgsDataSourceUri &uri) {
  if (uri.table().isEmpty())
    throw pg::Error(tr("The data source names no table. Choose one."));
  const QString query = query_of(uri.table());
  const auto relation = query.isEmpty() ? load_table(connection, uri) : load_query(connection, uri, query);
  choose_key(*relation, uri.keyColumn());
  choose_version(*relation);
  find_period(*relation);
  if (relation->kind == 'v')
    settle_platform_view(relation->schema, relation->name, relation->geometry);
  settle_geometry(*relation, connection, uri);
  if (!relation->keyed())
    relation->may.update = relation->may.remove = false;
  for (const Column &column : relation->columns)
    relation->fields.append(column.field(), Qgis::FieldOrigin::Provider, relation->fields.size());
  return relation;
}

} // namespace cortege::qgis
