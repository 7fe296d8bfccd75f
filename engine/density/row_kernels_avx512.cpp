// The row kernels for processors with AVX-512.
#include "engine/density/row_kernels.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

// Everything from the standard library is included above: only what follows is built for the narrower set of
// processors.
#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512vl"))), apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx512f,avx512dq,avx512vl")
#endif
#define CORTEGE_LANES 8

namespace cortege::engine {
namespace avx512 {
#include "engine/density/row_kernels.inl"
} // namespace avx512

const RowKernels avx512_row_kernels{"avx512",
                                    avx512::scatter_quadratic,
                                    avx512::scatter_quartic,
                                    avx512::sum_uniform,
                                    avx512::sum_epanechnikov,
                                    avx512::sum_quartic,
                                    {avx512::stamp_uniform, avx512::stamp_epanechnikov, avx512::stamp_quartic,
                                     avx512::stamp_triangular, avx512::stamp_gaussian},
                                    avx512::add_moments,
                                    avx512::sum_moments,
                                    {avx512::line_uniform, avx512::line_epanechnikov, avx512::line_quartic},
                                    {avx512::edge_uniform, avx512::edge_epanechnikov, avx512::edge_quartic},
                                    {avx512::mean_uniform, avx512::mean_epanechnikov, avx512::mean_quartic}};

} // namespace cortege::engine

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif
#endif
