#pragma once

#include "engine/density/features.hpp"
#include "engine/density/kernel.hpp"
#include "engine/grid.hpp"
#include "engine/progress.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace cortege::engine {

struct DensityParameters {
  Kernel kernel = Kernel::quartic;
  double bandwidth = 0; ///< metres, > 0; σ for Gaussian
  Grid grid;            ///< cells to compute, on the absolute lattice
  int threads = 0;      ///< 0: as many as the machine runs at once
};

/// Receives `rows` whole rows of the grid, top to bottom and west to east, the first of them being row
/// `first_row` counted from the top. Called in order, by one thread at a time. What it throws ends the
/// computation and reaches the caller.
using RowSink =
    std::function<void(std::int64_t first_row, std::int64_t rows, std::span<const double> values)>;

/// Mass per m² at the centres of the cells: λ(x) = Σ mᵢ·k̄ₕ,ᵢ(x), k̄ the kernel averaged over the feature's
/// geometry, so that a whole feature integrates to its mass.
///
/// Guaranteed: the error is below 1e-12 of the surface's maximum; a cell that no feature reaches is exactly
/// 0; a cell's value does not depend, to the last bit, on the number of threads, on the grid asked (given the
/// same resolution), nor on features that do not reach it. Memory: the features, and a few blocks of rows.
///
/// Throws Error when the bandwidth is not a positive finite number or reaches beyond 1e8 cells, the grid is
/// empty, or threads are fewer than 0; Cancelled when `progress` says so.
void density(const Features &features, const DensityParameters &parameters, const RowSink &sink,
             const Progress &progress = {});

/// The same into memory: width·height values, top row first.
std::vector<double> density(const Features &features, const DensityParameters &parameters,
                            const Progress &progress = {});

} // namespace cortege::engine
