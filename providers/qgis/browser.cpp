#include "providers/qgis/browser.hpp"

#include "providers/qgis/provider.hpp"
#include "providers/qgis/text.hpp"

#include <QLocale>
#include <qgsdataitem.h>
#include <qgsexception.h>

namespace cortege::qgis {
namespace {

Qgis::BrowserLayerType browser_type(Qgis::WkbType type) {
  switch (QgsWkbTypes::geometryType(type)) {
  case Qgis::GeometryType::Point:
    return Qgis::BrowserLayerType::Point;
  case Qgis::GeometryType::Line:
    return Qgis::BrowserLayerType::Line;
  case Qgis::GeometryType::Polygon:
    return Qgis::BrowserLayerType::Polygon;
  case Qgis::GeometryType::Null:
    return Qgis::BrowserLayerType::TableLayer;
  default:
    return Qgis::BrowserLayerType::Vector;
  }
}

Qgis::WkbType type_of(const DatabaseConnection::TableProperty &table) {
  const auto types = table.geometryColumnTypes();
  return types.isEmpty() ? Qgis::WkbType::NoGeometry : types.first().wkbType;
}

QString described(const DatabaseConnection::TableProperty &table) {
  QStringList lines{table.comment()};
  lines << QgsWkbTypes::translatedDisplayString(type_of(table));
  const double estimate = table.info().value(QStringLiteral("estimate")).toDouble();
  if (estimate >= 0)
    lines << sentence("about %1 rows").arg(QLocale().toString(estimate, 'f', 0));
  lines.removeAll(QString());
  return lines.join('\n');
}

} // namespace

QString BrowserProvider::name() {
  return provider_description;
}
QString BrowserProvider::dataProviderKey() const {
  return provider_key;
}
Qgis::DataItemProviderCapabilities BrowserProvider::capabilities() const {
  return Qgis::DataItemProviderCapability::Databases;
}

QgsDataItem *BrowserProvider::createDataItem(const QString &path, QgsDataItem *parent) {
  return path.isEmpty() ? new ConnectionsItem(parent, provider_description, QStringLiteral("cortege:"))
                        : nullptr;
}

ConnectionsItem::ConnectionsItem(QgsDataItem *parent, const QString &name, const QString &path)
    : QgsConnectionsRootItem(parent, name, path, provider_key) {
  mCapabilities |= Qgis::BrowserItemCapability::Fast;
  mIconName = QStringLiteral("mIconPostgis.svg");
  populate();
}

QVector<QgsDataItem *> ConnectionsItem::createChildren() {
  QVector<QgsDataItem *> children;
  const QStringList names = DatabaseConnection::names();
  for (const QString &name : names)
    children << new ConnectionItem(this, name, mPath + '/' + name);
  return children;
}

ConnectionItem::ConnectionItem(QgsDataItem *parent, const QString &name, const QString &path)
    : QgsDataCollectionItem(parent, name, path, provider_key) {
  mIconName = QStringLiteral("mIconConnect.svg");
  mCapabilities |= Qgis::BrowserItemCapability::Collapse;
}

QVector<QgsDataItem *> ConnectionItem::createChildren() {
  QVector<QgsDataItem *> children;
  try {
    const QStringList schemas = DatabaseConnection(mName).schemas();
    for (const QString &schema : schemas)
      children << new SchemaItem(this, mName, schema, mPath + '/' + schema);
  } catch (const QgsProviderConnectionException &error) {
    children << new QgsErrorItem(this, error.what(), mPath + QStringLiteral("/error"));
  }
  return children;
}

SchemaItem::SchemaItem(QgsDataItem *parent, const QString &connection, const QString &name,
                       const QString &path)
    : QgsDatabaseSchemaItem(parent, name, path, provider_key), connection_(connection) {
  mIconName = QStringLiteral("mIconDbSchema.svg");
}

QVector<QgsDataItem *> SchemaItem::createChildren() {
  QVector<QgsDataItem *> children;
  try {
    const DatabaseConnection connection(connection_);
    const auto tables = connection.tables(mName, {}, nullptr);
    for (const auto &table : tables)
      children << new LayerItem(this, connection, table,
                                mPath + '/' + table.tableName() + '.' + table.geometryColumn());
  } catch (const QgsProviderConnectionException &error) {
    children << new QgsErrorItem(this, error.what(), mPath + QStringLiteral("/error"));
  }
  return children;
}

LayerItem::LayerItem(QgsDataItem *parent, const DatabaseConnection &connection,
                     const DatabaseConnection::TableProperty &table, const QString &path)
    : QgsLayerItem(parent, table.tableName(), path, connection.layerUri(table), browser_type(type_of(table)),
                   provider_key),
      comment_(table.comment()) {
  setToolTip(described(table));
  setState(Qgis::BrowserItemState::Populated);
}

} // namespace cortege::qgis
