#include "providers/qgis/situation/situation_metadata.hpp"

#include <qgis.h>

// What QGIS looks up in libprovider_situation.
QGISEXTERN QgsProviderMetadata *providerMetadataFactory() {
  return new cortege::qgis::SituationMetadata();
}
