#include "providers/qgis/situation/situation_features.hpp"
#include "providers/qgis/tension/tension_source.hpp"
#include "providers/qgis/text.hpp"

#include <qgsrectangle.h>

namespace cortege::qgis {

// All of the territory but the ground where nothing is hidden; no feature for who sees everything.
Features partial_features(const Question &question) {
  const auto &[seen, model, window, territory, zone] = question;
  if (!seen->whole_ground)
    return {};
  const QgsGeometry all =
      QgsGeometry::fromRect(QgsRectangle(territory.xmin, territory.ymin, territory.xmax, territory.ymax));
  QgsGeometry partial = seen->whole_ground->isNull() ? all : all.difference(*seen->whole_ground);
  partial.convertToMultiType();
  return {feature_of(
      fields_of(SituationLayer::partial),
      {from_utf8(seen->perimeter.words), date_time(window.from, zone), date_time(window.to, zone)}, partial)};
}

} // namespace cortege::qgis
