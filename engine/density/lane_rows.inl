// The interleaved lanes of columns: rows of K doubles, and the way between them and vectors; after lanes.inl.

// The lanes of one column, or a part of them.
#if CORTEGE_LANES == 1
constexpr std::size_t lane_width = 1;
using Lane = double;
#else
constexpr std::size_t lane_width = 4;
typedef double Lane __attribute__((vector_size(32)));
#endif

inline Lane load_lane(const double *p) {
  Lane lane;
  std::memcpy(&lane, p, sizeof lane);
  return lane;
}
inline void store_lane(double *p, Lane lane) {
  std::memcpy(p, &lane, sizeof lane);
}

// K lanes of one column in the widest pieces there are.
template <std::size_t K>
struct Row {
  using Type = Lane;
  static constexpr std::size_t width = lane_width;
  static Type get(const double *p) { return load_lane(p); }
  static void put(double *p, Type row) { store_lane(p, row); }
};
#if CORTEGE_LANES == 8
template <>
struct Row<8> {
  using Type = Vector;
  static constexpr std::size_t width = 8;
  static Type get(const double *p) { return load(p); }
  static void put(double *p, Type row) { store(p, row); }
};
#endif

#if CORTEGE_LANES == 8
// Weaves groups of G values of a and b: a's first, b's first, a's second, …; the two results on end.
template <std::size_t G>
inline void weave(Vector &a, Vector &b) {
  Vector low;
  Vector high;
  if constexpr (G == 1) {
    low = __builtin_shufflevector(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
    high = __builtin_shufflevector(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
  } else if constexpr (G == 2) {
    low = __builtin_shufflevector(a, b, 0, 1, 8, 9, 2, 3, 10, 11);
    high = __builtin_shufflevector(a, b, 4, 5, 12, 13, 6, 7, 14, 15);
  } else {
    low = __builtin_shufflevector(a, b, 0, 1, 2, 3, 8, 9, 10, 11);
    high = __builtin_shufflevector(a, b, 4, 5, 6, 7, 12, 13, 14, 15);
  }
  a = low;
  b = high;
}

// And the way back.
template <std::size_t G>
inline void part(Vector &a, Vector &b) {
  Vector even;
  Vector odd;
  if constexpr (G == 1) {
    even = __builtin_shufflevector(a, b, 0, 2, 4, 6, 8, 10, 12, 14);
    odd = __builtin_shufflevector(a, b, 1, 3, 5, 7, 9, 11, 13, 15);
  } else if constexpr (G == 2) {
    even = __builtin_shufflevector(a, b, 0, 1, 4, 5, 8, 9, 12, 13);
    odd = __builtin_shufflevector(a, b, 2, 3, 6, 7, 10, 11, 14, 15);
  } else {
    even = __builtin_shufflevector(a, b, 0, 1, 2, 3, 8, 9, 10, 11);
    odd = __builtin_shufflevector(a, b, 4, 5, 6, 7, 12, 13, 14, 15);
  }
  a = even;
  b = odd;
}

// Points' coefficients from one vector per coefficient to one row per point, and back.
inline void pack(Vector (&c)[4], double *rows) {
  weave<1>(c[0], c[1]);
  weave<1>(c[2], c[3]);
  weave<2>(c[0], c[2]);
  weave<2>(c[1], c[3]);
  store(rows, c[0]);
  store(rows + 8, c[2]);
  store(rows + 16, c[1]);
  store(rows + 24, c[3]);
}
inline void unpack(const double *rows, Vector (&c)[4]) {
  c[0] = load(rows);
  c[2] = load(rows + 8);
  c[1] = load(rows + 16);
  c[3] = load(rows + 24);
  part<2>(c[0], c[2]);
  part<2>(c[1], c[3]);
  part<1>(c[0], c[1]);
  part<1>(c[2], c[3]);
}
inline void pack(Vector (&c)[8], double *rows) {
  for (std::size_t k = 0; k < 8; k += 2)
    weave<1>(c[k], c[k + 1]);
  weave<2>(c[0], c[2]);
  weave<2>(c[1], c[3]);
  weave<2>(c[4], c[6]);
  weave<2>(c[5], c[7]);
  for (std::size_t k = 0; k < 4; ++k)
    weave<4>(c[k], c[k + 4]);
  constexpr std::size_t order[8] = {0, 4, 2, 6, 1, 5, 3, 7};
  for (std::size_t i = 0; i < 8; ++i)
    store(rows + 8 * i, c[order[i]]);
}
inline void unpack(const double *rows, Vector (&c)[8]) {
  constexpr std::size_t order[8] = {0, 4, 2, 6, 1, 5, 3, 7};
  for (std::size_t i = 0; i < 8; ++i)
    c[order[i]] = load(rows + 8 * i);
  for (std::size_t k = 0; k < 4; ++k)
    part<4>(c[k], c[k + 4]);
  part<2>(c[0], c[2]);
  part<2>(c[1], c[3]);
  part<2>(c[4], c[6]);
  part<2>(c[5], c[7]);
  for (std::size_t k = 0; k < 8; k += 2)
    part<1>(c[k], c[k + 1]);
}
#elif CORTEGE_LANES == 4
// Four vectors to rows of four: row[i][k] = column[k][i].
inline void transpose(const Lane (&column)[4], Lane (&row)[4]) {
  const Lane a = __builtin_shufflevector(column[0], column[1], 0, 4, 2, 6);
  const Lane b = __builtin_shufflevector(column[0], column[1], 1, 5, 3, 7);
  const Lane c = __builtin_shufflevector(column[2], column[3], 0, 4, 2, 6);
  const Lane d = __builtin_shufflevector(column[2], column[3], 1, 5, 3, 7);
  row[0] = __builtin_shufflevector(a, c, 0, 1, 4, 5);
  row[1] = __builtin_shufflevector(b, d, 0, 1, 4, 5);
  row[2] = __builtin_shufflevector(a, c, 2, 3, 6, 7);
  row[3] = __builtin_shufflevector(b, d, 2, 3, 6, 7);
}

// Points' coefficients from one vector per coefficient to one row per point, and back.
template <std::size_t K>
inline void pack(const Vector (&column)[K], double *rows) {
  for (std::size_t k = 0; k < K; k += 4) {
    const Lane columns[4] = {column[k], column[k + 1], column[k + 2], column[k + 3]};
    Lane row[4];
    transpose(columns, row);
    for (std::size_t i = 0; i < 4; ++i)
      store_lane(rows + i * K + k, row[i]);
  }
}
template <std::size_t K>
inline void unpack(const double *rows, Vector (&column)[K]) {
  for (std::size_t k = 0; k < K; k += 4) {
    Lane row[4];
    for (std::size_t i = 0; i < 4; ++i)
      row[i] = load_lane(rows + i * K + k);
    Lane columns[4];
    transpose(row, columns);
    for (std::size_t i = 0; i < 4; ++i)
      column[k + i] = columns[i];
  }
}
#else
// Points' coefficients from one vector per coefficient to one row per point, and back.
template <std::size_t K>
inline void pack(const Vector (&column)[K], double *rows) {
  for (std::size_t k = 0; k < K; ++k) {
    double values[W];
    store(values, column[k]);
    for (std::size_t i = 0; i < W; ++i)
      rows[i * K + k] = values[i];
  }
}
template <std::size_t K>
inline void unpack(const double *rows, Vector (&column)[K]) {
  for (std::size_t k = 0; k < K; ++k) {
    double values[W];
    for (std::size_t i = 0; i < W; ++i)
      values[i] = rows[i * K + k];
    column[k] = load(values);
  }
}
#endif
