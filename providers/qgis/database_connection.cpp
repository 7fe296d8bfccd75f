#include "providers/qgis/database_connection.hpp"

#include "providers/pg/quote.hpp"
#include "providers/qgis/catalogue.hpp"
#include "providers/qgis/catalogue_keys.hpp"
#include "providers/qgis/listing.hpp"
#include "providers/qgis/native_types.hpp"
#include "providers/qgis/provider.hpp"
#include "providers/qgis/query_result.hpp"
#include "providers/qgis/text.hpp"

#include <QIcon>
#include <QRegularExpression>
#include <qgsapplication.h>
#include <qgsdatasourceuri.h>
#include <qgsexception.h>
#include <qgssettings.h>
#include <qgsvectorlayer.h>

namespace cortege::qgis {
namespace {

const QString group = QStringLiteral("cortege/connections");

QString stored_uri(const QString &name) {
  return QgsSettings().value(group + '/' + name + QStringLiteral("/uri")).toString();
}

// Errors of the database become QGIS's own exception: the caller shows them.
template <typename Work>
auto asked(const QString &uri, const Work &work) {
  try {
    const auto session = take_session(access_of(QgsDataSourceUri(uri)));
    return work(*session);
  } catch (const pg::Error &error) {
    throw QgsProviderConnectionException(from_utf8(error.full()));
  }
}

// Several columns, or a name that is more than letters, stand between quotes.
QString key_text(const QStringList &columns) {
  static const QRegularExpression plain(QStringLiteral("^\\w+$"));
  if (columns.size() == 1 && plain.match(columns.first()).hasMatch())
    return columns.first();
  QStringList quoted;
  for (const QString &column : columns)
    quoted << from_utf8(pg::quote(column.toStdString()));
  return quoted.join(',');
}

} // namespace

DatabaseConnection::DatabaseConnection(const QString &name) : QgsAbstractDatabaseProviderConnection(name) {
  setUri(stored_uri(name));
  set_capabilities();
}

DatabaseConnection::DatabaseConnection(const QString &uri, const QVariantMap &configuration)
    : QgsAbstractDatabaseProviderConnection(connection_text(QgsDataSourceUri(uri), false), configuration) {
  set_capabilities();
}

void DatabaseConnection::set_capabilities() {
  mProviderKey = provider_key;
  mCapabilities = Capability::Tables | Capability::Schemas | Capability::ExecuteSql | Capability::SqlLayers
                  | Capability::TableExists | Capability::Spatial;
  for (const auto capability : {GeometryColumnCapability::Z, GeometryColumnCapability::M,
                                GeometryColumnCapability::SinglePart, GeometryColumnCapability::Curves})
    mGeometryColumnCapabilities.setFlag(capability);
  mSqlLayerDefinitionCapabilities = Qgis::SqlLayerDefinitionCapability::SubsetStringFilter
                                    | Qgis::SqlLayerDefinitionCapability::PrimaryKeys
                                    | Qgis::SqlLayerDefinitionCapability::GeometryColumn;
}

QStringList DatabaseConnection::names() {
  QgsSettings settings;
  settings.beginGroup(group);
  return settings.childGroups();
}

void DatabaseConnection::store(const QString &name) const {
  QgsDataSourceUri bare(uri());
  bare.setPassword(QString()); // passwords belong to the authentication system
  QgsSettings().setValue(group + '/' + name + QStringLiteral("/uri"), connection_text(bare, false));
}

void DatabaseConnection::remove(const QString &name) const {
  QgsSettings().remove(group + '/' + name);
}

QIcon DatabaseConnection::icon() const {
  return QgsApplication::getThemeIcon(QStringLiteral("mIconPostgis.svg"));
}

QString DatabaseConnection::tableUri(const QString &schema, const QString &name) const {
  const auto found = tables(schema, {}, nullptr);
  for (const TableProperty &table : found)
    if (table.tableName() == name)
      return layerUri(table);
  throw QgsProviderConnectionException(
      sentence("%1.%2 does not exist, or you may not read it.").arg(schema, name));
}

QString DatabaseConnection::layerUri(const TableProperty &table) const {
  QgsDataSourceUri layer(uri());
  layer.setDataSource(table.schema(), table.tableName(), table.geometryColumn(), QString(),
                      key_text(table.primaryKeyColumns()));
  const auto types = table.geometryColumnTypes();
  if (!types.isEmpty() && types.first().wkbType != Qgis::WkbType::NoGeometry) {
    layer.setWkbType(types.first().wkbType);
    layer.setSrid(QString::number(types.first().crs.postgisSrid()));
  }
  return layer.uri(false);
}

bool DatabaseConnection::tableExists(const QString &schema, const QString &name) const {
  const auto found = tables(schema, {}, nullptr);
  return std::any_of(found.begin(), found.end(),
                     [&name](const TableProperty &table) { return table.tableName() == name; });
}

QStringList DatabaseConnection::schemas() const {
  return asked(uri(), list_schemas);
}

QList<QgsAbstractDatabaseProviderConnection::TableProperty>
DatabaseConnection::tables(const QString &schema, const TableFlags &flags, QgsFeedback *) const {
  const auto all =
      asked(uri(), [&schema](pg::Connection &connection) { return list_tables(connection, schema); });
  if (!flags)
    return all;
  QList<TableProperty> chosen;
  std::copy_if(all.begin(), all.end(), std::back_inserter(chosen),
               [&flags](const TableProperty &table) { return bool(table.flags() & flags); });
  return chosen;
}

QgsAbstractDatabaseProviderConnection::QueryResult DatabaseConnection::execSql(const QString &sql,
                                                                               QgsFeedback *) const {
  return asked(uri(), [&sql](pg::Connection &connection) {
    return query_result(connection.exec(sql.toStdString(), pg::Parameters()));
  });
}

QList<QList<QVariant>> DatabaseConnection::executeSql(const QString &sql, QgsFeedback *feedback) const {
  return execSql(sql, feedback).rows();
}

QgsVectorLayer *DatabaseConnection::createSqlVectorLayer(const SqlVectorLayerOptions &options) const {
  QgsDataSourceUri layer(uri());
  QString sql = options.sql.trimmed();
  while (sql.endsWith(';'))
    sql.chop(1);
  layer.setDataSource(QString(), '(' + sql + ')', options.geometryColumn, options.filter,
                      key_text(options.primaryKeyColumns));
  layer.disableSelectAtId(options.disableSelectAtId);
  return new QgsVectorLayer(layer.uri(false),
                            options.layerName.isEmpty() ? QStringLiteral("SQL") : options.layerName,
                            provider_key);
}

// What a layer was made with, so that QGIS can offer to change it.
DatabaseConnection::SqlVectorLayerOptions DatabaseConnection::sqlOptions(const QString &source) {
  const QgsDataSourceUri uri(source);
  const QString query = query_of(uri.table());
  SqlVectorLayerOptions options;
  options.sql = query.isEmpty() ? QStringLiteral("SELECT * FROM ") + uri.quotedTablename() : query;
  options.filter = uri.sql();
  options.primaryKeyColumns = names_in(uri.keyColumn());
  options.geometryColumn = uri.geometryColumn();
  options.disableSelectAtId = uri.selectAtIdDisabled();
  return options;
}

QList<QgsVectorDataProvider::NativeType> DatabaseConnection::nativeTypes() const {
  return native_types();
}

} // namespace cortege::qgis
