#pragma once

#include <QList>

class QgsGeocoderInterface;
class QgsProcessingAlgorithm;

namespace cortege::plugin {

/// Each makes one algorithm of Cortège; the caller owns it.
QgsProcessingAlgorithm *density_algorithm();
QgsProcessingAlgorithm *tension_algorithm();
QgsProcessingAlgorithm *presence_algorithm();
QgsProcessingAlgorithm *clashes_algorithm();
QgsProcessingAlgorithm *hot_spots_algorithm();
QgsProcessingAlgorithm *zones_algorithm();
QgsProcessingAlgorithm *evaluation_algorithm();
/// `geocoder` must outlive it.
QgsProcessingAlgorithm *geocoding_algorithm(QgsGeocoderInterface *geocoder);

} // namespace cortege::plugin
