#pragma once

#include "engine/clash/box_tree.hpp"
#include "engine/clash/occupation.hpp"
#include "engine/progress.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace cortege::engine {

struct ClashParameters {
  double distance = 100;                    ///< metres between what two events take, >= 0
  Seconds delay = std::chrono::minutes(30); ///< between one leaving a place and the other coming to it, >= 0
};

/// Two events that take ground too near each other at times too near each other.
struct Clash {
  std::size_t first = 0; ///< indices of the events, first < second
  std::size_t second = 0;
  Point place;         ///< midway between the two where they come closest
  double distance = 0; ///< metres there, 0 when they touch
  /// When both are there at once, each time: the instants at which what they take comes within the distance.
  /// Empty when one has always left before the other comes.
  std::vector<Window> together;
  /// The shortest time between one leaving and the other coming; 0 when they are there at once.
  Seconds gap{0};
  /// From the first to the last instant together; or else from the one's leaving to the other's coming.
  Window when;
  Seconds duration{0}; ///< of all of `together`
};

/// Events that can be asked for clashes. Immutable: any number of threads may ask.
///
/// Candidates come from an R-tree over the pieces of all events in space and time; each pair of pieces is
/// then settled exactly (see meeting.hpp), times to 10 ms. The cost grows with the number of pieces, n·log n,
/// and with the pairs of pieces that are near.
class ClashFinder {
public:
  /// Throws Error when a parameter is negative or not finite.
  ClashFinder(std::vector<Occupation> events, const ClashParameters &parameters);

  /// Every clashing pair, ordered by events. Throws Cancelled.
  [[nodiscard]] std::vector<Clash> all(const Progress &progress = {}) const;
  /// The clashes of one more event, such as one being drawn; `second` is the index it would have, one past
  /// the others.
  [[nodiscard]] std::vector<Clash> with(const Occupation &event) const;

private:
  /// A piece of an event, or the inside of one of its areas.
  struct Part {
    std::size_t event;
    std::size_t index;
    bool area;
  };

  [[nodiscard]] std::vector<Clash> with_those_before(const Occupation &event, std::size_t index) const;
  [[nodiscard]] SpaceTimeBox grown(SpaceTimeBox box, double reach) const;

  std::vector<Occupation> events_;
  ClashParameters parameters_;
  std::vector<Part> parts_;
  double widest_ = 0; ///< reach of any piece
  BoxTree tree_;
};

} // namespace cortege::engine
