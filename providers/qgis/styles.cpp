#include "providers/qgis/styles.hpp"

#include "providers/pg/patience.hpp"
#include "providers/pg/transaction.hpp"
#include "providers/qgis/sessions.hpp"
#include "providers/qgis/text.hpp"

#include <qgsdatasourceuri.h>

namespace cortege::qgis {
namespace {

constexpr const char *create_sql = R"(
CREATE TABLE IF NOT EXISTS public.layer_styles (id serial PRIMARY KEY, f_table_catalog varchar, f_table_schema varchar,
  f_table_name varchar, f_geometry_column varchar, stylename text, styleqml xml, stylesld xml, useasdefault boolean,
  description text, owner varchar(63) DEFAULT current_user, ui xml, update_time timestamp DEFAULT current_timestamp,
  type varchar))";

constexpr const char *of_layer = "f_table_catalog = current_database() AND f_table_schema = $1 AND "
                                 "f_table_name = $2 AND coalesce(f_geometry_column, '') = $3";

struct Layer {
  std::string schema, table, geometry;
  explicit Layer(const QgsDataSourceUri &uri)
      : schema(uri.schema().toStdString()), table(uri.table().toStdString()),
        geometry(uri.geometryColumn().toStdString()) {}
};

pg::Pool::Lease session_of(const QString &uri) {
  return take_session(access_of(QgsDataSourceUri(uri)));
}

bool has_styles(pg::Connection &connection) {
  return connection
      .exec("SELECT to_regclass('public.layer_styles') IS NOT NULL AND "
            "has_table_privilege('public.layer_styles', 'SELECT')")
      .get<std::optional<bool>>(0, 0)
      .value_or(false);
}

QString stored_style(pg::Connection &session, const QString &uri, QString &name) {
  if (!has_styles(session))
    return {};
  const Layer layer{QgsDataSourceUri(uri)};
  const auto rows =
      session.exec(std::string("SELECT stylename, styleqml::text FROM public.layer_styles WHERE ") + of_layer
                       + " ORDER BY useasdefault DESC, update_time DESC LIMIT 1",
                   layer.schema, layer.table, layer.geometry);
  if (rows.empty())
    return {};
  name = from_utf8(rows.get<std::string_view>(0, 0));
  return from_utf8(rows.get<std::string_view>(0, 1));
}

} // namespace

StyleList list_styles(const QString &uri) {
  const auto session = session_of(uri);
  StyleList list;
  if (!has_styles(*session))
    return list;
  const Layer layer{QgsDataSourceUri(uri)};
  const auto rows =
      session->exec(std::string("SELECT id::text, stylename, coalesce(description, ''), ") + of_layer
                        + " AS mine FROM public.layer_styles ORDER BY 4 DESC, useasdefault DESC, stylename",
                    layer.schema, layer.table, layer.geometry);
  for (const auto row : rows) {
    list.ids << from_utf8(row.get<std::string_view>(0));
    list.names << from_utf8(row.get<std::string_view>(1));
    list.descriptions << from_utf8(row.get<std::string_view>(2));
    list.of_this_layer += row.get<std::optional<bool>>(3).value_or(false) ? 1 : 0;
  }
  return list;
}

QString load_style(const QString &uri, QString &name) {
  const auto session = session_of(uri);
  // Part of opening a layer, so within the same time.
  return pg::within(opening_limit, *session, [&] { return stored_style(*session, uri, name); });
}

QString style_by_id(const QString &uri, const QString &id) {
  const auto session = session_of(uri);
  const auto rows =
      session->exec("SELECT styleqml::text FROM public.layer_styles WHERE id = $1::int", id.toStdString());
  return rows.empty() ? QString() : from_utf8(rows.get<std::string_view>(0, 0));
}

bool style_exists(const QString &uri, const QString &name) {
  const StyleList list = list_styles(uri);
  return list.names.mid(0, list.of_this_layer).contains(name);
}

void save_style(const QString &uri, const QString &qml, const QString &sld, const QString &name,
                const QString &description, const QString &ui, bool by_default) {
  const auto session = session_of(uri);
  const Layer layer{QgsDataSourceUri(uri)};
  const std::string title = name.isEmpty() ? layer.table : name.toStdString();
  pg::Transaction transaction(*session);
  if (!session->exec("SELECT to_regclass('public.layer_styles') IS NOT NULL").value<bool>())
    session->exec(create_sql);
  if (by_default)
    session->exec(std::string("UPDATE public.layer_styles SET useasdefault = false WHERE ") + of_layer,
                  layer.schema, layer.table, layer.geometry);
  session->exec(std::string("DELETE FROM public.layer_styles WHERE ") + of_layer + " AND stylename = $4",
                layer.schema, layer.table, layer.geometry, title);
  session->exec(
      "INSERT INTO public.layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, "
      "stylename, "
      "styleqml, stylesld, useasdefault, description, ui) VALUES (current_database(), $1, $2, $3, $4, "
      "xmlparse(document $5), xmlparse(document $6), $7, $8, CASE WHEN $9 <> '' THEN xmlparse(document $9) "
      "END)",
      layer.schema, layer.table, layer.geometry, title, qml.toStdString(), sld.toStdString(), by_default,
      description.toStdString(), ui.toStdString());
  transaction.commit();
}

void delete_style(const QString &uri, const QString &id) {
  const auto session = session_of(uri);
  if (session->exec("DELETE FROM public.layer_styles WHERE id = $1::int", id.toStdString()).affected() != 1)
    throw pg::Error(tr("The style was not deleted: it does not exist, or you may not delete it."));
}

} // namespace cortege::qgis
