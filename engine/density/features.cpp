#include "engine/density/features.hpp"

#include "engine/density/valid_area.hpp"
#include "engine/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace cortege::engine {

namespace {

constexpr double largest_coordinate = 1e9;

void check(double mass) {
  if (!std::isfinite(mass))
    throw Error("The mass is not a number.");
  if (mass < 0)
    throw Error(fmt::format("The mass is {}: it must be zero or positive.", mass));
}

void check(const Point &point) {
  if (!(std::abs(point.x) <= largest_coordinate && std::abs(point.y) <= largest_coordinate))
    throw Error("A coordinate is not a finite number of metres.");
}

void check(std::span<const Point> points) {
  if (points.empty())
    throw Error("The geometry is empty.");
  for (const Point &point : points)
    check(point);
}

double length_of(const Point &a, const Point &b) {
  return std::hypot(b.x - a.x, b.y - a.y);
}

double length_of(std::span<const Line> lines) {
  double length = 0;
  for (const Line &line : lines)
    for (std::size_t i = 1; i < line.size(); ++i)
      length += length_of(line[i - 1], line[i]);
  return length;
}

// Twice the signed area around the first vertex: absolute projected coordinates would cost nine digits.
double twice_area(const Line &ring) {
  double sum = 0;
  for (std::size_t i = 1; i + 1 < ring.size(); ++i)
    sum += (ring[i].x - ring[0].x) * (ring[i + 1].y - ring[0].y)
           - (ring[i + 1].x - ring[0].x) * (ring[i].y - ring[0].y);
  return sum;
}

} // namespace

void Features::count(double mass) {
  ++size_;
  mass_ += mass;
}

void Features::grow(double x, double y) {
  if (!extent_)
    extent_ = Box{x, y, x, y};
  extent_ = Box{std::min(extent_->xmin, x), std::min(extent_->ymin, y), std::max(extent_->xmax, x),
                std::max(extent_->ymax, y)};
}

void Features::put_point(const Point &point, double mass) {
  points_.x.push_back(point.x);
  points_.y.push_back(point.y);
  points_.mass.push_back(mass);
  points_.feature.push_back(size_);
  grow(point.x, point.y);
}

void Features::add_point(const Point &point, double mass) {
  check(mass);
  check(point);
  put_point(point, mass);
  count(mass);
}

void Features::add_points(std::span<const Point> points, double mass) {
  check(mass);
  check(points);
  for (const Point &point : points)
    put_point(point, mass / static_cast<double>(points.size()));
  count(mass);
}

void Features::add_line(const Line &line, double mass) {
  add_lines({&line, 1}, mass);
}

void Features::add_lines(std::span<const Line> lines, double mass) {
  check(mass);
  if (lines.empty())
    throw Error("The geometry is empty.");
  for (const Line &line : lines)
    check(line);
  const double length = length_of(lines);
  if (length == 0)
    return add_points(lines.front(), mass);
  for (const Line &line : lines)
    for (std::size_t i = 1; i < line.size(); ++i) {
      const Point &a = line[i - 1];
      const Point &b = line[i];
      const double share = mass * (length_of(a, b) / length);
      if (a == b)
        continue;
      segments_.x0.push_back(a.x);
      segments_.y0.push_back(a.y);
      segments_.x1.push_back(b.x);
      segments_.y1.push_back(b.y);
      segments_.mass.push_back(share);
      segments_.feature.push_back(size_);
      grow(a.x, a.y);
      grow(b.x, b.y);
    }
  count(mass);
}

void Features::add_polygon(const Polygon &polygon, double mass) {
  add_polygons({&polygon, 1}, mass);
}

void Features::add_polygons(std::span<const Polygon> polygons, double mass) {
  check(mass);
  if (polygons.empty())
    throw Error("The geometry is empty.");
  for (const Polygon &polygon : polygons) {
    if (polygon.empty())
      throw Error("The geometry is empty.");
    for (const Line &ring : polygon)
      check(ring);
  }
  Area area{edges_.x0.size(), 0, mass, 0, size_};
  for (const Polygon &polygon : valid_area(polygons))
    for (std::size_t r = 0; r < polygon.size(); ++r) {
      Line ring = polygon[r];
      const double twice = twice_area(ring);
      if ((twice < 0) == (r == 0))
        std::reverse(ring.begin(), ring.end());
      area.square_metres += (r == 0 ? 0.5 : -0.5) * std::abs(twice);
      for (std::size_t i = 1; i < ring.size(); ++i) {
        edges_.x0.push_back(ring[i - 1].x);
        edges_.y0.push_back(ring[i - 1].y);
        edges_.x1.push_back(ring[i].x);
        edges_.y1.push_back(ring[i].y);
        grow(ring[i].x, ring[i].y);
      }
    }
  area.count = edges_.x0.size() - area.first;
  areas_.push_back(area);
  count(mass);
}

void Features::add(const Shape &shape, double mass) {
  if (!shape.polygons.empty())
    add_polygons(shape.polygons, mass);
  else if (!shape.lines.empty())
    add_lines(shape.lines, mass);
  else
    add_points(shape.points, mass);
}

void Features::reserve_points(std::size_t number) {
  for (auto *column : {&points_.x, &points_.y, &points_.mass})
    column->reserve(number);
  points_.feature.reserve(number);
}

} // namespace cortege::engine
