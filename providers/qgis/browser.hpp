#pragma once

#include "providers/qgis/database_connection.hpp"

#include <qgsconnectionsitem.h>
#include <qgsdatabaseschemaitem.h>
#include <qgsdatacollectionitem.h>
#include <qgsdataitemprovider.h>
#include <qgslayeritem.h>

namespace cortege::qgis {

/// The branch "Cortège" of the browser: connections, their schemas, their layers with type, comment and row
/// estimate.
class BrowserProvider : public QgsDataItemProvider {
public:
  QString name() override;
  QString dataProviderKey() const override;
  Qgis::DataItemProviderCapabilities capabilities() const override;
  QgsDataItem *createDataItem(const QString &path, QgsDataItem *parent) override;
};

class ConnectionsItem : public QgsConnectionsRootItem {
  Q_OBJECT

public:
  ConnectionsItem(QgsDataItem *parent, const QString &name, const QString &path);
  QVector<QgsDataItem *> createChildren() override;
  QVariant sortKey() const override { return 4; }
};

class ConnectionItem : public QgsDataCollectionItem {
  Q_OBJECT

public:
  ConnectionItem(QgsDataItem *parent, const QString &name, const QString &path);
  QVector<QgsDataItem *> createChildren() override;
};

class SchemaItem : public QgsDatabaseSchemaItem {
  Q_OBJECT

public:
  SchemaItem(QgsDataItem *parent, const QString &connection, const QString &name, const QString &path);
  QVector<QgsDataItem *> createChildren() override;

private:
  QString connection_;
};

class LayerItem : public QgsLayerItem {
  Q_OBJECT

public:
  LayerItem(QgsDataItem *parent, const DatabaseConnection &connection,
            const DatabaseConnection::TableProperty &table, const QString &path);
  QString comments() const override { return comment_; }

private:
  QString comment_;
};

} // namespace cortege::qgis
