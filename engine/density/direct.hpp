#pragma once

#include "engine/density/density.hpp"
#include "engine/density/row_blocks.hpp"

namespace cortege::engine {

/// Evaluates the closed form of every feature at every cell it reaches. Exact for every kernel and geometry;
/// the time grows with the cells inside each feature's reach.
class Direct {
public:
  /// Keeps a reference to `features`.
  Direct(const Features &features, const DensityParameters &parameters);

  void add(const RowBlock &block, const Pulse &pulse) const;

private:
  void add_row(std::int64_t row, std::span<double> values, const Pulse &pulse) const;

  const Features &features_;
  DensityParameters parameters_;
};

} // namespace cortege::engine
