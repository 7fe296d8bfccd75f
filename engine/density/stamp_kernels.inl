// Kernels evaluated cell by cell, and the Gaussian by moments.

// One point after the other, the cells of its chord W at a time. `shape` maps u = d²/h² < 1 to the kernel
// over its peak.
template <class Shape>
inline void stamp(const RowKernels::Points &points, double row, double h, double scale,
                  const RowKernels::Columns &columns, double reach, const Shape &shape) {
  const Vector ahead = ramp();
  for (std::size_t i = 0; i < points.count; ++i) {
    const double dy = points.row[i] - row + points.offset[i];
    const double square = reach * reach - dy * dy;
    if (!(square > 0))
      continue;
    const double half = std::sqrt(square);
    const auto from =
        std::max(columns.out_from, static_cast<std::int64_t>(std::floor(points.x[i] - half)) + 1);
    const auto to = std::min(columns.out_to, static_cast<std::int64_t>(std::ceil(points.x[i] + half)));
    const double height = points.mass[i] * scale;
    for (std::int64_t c = from; c < to; c += static_cast<std::int64_t>(W)) {
      const Vector dx = (static_cast<double>(c) + ahead) - points.x[i];
      const Vector u = (dx * dx + dy * dy) * (1 / (h * h));
      add_cells(columns.out, c, to, shape(u) * height);
    }
  }
}

void stamp_uniform(const RowKernels::Points &points, double row, double h, double scale,
                   const RowKernels::Columns &columns) {
  stamp(points, row, h, scale, columns, h, [](Vector) { return all(1); });
}

void stamp_epanechnikov(const RowKernels::Points &points, double row, double h, double scale,
                        const RowKernels::Columns &columns) {
  stamp(points, row, h, scale, columns, h, [](Vector u) { return at_least(1.0 - u, all(0)); });
}

void stamp_quartic(const RowKernels::Points &points, double row, double h, double scale,
                   const RowKernels::Columns &columns) {
  stamp(points, row, h, scale, columns, h, [](Vector u) { return (1.0 - u) * (1.0 - u); });
}

void stamp_triangular(const RowKernels::Points &points, double row, double h, double scale,
                      const RowKernels::Columns &columns) {
  stamp(points, row, h, scale, columns, h, [](Vector u) { return at_least(1.0 - root(u), all(0)); });
}

void stamp_gaussian(const RowKernels::Points &points, double row, double h, double scale,
                    const RowKernels::Columns &columns) {
  stamp(points, row, h, scale, columns, 9 * h, [](Vector u) { return exponential(u * -0.5); });
}

void add_moments(const RowKernels::Points &points, const double *terms, double row, std::size_t rows,
                 double sigma, double *moments) {
  constexpr std::size_t K = RowKernels::gaussian_terms;
  const Vector ahead = ramp();
  for (std::size_t i = 0; i < points.count; ++i) {
    Lane term[K / lane_width];
    for (std::size_t k = 0; k < K / lane_width; ++k)
      term[k] = load_lane(terms + i * K + k * lane_width);
    for (std::size_t r = 0; r < rows; r += W) {
      const Vector dy = ((static_cast<double>(r) + ahead) - (points.row[i] - row)) - points.offset[i];
      const Vector u = dy * dy * (1 / (sigma * sigma));
      const Vector factor = select(u < 81.0, exponential(at_most(u, all(81)) * -0.5), all(0));
      double factors[W];
      store(factors, factor);
      const std::size_t count = std::min(W, rows - r);
      for (std::size_t j = 0; j < count; ++j)
        for (std::size_t k = 0; k < K / lane_width; ++k) {
          double *const at = moments + (r + j) * K + k * lane_width;
          store_lane(at, load_lane(at) + term[k] * factors[j]);
        }
    }
  }
}

void sum_moments(const RowKernels::Columns &columns, double sigma, double scale, const double *weight,
                 const double *moments) {
  constexpr std::size_t K = RowKernels::gaussian_terms;
  const Vector ahead = ramp();
  const std::int64_t from = std::max(columns.from, columns.out_from);
  const std::int64_t to = std::min(columns.to, columns.out_to);
  for (std::int64_t c = from; c < to; c += static_cast<std::int64_t>(W)) {
    const Vector a = (static_cast<double>(c) + ahead) * (1 / sigma);
    Vector sum = all(moments[K - 1]);
    for (std::size_t k = K - 1; k-- > 0;)
      sum = sum * a + moments[k];
    add_cells(columns.out, c, to, at_least(sum, all(0)) * (load(weight + c) * scale));
  }
}
