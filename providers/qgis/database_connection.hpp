#pragma once

#include <qgsabstractdatabaseproviderconnection.h>

namespace cortege::qgis {

/// A connection kept by name in the person's QGIS profile: the URI without its password. Lists what its login
/// may see. SQL runs with that login's own rights, in the database manager and nowhere else.
class DatabaseConnection : public QgsAbstractDatabaseProviderConnection {
public:
  /// A stored connection.
  explicit DatabaseConnection(const QString &name);
  DatabaseConnection(const QString &uri, const QVariantMap &configuration);

  static QStringList names();

  void store(const QString &name) const override;
  void remove(const QString &name) const override;
  QIcon icon() const override;
  QString tableUri(const QString &schema, const QString &name) const override;
  bool tableExists(const QString &schema, const QString &name) const override;
  QStringList schemas() const override;
  QList<TableProperty> tables(const QString &schema, const TableFlags &flags,
                              QgsFeedback *feedback) const override;
  QList<QList<QVariant>> executeSql(const QString &sql, QgsFeedback *feedback) const override;
  QueryResult execSql(const QString &sql, QgsFeedback *feedback) const override;
  QgsVectorLayer *createSqlVectorLayer(const SqlVectorLayerOptions &options) const override;
  SqlVectorLayerOptions sqlOptions(const QString &source) override;
  QList<QgsVectorDataProvider::NativeType> nativeTypes() const override;

  /// The source of a listed table: with its geometry column and key.
  QString layerUri(const TableProperty &table) const;

private:
  void set_capabilities();
};

} // namespace cortege::qgis
