// Vectors of W doubles; included inside the namespace of one build, after its target is set. W = 1 is plain
// C++.

constexpr std::size_t W = CORTEGE_LANES;

#if CORTEGE_LANES == 1
using Vector = double;
using Mask = bool;
using Index = std::int32_t;
inline Index to_index(Vector v) {
  return static_cast<Index>(v);
}
#else
typedef double Vector __attribute__((vector_size(8 * W)));
typedef long long Mask __attribute__((vector_size(8 * W)));
typedef std::int32_t Index __attribute__((vector_size(4 * W)));
inline Index to_index(Vector v) {
  return __builtin_convertvector(v, Index);
}
#endif

inline void store_index(std::int32_t *p, Index index) {
  std::memcpy(p, &index, sizeof index);
}

inline Vector load(const double *p) {
  Vector v;
  std::memcpy(&v, p, sizeof v);
  return v;
}
inline void store(double *p, Vector v) {
  std::memcpy(p, &v, sizeof v);
}
inline Vector select(Mask mask, Vector yes, Vector no) {
  return mask ? yes : no;
}
inline Vector all(double value) {
  return Vector{} + value;
}
inline Vector at_most(Vector a, Vector b) {
  return select(a < b, a, b);
}
inline Vector at_least(Vector a, Vector b) {
  return select(a > b, a, b);
}

inline Vector root(Vector v) {
#if CORTEGE_LANES == 8
  return _mm512_maskz_sqrt_pd(0xff, v); // the plain form warns in GCC 12's own header
#elif CORTEGE_LANES == 4
  return _mm256_sqrt_pd(v);
#elif CORTEGE_LANES == 2
  return _mm_sqrt_pd(v);
#else
  return std::sqrt(v);
#endif
}

// Rounding by the constant 1.5·2^52 is exact below 2^51 and needs no instruction that old processors lack.
inline Vector rounded(Vector v) {
  const Vector big = all(6755399441055744.0);
  return (v + big) - big;
}
inline Vector below(Vector v) {
#if CORTEGE_LANES == 8
  return _mm512_maskz_roundscale_pd(0xff, v, _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC);
#elif CORTEGE_LANES == 4
  return _mm256_floor_pd(v);
#else
  const Vector r = rounded(v);
  return select(r > v, r - 1.0, r);
#endif
}
inline Vector above(Vector v) {
#if CORTEGE_LANES == 8
  return _mm512_maskz_roundscale_pd(0xff, v, _MM_FROUND_TO_POS_INF | _MM_FROUND_NO_EXC);
#elif CORTEGE_LANES == 4
  return _mm256_ceil_pd(v);
#else
  const Vector r = rounded(v);
  return select(r < v, r + 1.0, r);
#endif
}

// The running numbers 0, 1, … W − 1.
inline Vector ramp() {
  double values[W];
  for (std::size_t i = 0; i < W; ++i)
    values[i] = static_cast<double>(i);
  return load(values);
}

// Up to W values; the rest are `otherwise`.
inline Vector load_some(const double *p, std::size_t count, double otherwise) {
  double values[W];
  for (std::size_t i = 0; i < W; ++i)
    values[i] = i < count ? p[i] : otherwise;
  return load(values);
}

// exp(v) for v in [−700, 0] to 1 ulp or so: v = n·ln 2 + r, a Taylor polynomial in r, the exponent put in by
// bits.
inline Vector exponential(Vector v) {
  const Vector n = rounded(v * 1.4426950408889634);
  const Vector r = (v - n * 0.693147180369123816490) - n * 1.90821492927058770002e-10;
  Vector p = all(1.0 / 6227020800.0);
  constexpr double inverse_factorials[] = {
      1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040, 1.0 / 720,
      1.0 / 120,       1.0 / 24,       1.0 / 6,       0.5,          1.0,         1.0};
  for (const double c : inverse_factorials)
    p = p * r + c;
  // The integer n sits in the low bits of this sum; shifted into the exponent field it is 2^n.
  const Vector biased = n + (6755399441055744.0 + 1023.0);
#if CORTEGE_LANES == 1
  std::int64_t bits;
  std::memcpy(&bits, &biased, sizeof bits);
  bits = static_cast<std::int64_t>(static_cast<std::uint64_t>(bits) << 52);
#else
  Mask bits;
  std::memcpy(&bits, &biased, sizeof bits);
  bits = bits << 52;
#endif
  Vector power;
  std::memcpy(&power, &bits, sizeof power);
  return p * power;
}

inline Vector magnitude(Vector v) {
  return select(v < 0.0, 0.0 - v, v);
}
inline Vector between(Vector v, Vector low, Vector high) {
  return at_most(at_least(v, low), high);
}

// The angle of (x, y), y ≠ 0, in (−π, π]: the rational function of Cephes' atan (S. Moshier) on [0, 0.66],
// 2e-16.
inline Vector angle_of(Vector y, Vector x) {
  const Vector ax = magnitude(x);
  const Vector ay = magnitude(y);
  const Vector slope = at_most(ax, ay) / at_least(ax, ay);
  const Mask steep = slope > 0.66;
  const Vector a = select(steep, (slope - 1.0) / (slope + 1.0), slope);
  const Vector z = a * a;
  const Vector p =
      (((-8.750608600031904122785e-1 * z - 1.615753718733365076637e1) * z - 7.500855792314704667340e1) * z
       - 1.228866684490136173410e2)
          * z
      - 6.485021904942025371773e1;
  const Vector q =
      ((((z + 2.485846490142306297962e1) * z + 1.650270098316988542046e2) * z + 4.328810604912902668951e2) * z
       + 4.853903996359136964868e2)
          * z
      + 1.945506571482613964425e2;
  constexpr double quarter_turn = 1.57079632679489661923;
  Vector angle = a + a * (z * p / q);
  angle = select(steep, angle + quarter_turn / 2, angle);
  angle = select(ay > ax, quarter_turn - angle, angle);
  angle = select(x < 0.0, 2 * quarter_turn - angle, angle);
  return select(y < 0.0, 0.0 - angle, angle);
}

// Adds to cells [c, to), at most W of them.
inline void add_cells(double *out, std::int64_t c, std::int64_t to, Vector values) {
  const auto left = static_cast<std::size_t>(to - c);
  if (left >= W) {
    store(out + c, load(out + c) + values);
    return;
  }
  double some[W];
  store(some, values);
  for (std::size_t i = 0; i < left; ++i)
    out[c + static_cast<std::int64_t>(i)] += some[i];
}
