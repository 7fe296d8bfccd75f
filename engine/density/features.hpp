#pragma once

#include "engine/column.hpp"
#include "engine/geometry.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace cortege::engine {

/// Features with masses, kept as columns. Every adder takes one feature, single or multiple, and spreads its
/// mass evenly over its geometry: equally over points, per metre over lines, per m² over polygons. Every
/// adder throws Error, and adds nothing, for a mass that is not finite or is negative, a coordinate that is
/// not finite or exceeds 1e9 m, or an empty geometry.
class Features {
public:
  struct Points {
    Column<double> x, y, mass;
    Column<std::size_t> feature; ///< the number of the feature, in the order of adding
  };
  struct Segments {
    Column<double> x0, y0, x1, y1, mass;
    Column<std::size_t> feature;
  };
  /// Oriented edges: an exterior ring runs anticlockwise, a hole clockwise.
  struct Edges {
    Column<double> x0, y0, x1, y1;
  };
  /// One per feature: its edges are [first, first + count).
  struct Area {
    std::size_t first = 0;
    std::size_t count = 0;
    double mass = 0;
    double square_metres = 0;
    std::size_t feature = 0;
  };

  void add_point(const Point &point, double mass);
  void add_points(std::span<const Point> points, double mass);
  /// A line without length is the point where it stands.
  void add_line(const Line &line, double mass);
  void add_lines(std::span<const Line> lines, double mass);
  /// An invalid polygon is made valid first (GEOS, by structure); without any area left it is refused.
  void add_polygon(const Polygon &polygon, double mass);
  void add_polygons(std::span<const Polygon> polygons, double mass);

  /// Points, lines or polygons, whichever the shape holds.
  void add(const Shape &shape, double mass);

  /// The same features, each mass times its weight; those of weight zero are left out. One weight per
  /// feature, finite and not negative.
  [[nodiscard]] Features weighted(std::span<const double> weights) const;

  void reserve_points(std::size_t count);

  [[nodiscard]] const Points &points() const { return points_; }
  [[nodiscard]] const Segments &segments() const { return segments_; }
  [[nodiscard]] const Edges &edges() const { return edges_; }
  [[nodiscard]] const std::vector<Area> &areas() const { return areas_; }

  /// Number of features added.
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] double mass() const { return mass_; }
  /// The extent of all that was added; nothing when nothing was.
  [[nodiscard]] std::optional<Box> extent() const { return extent_; }

private:
  void count(double mass);
  void grow(double x, double y);
  void put_point(const Point &point, double mass);

  Points points_;
  Segments segments_;
  Edges edges_;
  std::vector<Area> areas_;
  std::size_t size_ = 0;
  double mass_ = 0;
  std::optional<Box> extent_;
};

} // namespace cortege::engine
