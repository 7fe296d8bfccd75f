#pragma once

#include <QTranslator>
#include <qgsprovidermetadata.h>

namespace cortege::qgis {

/// How QGIS finds the provider: its URIs, connections, styles and browser items.
class Metadata : public QgsProviderMetadata {
  Q_OBJECT

public:
  Metadata();

  QIcon icon() const override;
  void initProvider() override;
  void cleanupProvider() override;
  QList<Qgis::LayerType> supportedLayerTypes() const override;
  ProviderCapabilities providerCapabilities() const override;
  QgsDataProvider *createProvider(const QString &uri, const QgsDataProvider::ProviderOptions &options,
                                  Qgis::DataProviderReadFlags flags) override;
  QgsTransaction *createTransaction(const QString &connection) override;
  QVariantMap decodeUri(const QString &uri) const override;
  QString encodeUri(const QVariantMap &parts) const override;
  QList<QgsDataItemProvider *> dataItemProviders() const override;

  QMap<QString, QgsAbstractProviderConnection *> connections(bool cached) override;
  QgsAbstractProviderConnection *createConnection(const QString &name) override;
  QgsAbstractProviderConnection *createConnection(const QString &uri,
                                                  const QVariantMap &configuration) override;
  void saveConnection(const QgsAbstractProviderConnection *connection, const QString &name) override;
  void deleteConnection(const QString &name) override;

  int listStyles(const QString &uri, QStringList &ids, QStringList &names, QStringList &descriptions,
                 QString &error) override;
  bool styleExists(const QString &uri, const QString &name, QString &error) override;
  QString getStyleById(const QString &uri, const QString &id, QString &error) override;
  bool deleteStyleById(const QString &uri, const QString &id, QString &error) override;
  bool saveStyle(const QString &uri, const QString &qml, const QString &sld, const QString &name,
                 const QString &description, const QString &ui, bool by_default, QString &error) override;
  QString loadStyle(const QString &uri, QString &error) override;
  QString loadStoredStyle(const QString &uri, QString &name, QString &error) override;

private:
  QTranslator translator_;
};

} // namespace cortege::qgis
