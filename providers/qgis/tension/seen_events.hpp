#pragma once

#include "engine/tension/event.hpp"
#include "engine/tension/model.hpp"
#include "engine/time.hpp"
#include "providers/qgis/sessions.hpp"
#include "providers/qgis/tension/occasion.hpp"
#include "providers/tension/input.hpp"

#include <qgsgeometry.h>

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace cortege::qgis {

/// One reading of the platform by one person.
struct Seen {
  tension::Perimeter perimeter;
  std::optional<QgsGeometry> whole_ground; ///< where nothing that acts is hidden; none: everywhere
  engine::Window span;                     ///< any window inside it can be computed from the events
  std::vector<engine::TensionEvent> events;
  std::vector<Occasion> occasions; ///< the events among them, by name

  /// Whether what acts on the place may be hidden: near the edge of the person's units and beyond it, and
  /// everywhere for who does not see all that the model takes.
  [[nodiscard]] bool partial_at(const QgsGeometry &place) const {
    return whole_ground && !whole_ground->contains(place);
  }
};

/// What one person sees, kept in memory for the layers and rendering threads of that person alone. Read again
/// when something was saved, when the person's rights are no longer those of the reading (asked each time),
/// and when a window lies outside what was read. Thread-safe.
class SeenEvents {
public:
  /// The one of this access and model; the access names the person.
  static std::shared_ptr<SeenEvents> of(const Access &access, const engine::TensionModel &model);

  /// Throws pg::Error or engine::Error in one sentence: refused, unreachable, cancelled.
  std::shared_ptr<const Seen> during(const engine::Window &window, const engine::Progress &progress);

private:
  SeenEvents(Access access, const engine::TensionModel &model);
  bool still_holds(const engine::Window &window, const pg::Stop &stop);
  bool saved_since();
  void listen(const pg::Stop &stop);

  const Access access_;
  const engine::TensionModel model_;
  std::mutex mutex_;
  std::shared_ptr<const Seen> seen_;
  std::unique_ptr<pg::Connection> ear_; ///< listens; none: anything may have been saved
};

} // namespace cortege::qgis
