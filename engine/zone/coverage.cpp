#include "engine/zone/coverage.hpp"

#include "engine/measure.hpp"

#include <algorithm>
#include <cmath>

namespace cortege::engine {

namespace {

constexpr double no_share = 1e-11; // of a cell: below, only rounding

/// Edges in cells from the window's north-west corner, y southward. The exterior of a counter-clockwise ring
/// goes down (south) on its western side, and what lies east of that is inside: after all edges of closed
/// rings, the running sum of a row is the share of each cell inside.
class SignedAreas {
public:
  SignedAreas(std::int64_t width, std::int64_t height)
      : width_(width), height_(height), deltas_(static_cast<std::size_t>((width + 2) * height), 0.0) {}

  void add_edge(Point from, Point to) {
    double sign = 1;
    if (from.y == to.y)
      return;
    if (from.y > to.y) {
      std::swap(from, to);
      sign = -sign;
    }
    const double slope = (to.x - from.x) / (to.y - from.y);
    const auto x_at = [&](double y) {
      return std::clamp(from.x + slope * (y - from.y), std::min(from.x, to.x), std::max(from.x, to.x));
    };
    const double top = std::max(from.y, 0.0);
    const double bottom = std::min(to.y, static_cast<double>(height_));
    for (auto row = static_cast<std::int64_t>(top); row < height_ && static_cast<double>(row) < bottom;
         ++row) {
      const double y0 = std::max(top, static_cast<double>(row));
      const double y1 = std::min(bottom, static_cast<double>(row + 1));
      if (y1 > y0)
        add_in_row(row, x_at(y0), x_at(y1), sign * (y1 - y0));
    }
  }

  [[nodiscard]] std::vector<double> shares() const {
    std::vector<double> shares;
    shares.reserve(static_cast<std::size_t>(width_ * height_));
    for (std::int64_t row = 0; row < height_; ++row) {
      double sum = 0;
      for (std::int64_t column = 0; column < width_; ++column) {
        sum += deltas_[static_cast<std::size_t>(row * (width_ + 2) + column)];
        shares.push_back(sum < no_share ? 0 : std::min(sum, 1.0));
      }
    }
    return shares;
  }

private:
  // All to the east of an edge piece is on its inner side; within the cells it crosses, the part east of it.
  void add_in_row(std::int64_t row, double x0, double x1, double height) {
    const double west = std::min(x0, x1);
    const double east = std::max(x0, x1);
    const double limit = static_cast<double>(width_);
    if (east <= 0 || west >= limit || east == west) {
      add_in_cell(row, std::clamp(west, 0.0, limit), std::clamp(west, 0.0, limit), height);
      return;
    }
    const double per_metre = height / (east - west);
    if (west < 0)
      add_in_cell(row, 0, 0, per_metre * -west);
    for (double x = std::max(west, 0.0); x < std::min(east, limit);) {
      const double next = std::min({std::floor(x) + 1, east, limit});
      add_in_cell(row, x, next, per_metre * (next - x));
      x = next;
    }
  }

  void add_in_cell(std::int64_t row, double west, double east, double height) {
    const double middle = (west + east) / 2;
    const double cell = std::floor(middle);
    double *delta = &deltas_[static_cast<std::size_t>(row * (width_ + 2) + static_cast<std::int64_t>(cell))];
    delta[0] += height * (1 - (middle - cell));
    delta[1] += height * (middle - cell);
  }

  std::int64_t width_;
  std::int64_t height_;
  std::vector<double> deltas_;
};

} // namespace

Coverage coverage_of_outline(const Grid &grid, std::span<const Edge> outline) {
  Coverage result;
  Box box{HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};
  for (const Edge &edge : outline)
    box = {std::min(box.xmin, edge.from.x), std::min(box.ymin, edge.from.y), std::max(box.xmax, edge.from.x),
           std::max(box.ymax, edge.from.y)};
  if (outline.empty())
    return result;
  const Box extent = grid.extent();
  const auto cell = [&](double metres) {
    return static_cast<std::int64_t>(std::floor(metres / grid.resolution));
  };
  const auto within = [](double metres, double side) { return std::clamp(metres, 0.0, side); };
  const double width = extent.xmax - extent.xmin;
  const double height = extent.ymax - extent.ymin;
  result.first_column = cell(within(box.xmin - extent.xmin, width));
  result.first_row = cell(within(extent.ymax - box.ymax, height));
  result.width = std::min(grid.width, cell(within(box.xmax - extent.xmin, width)) + 1) - result.first_column;
  result.height = std::min(grid.height, cell(within(extent.ymax - box.ymin, height)) + 1) - result.first_row;
  if (result.width <= 0 || result.height <= 0) {
    result.width = result.height = 0;
    return result;
  }
  const Point corner{extent.xmin + static_cast<double>(result.first_column) * grid.resolution,
                     extent.ymax - static_cast<double>(result.first_row) * grid.resolution};
  const auto in_cells = [&](const Point &point) {
    return Point{(point.x - corner.x) / grid.resolution, (corner.y - point.y) / grid.resolution};
  };
  SignedAreas areas(result.width, result.height);
  for (const Edge &edge : outline)
    areas.add_edge(in_cells(edge.from), in_cells(edge.to));
  result.shares = areas.shares();
  return result;
}

Coverage coverage(const Grid &grid, const Polygon &polygon) {
  std::vector<Edge> outline;
  for (std::size_t ring = 0; ring < polygon.size(); ++ring) {
    const Line &line = polygon[ring];
    const bool kept = (signed_area(line) > 0) == (ring == 0);
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
      outline.push_back(kept ? Edge{line[i], line[i + 1]} : Edge{line[i + 1], line[i]});
  }
  return coverage_of_outline(grid, outline);
}

} // namespace cortege::engine
