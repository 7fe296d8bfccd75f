#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace cortege::engine {

/// The inner loops of the row method, built for several instruction sets from one source. Every build does
/// the same IEEE operations in the same order, so they agree bit for bit.
///
/// Along a row a polynomial kernel is a polynomial of the column, so a point adds its coefficients where its
/// disc begins and takes them away where it ends; running sums of the coefficients then give every cell's
/// value. Lanes are interleaved by column: 4 doubles (uniform, Epanechnikov) or 8 (quartic), one of them the
/// number of points at work.
struct RowKernels {
  /// Points of one tile near one row, in cells; see PointTiles.
  struct Points {
    const double *x;
    const double *row;
    const double *offset;
    const double *mass;
    std::size_t count;
  };
  /// Columns [from, to) counted from the tile's centre; running sums are taken from both ends towards
  /// `middle`, so that what has ended leaves no rounding behind. Cells [out_from, out_to) are evaluated and
  /// added to `out`.
  struct Columns {
    std::int64_t from, middle, to;
    std::int64_t out_from, out_to;
    double *out; ///< the cell of column 0
  };

  /// What points are about to add, and where; scratch memory of one thread. (As a local variable of the
  /// kernels it makes GCC 12 take their additions for lost and drop them.)
  struct Batch {
    static constexpr std::size_t size = 128;
    alignas(64) double coefficients[size * 8];
    alignas(64) std::int32_t begin[size];
    alignas(64) std::int32_t end[size];
  };

  /// A straight edge against one row, in cells: ends seen from the centre of column 0 on that row.
  struct Edge {
    double x0, y0, x1, y1;
  };

  const char *name;
  /// `lanes` points at column 0 and is zero where nothing was scattered; `h` in cells.
  void (*scatter_quadratic)(const Points &points, double row, double h, Batch &batch, double *lanes);
  void (*scatter_quartic)(const Points &points, double row, double h, Batch &batch, double *lanes);
  /// Leaves the lanes zero again. Values are multiplied by `scale`.
  void (*sum_uniform)(const Columns &columns, double h, double scale, double *lanes);
  void (*sum_epanechnikov)(const Columns &columns, double h, double scale, double *lanes);
  void (*sum_quartic)(const Columns &columns, double h, double scale, double *lanes);

  /// Cell by cell, for what is not a polynomial or too small for running sums; indexed by Kernel.
  using Stamp = void (*)(const Points &points, double row, double h, double scale, const Columns &columns);
  std::array<Stamp, 5> stamp;

  /// Gaussian sums by Taylor moments, `gaussian_terms` of them to a tile: see GaussianRows.
  static constexpr std::size_t gaussian_terms = 16;
  /// Adds each point's `terms` (its own gaussian_terms doubles) times exp(−dy²/2σ²) to the moments of `rows`
  /// rows, upwards from `row`.
  void (*add_moments)(const Points &points, const double *terms, double row, std::size_t rows, double sigma,
                      double *moments);
  /// Evaluates one row's moments: `weight` is exp(−a²/2) at columns counted from the tile's centre, a =
  /// column/σ.
  void (*sum_moments)(const Columns &columns, double sigma, double scale, const double *weight,
                      const double *moments);

  /// Uniform, Epanechnikov, quartic: adds to cells [out_from, out_to) the integral of the kernel along the
  /// edge over the edge's length, times `scale`.
  using Along = void (*)(const Edge &edge, double h, double scale, const Columns &columns);
  std::array<Along, 3> along;
  /// The same kernels, for the edges of areas. Adds to `share` the edge's part of ∮ (M(u) − 1) dθ inside the
  /// disc, M the kernel's mass within √u, and to `inside` its part of the winding number of the cell: see
  /// AreaRows.
  using Across = void (*)(const Edge &edge, double h, std::int64_t from, std::int64_t to, double *share,
                          double *inside);
  std::array<Across, 3> across;
  /// An area wholly inside the disc: the kernel's mean over it from its moments about column 0, where the row
  /// is `y` from its centre of mass. `moments`: E[v·v], E[vx²], E[vx·vy], E[vy²], E[vx·v·v], E[vy·v·v],
  /// E[(v·v)²], in cells.
  using Mean = void (*)(const double *moments, double x, double y, double h, double scale,
                        const Columns &columns);
  std::array<Mean, 3> mean;
};

/// The best build this processor can run; CORTEGE_SIMD=baseline|avx2|avx512 in the environment asks for
/// another.
const RowKernels &row_kernels();

extern const RowKernels baseline_row_kernels;
#if defined(__x86_64__) && defined(__GNUC__)
extern const RowKernels avx2_row_kernels;
extern const RowKernels avx512_row_kernels;
#endif

} // namespace cortege::engine
