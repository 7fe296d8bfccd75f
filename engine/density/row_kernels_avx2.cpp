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

constinit const RowKernels avx2_row_kernels = avx2::kernels_of_this_build("avx2");

} // namespace cortege::engine

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif
#endif
