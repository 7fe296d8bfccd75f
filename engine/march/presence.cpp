#include "engine/march/presence.hpp"

#include "engine/measure.hpp"
#include "engine/zone/coverage.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

namespace cortege::engine {

namespace {

constexpr double seconds_per_hour = 3600;
constexpr int disc_sides = 64;

double disc_radius(const March &march) {
  return std::sqrt(march.persons() / march.density() / std::numbers::pi);
}

/// A raster to which areas of even density are added.
class Canvas {
public:
  explicit Canvas(const Grid &grid) : grid_(grid), values_(static_cast<std::size_t>(grid.cells()), 0.0) {}

  void add(const Polygon &polygon, double density) {
    const Coverage covered = coverage(grid_, polygon);
    for (std::int64_t row = 0; row < covered.height; ++row) {
      const std::int64_t start = (covered.first_row + row) * grid_.width + covered.first_column;
      for (std::int64_t column = 0; column < covered.width; ++column)
        values_[static_cast<std::size_t>(start + column)] += density * covered.at(column, row);
    }
  }

  std::vector<double> take() { return std::move(values_); }

private:
  const Grid &grid_;
  std::vector<double> values_;
};

Polygon street_piece(const Point &from, const Point &to, double width) {
  const double metres = std::hypot(to.x - from.x, to.y - from.y);
  const double x = (to.y - from.y) / metres * width / 2;
  const double y = (from.x - to.x) / metres * width / 2;
  return {{{from.x + x, from.y + y},
           {to.x + x, to.y + y},
           {to.x - x, to.y - y},
           {from.x - x, from.y - y},
           {from.x + x, from.y + y}}};
}

void add_waiting(Canvas &canvas, const March &march, double mass) {
  const Point centre = march.route().line().front();
  const double radius = disc_radius(march);
  Line ring;
  for (int i = 0; i < disc_sides; ++i) {
    const double angle = 2 * std::numbers::pi * i / disc_sides;
    ring.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
  }
  ring.push_back(ring.front());
  if (mass > 0)
    canvas.add({ring}, mass / signed_area(ring));
}

/// A stretch of column cut where `each`, what a person there counts for, jumps or bends.
struct Weighing {
  std::vector<double> cuts;
  std::function<double(double chainage)> each;
};

void add_street(Canvas &canvas, const March &march, double longest_piece, Weighing weighing,
                const Progress &progress) {
  const Route &route = march.route();
  std::vector<double> &cuts = weighing.cuts;
  cuts.insert(cuts.end(), route.chainages().begin(), route.chainages().end());
  std::sort(cuts.begin(), cuts.end());
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    const double from = std::max(0.0, cuts[i]);
    const double metres = std::min(route.length(), cuts[i + 1]) - from;
    if (!(metres > 0))
      continue;
    const auto pieces = static_cast<int>(std::ceil(metres / longest_piece));
    const double width = march.width(route.segment_at(from + metres / 2));
    for (int piece = 0; piece < pieces; ++piece) {
      const double start = from + metres * piece / pieces;
      const double end = from + metres * (piece + 1) / pieces;
      const double each = weighing.each((start + end) / 2);
      const Point a = route.at(start);
      const Point b = route.at(end);
      if (each > 0 && !(a == b))
        canvas.add(street_piece(a, b, width), each * march.persons_per_metre() / width);
    }
    report(progress, std::min(1.0, cuts[i + 1] / route.length()));
  }
}

/// What a person standing upstream of the departure counts for in all: the queue is a column that has not
/// left.
double upstream(const March &march, Weighing weighing) {
  std::vector<double> &cuts = weighing.cuts;
  cuts.insert(cuts.end(), {-march.column_length(), 0});
  std::sort(cuts.begin(), cuts.end());
  double sum = 0;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    const double from = std::max(-march.column_length(), cuts[i]);
    const double metres = std::min(0.0, cuts[i + 1]) - from;
    if (metres > 0)
      sum += metres * march.persons_per_metre() * weighing.each(from + metres / 2);
  }
  return sum;
}

Weighing hours_in(const March &march, const Window &window) {
  const double from = Seconds(window.from - march.start()).count();
  const double to = Seconds(window.to - march.start()).count();
  Weighing weighing{march.breaks(), {}};
  for (const double bound : {from, to})
    for (const double behind : {0.0, march.column_length()})
      weighing.cuts.push_back(march.walked(bound) - behind);
  weighing.each = [&march, from, to](double chainage) {
    const double begin = std::max({0.0, from, march.head_seconds(chainage)});
    return std::max(0.0, std::min(to, march.free_seconds(chainage)) - begin) / seconds_per_hour;
  };
  return weighing;
}

} // namespace

Box march_extent(const March &march) {
  const Box route = bounds(march.route().line());
  const Point start = march.route().line().front();
  const double street = march.widest() / 2;
  const double disc = disc_radius(march);
  return {std::min(route.xmin - street, start.x - disc), std::min(route.ymin - street, start.y - disc),
          std::max(route.xmax + street, start.x + disc), std::max(route.ymax + street, start.y + disc)};
}

std::vector<double> presence(const March &march, const Grid &grid, Instant at, const Progress &progress) {
  Canvas canvas(grid);
  if (at >= march.start()) {
    const double tail = march.tail(at);
    const double head = march.head(at);
    add_waiting(canvas, march, march.crowd(at).waiting);
    add_street(
        canvas, march, grid.resolution,
        {{tail, head}, [=](double chainage) { return chainage > tail && chainage < head ? 1.0 : 0.0; }},
        progress);
  }
  return canvas.take();
}

std::vector<double> exposure(const March &march, const Grid &grid, const Window &window,
                             const Progress &progress) {
  if (window.to < window.from)
    throw Error("The window ends before it starts: exchange its bounds.");
  Canvas canvas(grid);
  add_waiting(canvas, march, upstream(march, hours_in(march, window)));
  add_street(canvas, march, grid.resolution, hours_in(march, window), progress);
  return canvas.take();
}

} // namespace cortege::engine
