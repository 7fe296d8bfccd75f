#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace cortege::engine {

/// Thresholds for zones from the values of a raster. Both look at positive, finite values only: calm ground,
/// which is exactly 0, would else be most of every class. They return at most `count` strictly increasing
/// thresholds, fewer when values are too few to differ, none when no value is positive. Throws Error when
/// count is 0.

/// Thresholds that leave equal shares of the positive cells between them, the lowest being the 1/(count+1)
/// quantile (Hyndman and Fan's type 7, as R and NumPy).
std::vector<double> quantile_thresholds(std::span<const float> values, std::size_t count);

/// Natural breaks: the count+1 classes of least squared deviation (Fisher 1958, Jenks 1977), found exactly. A
/// threshold is the lowest value of its class. More than 20 000 distinct values are first gathered into as
/// many bins of equal width, and breaks are then exact to a bin.
std::vector<double> natural_thresholds(std::span<const float> values, std::size_t count);

} // namespace cortege::engine
