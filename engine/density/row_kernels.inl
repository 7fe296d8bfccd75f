// The row method's loops for one build; see row_kernels.hpp.
#include "engine/density/lanes.inl"

// Points' coefficients, K to a point, added where the disc begins and taken away where it ends.
template <std::size_t K>
inline void scatter(const double (&packed)[W][K], const std::int32_t (&begin)[W],
                    const std::int32_t (&end)[W], double *lanes) {
  for (std::size_t i = 0; i < W; ++i) {
    double *const b = lanes + static_cast<std::ptrdiff_t>(begin[i]) * static_cast<std::ptrdiff_t>(K);
    double *const e = lanes + static_cast<std::ptrdiff_t>(end[i]) * static_cast<std::ptrdiff_t>(K);
    for (std::size_t k = 0; k < K; k += lane_width) {
      const Lane lane = load_lane(&packed[i][k]);
      store_lane(b + k, load_lane(b + k) + lane);
      store_lane(e + k, load_lane(e + k) - lane);
    }
  }
}

// A group of W points against one row: where each disc's chord begins and ends, and how much is under way on
// it.
struct Chord {
  Vector x, mass, q, count;
  std::int32_t begin[W], end[W];
};

inline void chord_of(const RowKernels::Points &points, std::size_t i, double row, double h, Chord &chord) {
  const std::size_t left = points.count - i;
  const bool whole = left >= W;
  const Vector x = whole ? load(points.x + i) : load_some(points.x + i, left, 0);
  const Vector dy = (whole ? load(points.row + i) : load_some(points.row + i, left, row + 2 * h)) - row
                    + (whole ? load(points.offset + i) : load_some(points.offset + i, left, 0));
  const Vector mass = whole ? load(points.mass + i) : load_some(points.mass + i, left, 0);
  const Vector square = h * h - dy * dy;
  const Vector half = root(at_least(square, all(0)));
  const Vector begin = below(x - half) + 1.0;
  const Vector end = above(x + half);
  const Mask active = begin < end;
  const Vector here = x * (1 / h);
  chord.x = here;
  chord.mass = select(active, mass, all(0));
  chord.count = select(active, all(1), all(0));
  chord.q = square * (1 / (h * h)) - here * here;
  const Index b = to_index(begin);
  const Index e = to_index(end);
  std::memcpy(chord.begin, &b, sizeof b);
  std::memcpy(chord.end, &e, sizeof e);
}

void scatter_quadratic(const RowKernels::Points &points, double row, double h, double *lanes) {
  Chord chord;
  double packed[W][4];
  for (std::size_t i = 0; i < points.count; i += W) {
    chord_of(points, i, row, h, chord);
    pack<4>({chord.mass, chord.mass * chord.x, chord.mass * chord.q, chord.count}, packed);
    scatter(packed, chord.begin, chord.end, lanes);
  }
}

void scatter_quartic(const RowKernels::Points &points, double row, double h, double *lanes) {
  Chord chord;
  double packed[W][8];
  for (std::size_t i = 0; i < points.count; i += W) {
    chord_of(points, i, row, h, chord);
    const Vector mx = chord.mass * chord.x;
    const Vector mq = chord.mass * chord.q;
    const Vector zero = all(0);
    pack<8>(
        {chord.mass, mx, 4.0 * mx * chord.x - 2.0 * mq, mx * chord.q, mq * chord.q, chord.count, zero, zero},
        packed);
    scatter(packed, chord.begin, chord.end, lanes);
  }
}

// Running sums in place, from both ends towards the middle.
template <std::size_t K>
inline void run(const RowKernels::Columns &columns, double *lanes) {
  constexpr auto step = static_cast<std::ptrdiff_t>(K);
  for (std::size_t k = 0; k < K; k += lane_width) {
    Lane sum{};
    for (std::int64_t c = columns.from; c < columns.middle; ++c) {
      sum = sum + load_lane(lanes + c * step + k);
      store_lane(lanes + c * step + k, sum);
    }
    sum = Lane{};
    for (std::int64_t c = columns.to - 1; c >= columns.middle; --c) {
      const Lane change = load_lane(lanes + c * step + k);
      store_lane(lanes + c * step + k, sum);
      sum = sum - change;
    }
  }
}

// Evaluates the polynomial of every visible column, W at a time, where at least one point is at work.
template <std::size_t K, class Polynomial>
inline void evaluate(const RowKernels::Columns &columns, double h, double scale, double *lanes,
                     const Polynomial &polynomial) {
  run<K>(columns, lanes);
  const Vector ahead = ramp();
  const std::int64_t from = std::max(columns.from, columns.out_from);
  const std::int64_t to = std::min(columns.to, columns.out_to);
  for (std::int64_t c = from; c < to; c += static_cast<std::int64_t>(W)) {
    Vector sums[K];
    unpack<K>(lanes + c * static_cast<std::ptrdiff_t>(K), sums);
    const Vector x = (static_cast<double>(c) + ahead) * (1 / h);
    const auto [value, count] = polynomial(sums, x);
    const Vector result = select(count > 0.5, at_least(value, all(0)) * scale, all(0));
    add_cells(columns.out, c, to, result);
  }
  if (columns.to > columns.from)
    std::fill(lanes + columns.from * static_cast<std::ptrdiff_t>(K),
              lanes + columns.to * static_cast<std::ptrdiff_t>(K), 0.0);
}

struct Term {
  Vector value, count;
};

void sum_uniform(const RowKernels::Columns &columns, double h, double scale, double *lanes) {
  evaluate<4>(columns, h, scale, lanes, [](const Vector(&s)[4], Vector) -> Term { return {s[0], s[3]}; });
}

void sum_epanechnikov(const RowKernels::Columns &columns, double h, double scale, double *lanes) {
  evaluate<4>(columns, h, scale, lanes, [](const Vector(&s)[4], Vector x) -> Term {
    return {s[2] + x * (2.0 * s[1] - x * s[0]), s[3]};
  });
}

void sum_quartic(const RowKernels::Columns &columns, double h, double scale, double *lanes) {
  evaluate<8>(columns, h, scale, lanes, [](const Vector(&s)[8], Vector x) -> Term {
    return {s[4] + x * (4.0 * s[3] + x * (s[2] + x * (x * s[0] - 4.0 * s[1]))), s[5]};
  });
}

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

#include "engine/density/edge_kernels.inl"
