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

constinit const RowKernels avx512_row_kernels = avx512::kernels_of_this_build("avx512");

} // namespace cortege::engine

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif
#endif
