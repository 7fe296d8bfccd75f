// The row kernels for every processor.
#include "engine/density/row_kernels.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#if defined(__SSE2__) && defined(__GNUC__)
#include <emmintrin.h>
#define CORTEGE_LANES 2
#else
#define CORTEGE_LANES 1
#endif

namespace cortege::engine {
namespace baseline {
#include "engine/density/row_kernels.inl"
} // namespace baseline

const RowKernels baseline_row_kernels{
    "baseline",
    baseline::scatter_quadratic,
    baseline::scatter_quartic,
    baseline::sum_uniform,
    baseline::sum_epanechnikov,
    baseline::sum_quartic,
    {baseline::stamp_uniform, baseline::stamp_epanechnikov, baseline::stamp_quartic,
     baseline::stamp_triangular, baseline::stamp_gaussian},
    baseline::add_moments,
    baseline::sum_moments,
    {baseline::line_uniform, baseline::line_epanechnikov, baseline::line_quartic},
    {baseline::edge_uniform, baseline::edge_epanechnikov, baseline::edge_quartic},
    {baseline::mean_uniform, baseline::mean_epanechnikov, baseline::mean_quartic}};

} // namespace cortege::engine
