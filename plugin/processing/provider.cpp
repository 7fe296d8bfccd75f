#include "plugin/processing/provider.hpp"

#include "plugin/processing/algorithms.hpp"

#include <QIcon>

namespace cortege::plugin {

QIcon ProcessingProvider::icon() const {
  return QIcon(QStringLiteral(":/cortege/agenda.svg"));
}

void ProcessingProvider::loadAlgorithms() {
  for (const auto make : {density_algorithm, tension_algorithm, presence_algorithm, clashes_algorithm,
                          hot_spots_algorithm, zones_algorithm, evaluation_algorithm})
    addAlgorithm(make());
  addAlgorithm(geocoding_algorithm(&geocoder_));
}

} // namespace cortege::plugin
