#pragma once

#include "providers/qgis/tension/seen_events.hpp"
#include "providers/qgis/tension/tension_source.hpp"

namespace cortege::qgis {

/// What a source lets be seen of a window: the person's own reading of the database, or all events of a file,
/// read once and again when the file changes. Throws engine::Error or pg::Error in one sentence: refused,
/// unreachable, no file, a feature without a start; Cancelled.
std::shared_ptr<const Seen> seen_of(const TensionSourceUri &source, const Access &access,
                                    const engine::TensionModel &model, const engine::Window &window,
                                    const engine::Progress &progress);

/// The ground that the source may concern, and the zone of its dates: the territory's; of a file, its extent
/// grown by the model's reach, and the machine's. Throws as above, also for a person who may not read the
/// platform (on a server, who opens a layer for everybody is judged when read for).
struct Ground {
  engine::Box box;
  QTimeZone zone;
};
Ground ground_of(const TensionSourceUri &source, const Access &access, const engine::TensionModel &model);

} // namespace cortege::qgis
