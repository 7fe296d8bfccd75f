#include "engine/density/row_kernels.hpp"

#include <cstdlib>
#include <string_view>

namespace cortege::engine {

namespace {

const RowKernels &chosen() {
#if defined(__x86_64__) && defined(__GNUC__)
  const char *asked = std::getenv("CORTEGE_SIMD");
  const std::string_view at_most = asked ? asked : "avx512";
  __builtin_cpu_init();
  const bool avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
                      && __builtin_cpu_supports("avx512vl");
  if (at_most == "avx512" && avx512)
    return avx512_row_kernels;
  if (at_most != "baseline" && __builtin_cpu_supports("avx2"))
    return avx2_row_kernels;
#endif
  return baseline_row_kernels;
}

} // namespace

const RowKernels &row_kernels() {
  static const RowKernels &kernels = chosen();
  return kernels;
}

} // namespace cortege::engine
