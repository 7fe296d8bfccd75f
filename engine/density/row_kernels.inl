// The row method's loops for one build; see row_kernels.hpp.
#include "engine/density/lanes.inl"

#include "engine/density/lane_rows.inl"

#include "engine/density/scatter_kernels.inl"
#include "engine/density/stamp_kernels.inl"

#include "engine/density/edge_kernels.inl"

// Put together when compiled: nothing of a build may run before the processor was asked.
constexpr RowKernels kernels_of_this_build(const char *name) {
  return {name,
          scatter_quadratic,
          scatter_quartic,
          sum_uniform,
          sum_epanechnikov,
          sum_quartic,
          {stamp_uniform, stamp_epanechnikov, stamp_quartic, stamp_triangular, stamp_gaussian},
          add_moments,
          sum_moments,
          {line_uniform, line_epanechnikov, line_quartic},
          {edge_uniform, edge_epanechnikov, edge_quartic},
          {mean_uniform, mean_epanechnikov, mean_quartic}};
}
