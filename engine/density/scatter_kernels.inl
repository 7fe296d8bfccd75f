// The row method: coefficients added where discs begin and taken away where they end, and their running sums.

// A group of W points against one row: where each disc's chord begins and ends, and how much is under way on
// it.
struct Chord {
  Vector x, mass, q, count;
  Index begin, end;
};

inline Chord chord_of(const RowKernels::Points &points, std::size_t i, double row, double h) {
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
  return {here,
          select(active, mass, all(0)),
          square * (1 / (h * h)) - here * here,
          select(active, all(1), all(0)),
          to_index(begin),
          to_index(end)};
}

// Chords are worked out for a batch of points before any is added: mixed, each addition would wait for the
// other work.
template <std::size_t K>
inline void add_batch(const RowKernels::Batch &batch, std::size_t count, double *lanes) {
  for (std::size_t i = 0; i < count; ++i) {
    double *const begin = lanes + batch.begin[i];
    double *const end = lanes + batch.end[i];
    for (std::size_t k = 0; k < K; k += Row<K>::width) {
      const auto change = Row<K>::get(batch.coefficients + i * K + k);
      Row<K>::put(begin + k, Row<K>::get(begin + k) + change);
      Row<K>::put(end + k, Row<K>::get(end + k) - change);
    }
  }
}

// Lanes of the quadratic kernels: m, mx, mq and the count, q = 1 − (dy² + x²)/h² with x in units of h.
inline void coefficients(const Chord &chord, Vector (&column)[4]) {
  column[0] = chord.mass;
  column[1] = chord.mass * chord.x;
  column[2] = chord.mass * chord.q;
  column[3] = chord.count;
}

// Lanes of the quartic: m, mx, 4mx² − 2mq, mxq, mq², the count and two that stay zero.
inline void coefficients(const Chord &chord, Vector (&column)[8]) {
  const Vector mx = chord.mass * chord.x;
  const Vector mq = chord.mass * chord.q;
  column[0] = chord.mass;
  column[1] = mx;
  column[2] = 4.0 * mx * chord.x - 2.0 * mq;
  column[3] = mx * chord.q;
  column[4] = mq * chord.q;
  column[5] = chord.count;
  column[6] = all(0);
  column[7] = all(0);
}

template <std::size_t K>
inline void scatter(const RowKernels::Points &points, double row, double h, RowKernels::Batch &batch,
                    double *lanes) {
  for (std::size_t first = 0; first < points.count; first += RowKernels::Batch::size) {
    const std::size_t count = std::min(RowKernels::Batch::size, points.count - first);
    for (std::size_t i = 0; i < count; i += W) {
      const Chord chord = chord_of(points, first + i, row, h);
      Vector columns[K];
      coefficients(chord, columns);
      pack(columns, batch.coefficients + i * K);
      store_index(batch.begin + i, chord.begin * static_cast<std::int32_t>(K));
      store_index(batch.end + i, chord.end * static_cast<std::int32_t>(K));
    }
    add_batch<K>(batch, count, lanes);
  }
}

void scatter_quadratic(const RowKernels::Points &points, double row, double h, RowKernels::Batch &batch, double *lanes) {
  scatter<4>(points, row, h, batch, lanes);
}

void scatter_quartic(const RowKernels::Points &points, double row, double h, RowKernels::Batch &batch, double *lanes) {
  scatter<8>(points, row, h, batch, lanes);
}

struct Term {
  Vector value, count;
};

// Running sums of a few columns at a time, left in the nearest cache for their polynomials. The lanes become
// zero.
constexpr std::int64_t columns_at_once = 32;

template <std::size_t K>
struct RowSum {
  static constexpr std::size_t parts = K / Row<K>::width;
  typename Row<K>::Type part[parts] = {};
};

// From the first column on: each row of `rows` is the sum up to and with its column.
template <std::size_t K>
inline void sum_ahead(double *lanes, std::int64_t count, RowSum<K> &total, double *rows) {
  RowSum<K> sum = total;
  for (std::int64_t i = 0; i < count; ++i, lanes += K, rows += K)
    for (std::size_t p = 0; p < RowSum<K>::parts; ++p) {
      constexpr std::size_t width = Row<K>::width;
      sum.part[p] = sum.part[p] + Row<K>::get(lanes + p * width);
      Row<K>::put(lanes + p * width, typename Row<K>::Type{});
      Row<K>::put(rows + p * width, sum.part[p]);
    }
  total = sum;
}

// From the last column back: each row is what lies east of its column, with the sign turned.
template <std::size_t K>
inline void sum_back(double *lanes, std::int64_t count, RowSum<K> &total, double *rows) {
  RowSum<K> sum = total;
  lanes += (count - 1) * static_cast<std::int64_t>(K);
  rows += (count - 1) * static_cast<std::int64_t>(K);
  for (std::int64_t i = 0; i < count; ++i, lanes -= K, rows -= K)
    for (std::size_t p = 0; p < RowSum<K>::parts; ++p) {
      constexpr std::size_t width = Row<K>::width;
      Row<K>::put(rows + p * width, sum.part[p]);
      sum.part[p] = sum.part[p] - Row<K>::get(lanes + p * width);
      Row<K>::put(lanes + p * width, typename Row<K>::Type{});
    }
  total = sum;
}

// Adds the polynomial of columns [first, first + count), where at least one point is at work, to the cells
// among them that are wanted.
template <std::size_t K, class Polynomial>
inline void put(const double *rows, std::int64_t first, std::int64_t count,
                const RowKernels::Columns &columns, double h, double scale, const Polynomial &polynomial) {
  const Vector ahead = ramp();
  const std::int64_t begin = std::max(first, columns.out_from);
  const std::int64_t end = std::min(first + count, columns.out_to);
  for (std::int64_t c = begin; c < end; c += static_cast<std::int64_t>(W)) {
    Vector sums[K];
    unpack(rows + (c - first) * static_cast<std::int64_t>(K), sums);
    const Vector x = (static_cast<double>(c) + ahead) * (1 / h);
    const Term term = polynomial(sums, x);
    const Vector values = select(term.count > 0.5, at_least(term.value, all(0)) * scale, all(0));
    add_cells(columns.out, c, end, values);
  }
}

// Running sums go from both ends towards the middle, so that what has ended leaves no rounding behind.
template <std::size_t K, class Polynomial>
inline void evaluate(const RowKernels::Columns &columns, double h, double scale, double *lanes,
                     const Polynomial &polynomial) {
  // Some columns more, for vectors that begin near the end.
  alignas(64) double rows[(columns_at_once + W) * K] = {};
  RowSum<K> sum;
  for (std::int64_t c = columns.from; c < columns.middle; c += columns_at_once) {
    const std::int64_t count = std::min(columns_at_once, columns.middle - c);
    sum_ahead<K>(lanes + c * static_cast<std::int64_t>(K), count, sum, rows);
    put<K>(rows, c, count, columns, h, scale, polynomial);
  }
  sum = RowSum<K>();
  for (std::int64_t c = columns.to; c > columns.middle; c -= columns_at_once) {
    const std::int64_t first = std::max(c - columns_at_once, columns.middle);
    sum_back<K>(lanes + first * static_cast<std::int64_t>(K), c - first, sum, rows);
    put<K>(rows, first, c - first, columns, h, scale, polynomial);
  }
}

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
