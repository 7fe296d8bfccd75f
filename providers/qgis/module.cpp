#include "providers/qgis/gui_metadata.hpp"
#include "providers/qgis/metadata.hpp"

#include <qgis.h>

// What QGIS looks up in libprovider_cortege.
QGISEXTERN QgsProviderMetadata *providerMetadataFactory() {
  return new cortege::qgis::Metadata();
}
QGISEXTERN QgsProviderGuiMetadata *providerGuiMetadataFactory() {
  return new cortege::qgis::GuiMetadata();
}
