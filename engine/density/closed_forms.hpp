#pragma once

#include "engine/density/kernel.hpp"

#include <cmath>
#include <numbers>

namespace cortege::engine {

/// Closed forms of the kernels in units of the bandwidth. On a straight edge, p is the signed distance of the
/// edge's line and t the position along it, both seen from the cell; u = p² + t².
struct ClosedForms {
  Kernel kernel;

  /// ∫ k dt.
  [[nodiscard]] double along(double p, double t) const {
    using std::numbers::pi;
    const double c = 1 - p * p;
    const double t2 = t * t;
    switch (kernel) {
    case Kernel::uniform:
      return t / pi;
    case Kernel::epanechnikov:
      return 2 / pi * t * (c - t2 / 3);
    case Kernel::quartic:
      return 3 / pi * t * (c * c - t2 * (2 * c / 3 - t2 / 5));
    case Kernel::triangular:
      return 3 / pi * (t - distance_integral(p, t));
    case Kernel::gaussian:
      return std::exp(-p * p / 2) * std::erf(t / std::numbers::sqrt2) / std::sqrt(8 * pi);
    }
    return 0;
  }

  /// ∫ √(p² + t²) dt.
  static double distance_integral(double p, double t) {
    const double q = std::abs(p);
    return 0.5 * (t * std::hypot(p, t) + (q > 0 ? p * p * std::asinh(t / q) : 0));
  }

  /// ∫ p·M(u)/u dt, with M(u) the kernel's mass within distance √u.
  [[nodiscard]] double across(double p, double t0, double t1) const {
    return kernel == Kernel::gaussian ? p * gaussian_across(p, t0, t1) : p * (across(p, t1) - across(p, t0));
  }

private:
  [[nodiscard]] double across(double p, double t) const {
    const double p2 = p * p;
    const double t2 = t * t;
    switch (kernel) {
    case Kernel::uniform:
      return t;
    case Kernel::epanechnikov:
      return t * (2 - p2 - t2 / 3);
    case Kernel::quartic:
      return t * (3 - 3 * (p2 + t2 / 3) + p2 * p2 + t2 * (2 * p2 / 3 + t2 / 5));
    case Kernel::triangular:
      return 3 * t - 2 * distance_integral(p, t);
    case Kernel::gaussian:
      break;
    }
    return 0;
  }

  // (1 − exp(−u/2))/u is smooth: eight Gauss–Legendre nodes on pieces of half a bandwidth leave less than
  // 1e-15.
  static double gaussian_across(double p, double t0, double t1) {
    constexpr double node[] = {0.1834346424956498, 0.5255324099163290, 0.7966664774136267,
                               0.9602898564975363};
    constexpr double weight[] = {0.3626837833783620, 0.3137066458778873, 0.2223810344533745,
                                 0.1012285362903763};
    const auto smooth = [p](double t) {
      const double u = p * p + t * t;
      return u > 0 ? -std::expm1(-u / 2) / u : 0.5;
    };
    const int pieces = 1 + static_cast<int>(2 * std::abs(t1 - t0));
    const double half = (t1 - t0) / (2 * pieces);
    double sum = 0;
    for (int piece = 0; piece < pieces; ++piece) {
      const double middle = t0 + half * (2 * piece + 1);
      for (int n = 0; n < 4; ++n)
        sum += weight[n] * (smooth(middle - half * node[n]) + smooth(middle + half * node[n]));
    }
    return half * sum;
  }
};

} // namespace cortege::engine
