#include "engine/density/area_moments.hpp"

#include <algorithm>
#include <cmath>

namespace cortege::engine {

namespace {

// A homogeneous function of degree n integrates over the triangle (0, a, b) to a×b/(n + 2) times its mean
// over the side ab; three Gauss–Legendre nodes are exact up to the fifth degree.
template <class Visit>
void at_nodes(const Point &a, const Point &b, const Visit &visit) {
  constexpr double node[] = {0.1127016653792583, 0.5, 0.8872983346207417};
  constexpr double weight[] = {5.0 / 18, 8.0 / 18, 5.0 / 18};
  const double cross = a.x * b.y - a.y * b.x;
  for (int n = 0; n < 3; ++n)
    visit(a.x + node[n] * (b.x - a.x), a.y + node[n] * (b.y - a.y), weight[n] * cross);
}

} // namespace

AreaMoments moments_of(const Features::Edges &edges, const Features::Area &area) {
  const std::size_t last = area.first + area.count;
  AreaMoments moments;
  // First around a vertex, near by, to find the centre; then around the centre.
  moments.centre = {edges.x0[area.first], edges.y0[area.first]};
  const auto each = [&](const auto &visit) {
    for (std::size_t i = area.first; i < last; ++i)
      at_nodes({edges.x0[i] - moments.centre.x, edges.y0[i] - moments.centre.y},
               {edges.x1[i] - moments.centre.x, edges.y1[i] - moments.centre.y}, visit);
  };
  double first_x = 0;
  double first_y = 0;
  each([&](double x, double y, double weight) {
    first_x += weight * x / 3;
    first_y += weight * y / 3;
  });
  moments.centre.x += first_x / area.square_metres;
  moments.centre.y += first_y / area.square_metres;
  each([&](double x, double y, double weight) {
    const double square = x * x + y * y;
    const std::array<double, 7> terms{square / 4,     x * x / 4,      x * y / 4,          y * y / 4,
                                      x * square / 5, y * square / 5, square * square / 6};
    for (std::size_t m = 0; m < terms.size(); ++m)
      moments.values[m] += weight * terms[m] / area.square_metres;
  });
  for (std::size_t i = area.first; i < last; ++i)
    moments.radius =
        std::max(moments.radius, std::hypot(edges.x0[i] - moments.centre.x, edges.y0[i] - moments.centre.y));
  return moments;
}

} // namespace cortege::engine
