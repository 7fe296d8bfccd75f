// The row kernels for processors with AVX2.
#include "engine/density/row_kernels.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

// Everything from the standard library is included above: only what follows is built for the narrower set of
// processors.
#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2")
#endif
#define CORTEGE_LANES 4

namespace cortege::engine {
namespace avx2 {
#include "engine/density/row_kernels.inl"
} // namespace avx2

const RowKernels avx2_row_kernels{"avx2",
                                  avx2::scatter_quadratic,
                                  avx2::scatter_quartic,
                                  avx2::sum_uniform,
                                  avx2::sum_epanechnikov,
                                  avx2::sum_quartic,
                                  {avx2::stamp_uniform, avx2::stamp_epanechnikov, avx2::stamp_quartic,
                                   avx2::stamp_triangular, avx2::stamp_gaussian},
                                  avx2::add_moments,
                                  avx2::sum_moments,
                                  {avx2::line_uniform, avx2::line_epanechnikov, avx2::line_quartic},
                                  {avx2::edge_uniform, avx2::edge_epanechnikov, avx2::edge_quartic},
                                  {avx2::mean_uniform, avx2::mean_epanechnikov, avx2::mean_quartic}};

} // namespace cortege::engine

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif
#endif
