#include "providers/qgis/tension/tension_metadata.hpp"

#include "providers/qgis/sessions.hpp"
#include "providers/qgis/tension/tension_provider.hpp"
#include "providers/qgis/tension/tension_style.hpp"
#include "providers/qgis/text.hpp"

namespace cortege::qgis {

TensionMetadata::TensionMetadata()
    : QgsProviderMetadata(tension_key, QStringLiteral("Live tension of public space")) {}

QList<Qgis::LayerType> TensionMetadata::supportedLayerTypes() const {
  return {Qgis::LayerType::Raster};
}

QgsDataProvider *TensionMetadata::createProvider(const QString &uri,
                                                 const QgsDataProvider::ProviderOptions &options,
                                                 Qgis::DataProviderReadFlags flags) {
  return new TensionProvider(uri, options, flags);
}

QVariantMap TensionMetadata::decodeUri(const QString &uri) const {
  const QgsDataSourceUri source(uri);
  return {{QStringLiteral("service"), source.service()},
          {QStringLiteral("dbname"), source.database()},
          {QStringLiteral("host"), source.host()},
          {QStringLiteral("authcfg"), source.authConfigId()},
          {QStringLiteral("layerName"), source.param(QStringLiteral("model"))}};
}

QString TensionMetadata::loadStyle(const QString &uri, QString &error) {
  try {
    return tension_style(load_model(read_tension_uri(uri)));
  } catch (const std::exception &refusal) {
    error = from_utf8(refusal.what());
    return {};
  }
}

QString TensionMetadata::loadStoredStyle(const QString &uri, QString &name, QString &error) {
  name = sentence("Levels of the model");
  return loadStyle(uri, error);
}

void TensionMetadata::cleanupProvider() {
  close_all_sessions();
}

} // namespace cortege::qgis
