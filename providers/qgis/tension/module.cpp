#include "providers/qgis/tension/tension_metadata.hpp"

#include <qgis.h>

// What QGIS looks up in libprovider_tension.
QGISEXTERN QgsProviderMetadata *providerMetadataFactory() {
  return new cortege::qgis::TensionMetadata();
}
