#pragma once

#include "engine/density/density.hpp"
#include "engine/time.hpp"

#include <span>

namespace cortege::engine {

/// How much of a feature's mass acts in a slice of time.
struct TimeModel {
  enum class Kind {
    share, ///< the share of its duration inside the slice; an instant is inside or not
    decay, ///< exp(−β·age) at the slice's end, age counted from the feature's end; nothing before it begins
    kernel ///< 1 − (d/b)², d from the slice's middle to the nearest instant of the feature, zero from b on
  };
  Kind kind = Kind::share;
  Seconds scale{0}; ///< decay: 1/β; kernel: b. Positive

  /// In [0, 1]; the feature must not end before it starts. Sources: decay, G. Rosser et al., Predictive crime
  /// mapping (J. Quant. Criminol. 33, 2017); kernel, T. Nakaya and K. Yano, Visualising crime clusters in a
  /// space-time cube (Trans. GIS 14, 2010).
  [[nodiscard]] double weight(const Window &feature, const Window &slice) const;
};

/// Slices [from, from + step), … up to `to`; the last one may be shorter. Throws Error when the step is not
/// positive, the window is empty, or more than 100 000 slices would come.
std::vector<Window> slices_of(const Window &window, Seconds step);

/// As RowSink, for one slice of the series.
using SliceSink = std::function<void(std::size_t slice, std::int64_t first_row, std::int64_t rows,
                                     std::span<const double> values)>;

/// The density of each slice: a feature's mass times its weight there. `when` has one window per feature, in
/// the order they were added. Slices are independent of each other and come in order; each has all that
/// density() guarantees. Throws Error when the counts differ, a feature ends before it starts (naming its
/// number, from 0) or the model's scale is not positive; else as density().
void density_series(const Features &features, std::span<const Window> when,
                    const DensityParameters &parameters, const TimeModel &model,
                    std::span<const Window> slices, const SliceSink &sink, const Progress &progress = {});

} // namespace cortege::engine
