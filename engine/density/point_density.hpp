#pragma once

#include "engine/density/density.hpp"
#include "engine/density/point_order.hpp"
#include "engine/density/point_tiles.hpp"
#include "engine/density/row_blocks.hpp"

#include <functional>

namespace cortege::engine {

/// The density of points by the method that suits kernel and bandwidth. Positions are sorted once, and may be
/// weighed again for each slice of time.
class PointDensity {
public:
  PointDensity(const Features::Points &points, const DensityParameters &parameters, const Progress &progress);

  /// Takes new masses, one for each point; those of zero are left out.
  void weigh(std::span<const double> mass, const Progress &progress);

  /// A task for one thread, good until the next weighing; *this must outlive it.
  [[nodiscard]] BlockTask task() const { return make_task_(); }

private:
  DensityParameters parameters_;
  PointOrder order_;
  PointTiles tiles_;
  std::function<BlockTask()> make_task_;
};

} // namespace cortege::engine
