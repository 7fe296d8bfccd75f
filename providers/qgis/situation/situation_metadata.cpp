#include "providers/qgis/situation/situation_metadata.hpp"

#include "providers/qgis/situation/situation_provider.hpp"

#include <QFile>
#include <qgsapplication.h>
#include <qgsdatasourceuri.h>

namespace cortege::qgis {
namespace {

// Zones look as those of `cortege tension`, wherever they come from.
QString style_of(const QString &layer) {
  return layer == name_of(SituationLayer::zones) ? layer : QStringLiteral("situation_") + layer;
}

} // namespace

SituationMetadata::SituationMetadata()
    : QgsProviderMetadata(situation_key, QStringLiteral("Live situation: zones, marches, clashes")) {}

QList<Qgis::LayerType> SituationMetadata::supportedLayerTypes() const {
  return {Qgis::LayerType::Vector};
}

QgsDataProvider *SituationMetadata::createProvider(const QString &uri,
                                                   const QgsDataProvider::ProviderOptions &options,
                                                   Qgis::DataProviderReadFlags flags) {
  return new SituationProvider(uri, options, flags);
}

QVariantMap SituationMetadata::decodeUri(const QString &uri) const {
  const QgsDataSourceUri source(uri);
  return {{QStringLiteral("service"), source.service()},
          {QStringLiteral("dbname"), source.database()},
          {QStringLiteral("host"), source.host()},
          {QStringLiteral("authcfg"), source.authConfigId()},
          {QStringLiteral("layerName"), source.param(QStringLiteral("layer"))}};
}

QString SituationMetadata::loadStyle(const QString &uri, QString &error) {
  QFile file(
      QStringLiteral("%1/share/cortege/styles/%2.qml")
          .arg(QgsApplication::prefixPath(), style_of(QgsDataSourceUri(uri).param(QStringLiteral("layer")))));
  if (file.open(QIODevice::ReadOnly))
    return QString::fromUtf8(file.readAll());
  error = file.errorString();
  return {};
}

QString SituationMetadata::loadStoredStyle(const QString &uri, QString &name, QString &error) {
  name = QStringLiteral("Cortège");
  return loadStyle(uri, error);
}

void SituationMetadata::cleanupProvider() {
  close_all_sessions();
}

} // namespace cortege::qgis
