#pragma once

#include <QString>
#include <qgis.h>
#include <qgsfields.h>

#include <optional>

namespace cortege::qgis {

/// The live vector layers: what the person may see, computed for a window of time.
enum class SituationLayer {
  zones,   ///< the tension's zones of the window, as `cortege tension` makes them
  marches, ///< the stretch of street that each march holds at some moment of the window
  heads,   ///< its two ends: the head at the window's end, the tail at its start; at an instant, both then
  clashes, ///< where two events meet, with the time at which they do
  partial  ///< the ground on which the tension is partial for this person
};

/// By the name the source says: zones, defiles, tetes, conflits, partiel.
std::optional<SituationLayer> situation_layer(const QString &name);
QString name_of(SituationLayer layer);

QgsFields fields_of(SituationLayer layer);
Qgis::WkbType geometry_of(SituationLayer layer);

} // namespace cortege::qgis
