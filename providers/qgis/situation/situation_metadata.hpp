#pragma once

#include <qgsprovidermetadata.h>

namespace cortege::qgis {

/// How QGIS finds the vector provider `situation`.
class SituationMetadata : public QgsProviderMetadata {
  Q_OBJECT

public:
  SituationMetadata();

  QList<Qgis::LayerType> supportedLayerTypes() const override;
  QgsDataProvider *createProvider(const QString &uri, const QgsDataProvider::ProviderOptions &options,
                                  Qgis::DataProviderReadFlags flags) override;
  QVariantMap decodeUri(const QString &uri) const override;
  /// The look of a new layer: the house's.
  QString loadStyle(const QString &uri, QString &error) override;
  QString loadStoredStyle(const QString &uri, QString &name, QString &error) override;
  void cleanupProvider() override;
};

} // namespace cortege::qgis
