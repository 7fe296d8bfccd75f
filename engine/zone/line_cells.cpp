#include "engine/zone/line_cells.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace cortege::engine {

namespace {

/// The shares along a piece, in order, at which it passes from one cell to the next, 0 and 1 included.
std::vector<double> passages(const Point &from, const Point &to) {
  std::vector<double> shares{0, 1};
  const auto add_axis = [&shares](double start, double end) {
    if (start == end)
      return;
    const auto last = static_cast<std::int64_t>(std::floor(std::max(start, end)));
    for (auto border = static_cast<std::int64_t>(std::ceil(std::min(start, end))); border <= last; ++border)
      shares.push_back(std::clamp((static_cast<double>(border) - start) / (end - start), 0.0, 1.0));
  };
  add_axis(from.x, to.x);
  add_axis(from.y, to.y);
  std::sort(shares.begin(), shares.end());
  return shares;
}

/// The part of a piece inside the box from (0, 0) to (width, height); false when there is none
/// (Liang-Barsky).
bool clip(Point &from, Point &to, double width, double height) {
  double enter = 0;
  double leave = 1;
  const Point step{to.x - from.x, to.y - from.y};
  const auto side = [&](double towards, double room) {
    if (towards == 0)
      return room >= 0;
    if (towards < 0)
      enter = std::max(enter, room / towards);
    else
      leave = std::min(leave, room / towards);
    return true;
  };
  if (!side(-step.x, from.x) || !side(step.x, width - from.x) || !side(-step.y, from.y)
      || !side(step.y, height - from.y) || enter >= leave)
    return false;
  to = {from.x + leave * step.x, from.y + leave * step.y};
  from = {from.x + enter * step.x, from.y + enter * step.y};
  return true;
}

} // namespace

void for_each_cell_along(const Grid &grid, const Point &start, const Point &end,
                         const std::function<void(std::size_t cell, double metres)> &take) {
  const Box extent = grid.extent();
  const auto in_cells = [&](const Point &point) {
    return Point{(point.x - extent.xmin) / grid.resolution, (point.y - extent.ymin) / grid.resolution};
  };
  Point from = in_cells(start);
  Point to = in_cells(end);
  if (!clip(from, to, static_cast<double>(grid.width), static_cast<double>(grid.height)))
    return;
  const double metres = std::hypot(to.x - from.x, to.y - from.y) * grid.resolution;
  const std::vector<double> shares = passages(from, to);
  for (std::size_t piece = 0; piece + 1 < shares.size(); ++piece) {
    if (!(shares[piece + 1] > shares[piece]))
      continue;
    const double middle = (shares[piece] + shares[piece + 1]) / 2;
    const auto at = [middle](double first, double last, std::int64_t cells) {
      return std::clamp<std::int64_t>(static_cast<std::int64_t>(std::floor(first + middle * (last - first))),
                                      0, cells - 1);
    };
    const std::int64_t row = grid.height - 1 - at(from.y, to.y, grid.height);
    take(static_cast<std::size_t>(row * grid.width + at(from.x, to.x, grid.width)),
         metres * (shares[piece + 1] - shares[piece]));
  }
}

} // namespace cortege::engine
