#pragma once

#include <string>
#include <string_view>

namespace cortege::engine {

/// Radial kernels of unit mass in the plane. With d the distance and h the bandwidth, for d < h:
///   uniform       1/(πh²)
///   epanechnikov  2/(πh²)·(1 − d²/h²)
///   quartic       3/(πh²)·(1 − d²/h²)²
///   triangular    3/(πh²)·(1 − d/h)
/// and zero beyond. Gaussian takes its bandwidth as σ: 1/(2πσ²)·exp(−d²/2σ²), cut where it is below 1e-16 of
/// its peak. Source: B. W. Silverman, Density Estimation for Statistics and Data Analysis (1986), §4.2.
enum class Kernel { uniform, epanechnikov, quartic, triangular, gaussian };

/// Throws Error when there is no kernel of that name.
Kernel kernel_named(std::string_view name);
std::string name_of(Kernel kernel);

/// Distance in metres beyond which a feature adds exactly nothing: h, or 9σ east-west or north-south for
/// Gaussian.
double reach(Kernel kernel, double bandwidth);

/// Value at distance zero, per m²: what a unit mass at a cell's centre gives.
double peak(Kernel kernel, double bandwidth);

} // namespace cortege::engine
