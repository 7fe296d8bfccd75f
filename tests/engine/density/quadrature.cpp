#include "tests/engine/density/support.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace cortege::engine::test {

namespace {

using Real = long double;
constexpr Real pi = std::numbers::pi_v<Real>;

struct Rule {
  static constexpr int nodes = 20;
  Real node[nodes], weight[nodes];

  Rule() {
    for (int i = 0; i < nodes; ++i) {
      Real x = std::cos(pi * (i + 0.75L) / (nodes + 0.5L));
      Real slope = 0;
      for (int step = 0; step < 100; ++step) {
        Real p = 1;
        Real before = 0;
        for (int n = 0; n < nodes; ++n)
          before = std::exchange(p, ((2 * n + 1) * x * p - n * before) / (n + 1));
        slope = nodes * (x * p - before) / (x * x - 1);
        x -= p / slope;
      }
      node[i] = x;
      weight[i] = 2 / ((1 - x * x) * slope * slope);
    }
  }
};

// Over each piece between sorted breaks inside [from, to].
template <class Function>
Real integral(Real from, Real to, std::vector<Real> breaks, const Function &function) {
  static const Rule rule;
  breaks.insert(breaks.end(), {from, to});
  for (Real &b : breaks)
    b = std::clamp(b, from, to);
  std::ranges::sort(breaks);
  Real sum = 0;
  for (std::size_t i = 1; i < breaks.size(); ++i)
    for (int n = 0; n < Rule::nodes; ++n) {
      const Real half = (breaks[i] - breaks[i - 1]) / 2;
      sum += half * rule.weight[n] * function(breaks[i - 1] + half * (1 + rule.node[n]));
    }
  return sum;
}

// In units of the bandwidth.
Real value(Kernel kernel, Real u) {
  switch (kernel) {
  case Kernel::uniform:
    return u < 1 ? 1 / pi : 0;
  case Kernel::epanechnikov:
    return u < 1 ? 2 / pi * (1 - u) : 0;
  case Kernel::quartic:
    return u < 1 ? 3 / pi * (1 - u) * (1 - u) : 0;
  case Kernel::triangular:
    return u < 1 ? 3 / pi * (1 - std::sqrt(u)) : 0;
  default:
    return std::exp(-u / 2) / (2 * pi);
  }
}

Real mass_within(Kernel kernel, Real u) {
  if (kernel == Kernel::gaussian)
    return -std::expm1(-u / 2);
  u = std::min<Real>(u, 1);
  switch (kernel) {
  case Kernel::uniform:
    return u;
  case Kernel::epanechnikov:
    return u * (2 - u);
  case Kernel::quartic:
    return 1 - (1 - u) * (1 - u) * (1 - u);
  default:
    return u * (3 - 2 * std::sqrt(u));
  }
}

struct Seen {
  Real p, t0, t1; // distance of the edge's line and positions of its ends along it
};

Seen seen(Real x0, Real y0, Real x1, Real y1) {
  const Real length = std::hypot(x1 - x0, y1 - y0);
  const Real ux = (x1 - x0) / length;
  const Real uy = (y1 - y0) / length;
  return {x0 * uy - y0 * ux, x0 * ux + y0 * uy, x1 * ux + y1 * uy};
}

Real along(Kernel kernel, const Seen &e) {
  const Real half = std::sqrt(std::max<Real>(0, 1 - e.p * e.p));
  std::vector<Real> breaks{-half, 0, half};
  for (int i = -9; i <= 9; ++i)
    breaks.push_back(i);
  for (Real b = 1e-4L; b < 1; b *= 8)
    breaks.insert(breaks.end(), {-b, b});
  return integral(e.t0, e.t1, breaks, [&](Real t) { return value(kernel, e.p * e.p + t * t); })
         / (e.t1 - e.t0);
}

Real angle(Real x0, Real y0, Real x1, Real y1) {
  return std::atan2(x0 * y1 - y0 * x1, x0 * x1 + y0 * y1);
}

// The kernel over the triangle of cell and edge, by the divergence theorem: M(u)/u along the part near by,
// where it is smooth, and the angle alone beyond.
Real across(Kernel kernel, const Seen &e) {
  const Real reach = kernel == Kernel::gaussian ? 13 : 1;
  const Real half = std::sqrt(std::max<Real>(0, reach * reach - e.p * e.p));
  const Real from = std::clamp(e.t0, -half, half);
  const Real to = std::clamp(e.t1, -half, half);
  std::vector<Real> breaks{0};
  for (int i = -13; i <= 13; ++i)
    breaks.push_back(i);
  for (Real b = 1e-4L; b < 1; b *= 8)
    breaks.insert(breaks.end(), {-b, b});
  const Real near = integral(from, to, breaks, [&](Real t) {
    const Real u = e.p * e.p + t * t;
    return u > 0 ? e.p * mass_within(kernel, u) / u : 0;
  });
  return (near + angle(e.t0, -e.p, from, -e.p) + angle(to, -e.p, e.t1, -e.p)) / (2 * pi);
}

} // namespace

std::vector<long double> by_quadrature(const Features &features, const DensityParameters &parameters) {
  const Grid &grid = parameters.grid;
  const Real h = parameters.bandwidth;
  std::vector<long double> values(static_cast<std::size_t>(grid.cells()));
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto width = static_cast<std::size_t>(grid.width);
    const Real r = grid.resolution;
    const Real x = (static_cast<Real>(grid.first_column) + static_cast<Real>(i % width) + 0.5L) * r;
    const Real y =
        (static_cast<Real>(grid.first_row + grid.height - 1) - static_cast<Real>(i / width) + 0.5L) * r;
    const auto &s = features.segments();
    for (std::size_t n = 0; n < s.x0.size(); ++n)
      values[i] += s.mass[n] / (h * h)
                   * along(parameters.kernel,
                           seen((s.x0[n] - x) / h, (s.y0[n] - y) / h, (s.x1[n] - x) / h, (s.y1[n] - y) / h));
    const auto &e = features.edges();
    for (const auto &area : features.areas())
      for (std::size_t n = area.first; n < area.first + area.count; ++n)
        values[i] += area.mass / area.square_metres
                     * across(parameters.kernel, seen((e.x0[n] - x) / h, (e.y0[n] - y) / h, (e.x1[n] - x) / h,
                                                      (e.y1[n] - y) / h));
  }
  return values;
}

} // namespace cortege::engine::test
