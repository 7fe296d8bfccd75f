#include "plugin/processing/platform.hpp"

#include <qgsdatasourceuri.h>
#include <qgsmaplayer.h>

namespace cortege::plugin {

bool of_platform(const QgsMapLayer *layer) {
  if (!layer)
    return false;
  if (layer->providerType() == QLatin1String("tension")
      || layer->providerType() == QLatin1String("situation"))
    return true;
  if (layer->providerType() != QLatin1String("cortege") && layer->providerType() != QLatin1String("postgres"))
    return false;
  const QString schema = QgsDataSourceUri(layer->source()).schema();
  return schema == QLatin1String("cortege") || schema == QLatin1String("plateforme");
}

} // namespace cortege::plugin
