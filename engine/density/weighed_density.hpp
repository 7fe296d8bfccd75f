#pragma once

#include "engine/density/density.hpp"
#include "engine/density/point_density.hpp"

namespace cortege::engine {

/// The densities of the same features under one weight after another: what depends on places alone is worked
/// out once. Refers to the features: they must outlive it.
class WeighedDensity {
public:
  /// Throws as density().
  WeighedDensity(const Features &features, const DensityParameters &parameters, const Progress &progress);

  /// Each mass as it is.
  void compute(const RowSink &sink, const Progress &progress) const;
  /// Each mass times the weight of its feature: one for each, finite and not negative.
  void compute(std::span<const double> weights, const RowSink &sink, const Progress &progress);

private:
  void compute(const Features &shapes, const RowSink &sink, const Progress &progress) const;

  const Features &features_;
  DensityParameters parameters_;
  PointDensity points_;
  Column<double> masses_;
};

} // namespace cortege::engine
