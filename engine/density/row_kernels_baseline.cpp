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

constinit const RowKernels baseline_row_kernels = baseline::kernels_of_this_build("baseline");

} // namespace cortege::engine
