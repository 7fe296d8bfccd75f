#pragma once

#include <qgsprovidermetadata.h>

namespace cortege::qgis {

/// How QGIS finds the raster provider `tension`.
class TensionMetadata : public QgsProviderMetadata {
  Q_OBJECT

public:
  TensionMetadata();

  QList<Qgis::LayerType> supportedLayerTypes() const override;
  QgsDataProvider *createProvider(const QString &uri, const QgsDataProvider::ProviderOptions &options,
                                  Qgis::DataProviderReadFlags flags) override;
  QVariantMap decodeUri(const QString &uri) const override;
  /// The look of a new layer: its model's levels.
  QString loadStyle(const QString &uri, QString &error) override;
  QString loadStoredStyle(const QString &uri, QString &name, QString &error) override;
  void cleanupProvider() override;
};

} // namespace cortege::qgis
