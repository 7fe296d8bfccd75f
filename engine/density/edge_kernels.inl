// Lines and areas for one build; see row_kernels.hpp. Lengths here are in units of the bandwidth: p is the
// signed distance of the edge's line, t the position along it, both seen from the cell.

struct Clipped {
  Vector p, from, to, length; // the part of the edge inside the disc; length 0 when there is none
};

// ∫ k dt over the part, k without its peak; divided differences, so that short parts lose no digits.
inline Vector along_uniform(const Clipped &part) {
  return part.length;
}

inline Vector squares(const Clipped &part) {
  return part.from * part.from + part.from * part.to + part.to * part.to;
}
inline Vector fourths(const Clipped &part) {
  const Vector f2 = part.from * part.from;
  const Vector t2 = part.to * part.to;
  return f2 * f2 + part.from * part.to * (f2 + t2) + f2 * t2 + t2 * t2;
}

inline Vector along_epanechnikov(const Clipped &part) {
  const Vector c = 1.0 - part.p * part.p;
  return part.length * (c - squares(part) / 3.0);
}

inline Vector along_quartic(const Clipped &part) {
  const Vector c = 1.0 - part.p * part.p;
  return part.length * (c * c - squares(part) * c * (2.0 / 3.0) + fourths(part) / 5.0);
}

template <class Integral>
inline void along(const RowKernels::Edge &edge, double h, double scale, const RowKernels::Columns &columns,
                  const Integral &integral) {
  const double dx = (edge.x1 - edge.x0) / h;
  const double dy = (edge.y1 - edge.y0) / h;
  const double length = std::sqrt(dx * dx + dy * dy);
  const double ux = dx / length;
  const double uy = dy / length;
  const double y = edge.y0 / h;
  const Vector ahead = ramp();
  const Vector zero = all(0);
  const double weight = scale / length;
  for (std::int64_t c = columns.out_from; c < columns.out_to; c += static_cast<std::int64_t>(W)) {
    const Vector x = (edge.x0 - (static_cast<double>(c) + ahead)) * (1 / h);
    const Vector p = x * uy - y * ux;
    const Vector start = x * ux + y * uy;
    const Vector half = root(at_least(1.0 - p * p, zero));
    const Vector a = between(zero - half - start, zero, all(length));
    const Vector b = between(half - start, zero, all(length));
    const Clipped part{p, start + a, start + b, b - a};
    add_cells(columns.out, c, columns.out_to,
              select(part.length > zero, at_least(integral(part), zero), zero) * weight);
  }
}

void line_uniform(const RowKernels::Edge &edge, double h, double scale, const RowKernels::Columns &columns) {
  along(edge, h, scale, columns, along_uniform);
}
void line_epanechnikov(const RowKernels::Edge &edge, double h, double scale,
                       const RowKernels::Columns &columns) {
  along(edge, h, scale, columns, along_epanechnikov);
}
void line_quartic(const RowKernels::Edge &edge, double h, double scale, const RowKernels::Columns &columns) {
  along(edge, h, scale, columns, along_quartic);
}

// ∫ p·M(u)/u dt over the part.
inline Vector across_uniform(const Clipped &part) {
  return part.p * part.length;
}

inline Vector across_epanechnikov(const Clipped &part) {
  return part.p * part.length * (2.0 - part.p * part.p - squares(part) / 3.0);
}

inline Vector across_quartic(const Clipped &part) {
  const Vector p2 = part.p * part.p;
  return part.p * part.length
         * (3.0 - 3.0 * p2 + p2 * p2 + squares(part) * (p2 * (2.0 / 3.0) - 1.0) + fourths(part) / 5.0);
}

// A cell on an edge is on neither side of it. Each cell is taken as infinitely little to the east of its
// centre, and infinitely less to the north: the angle and the winding number then always agree.
constexpr double hair = 1e-150;

template <class Integral>
inline void across(const RowKernels::Edge &edge, double h, std::int64_t begin, std::int64_t end,
                   double *share, double *inside, const Integral &integral) {
  const double dx = (edge.x1 - edge.x0) / h;
  const double dy = (edge.y1 - edge.y0) / h;
  const double length = std::sqrt(dx * dx + dy * dy);
  const double ux = dx / length;
  const double uy = dy / length;
  const double side =
      edge.y0 > edge.y1 || (edge.y0 == edge.y1 && edge.x1 > edge.x0) ? hair * hair : -hair * hair;
  const bool down = edge.y1 <= 0 && edge.y0 > 0;
  const bool up = edge.y0 <= 0 && edge.y1 > 0;
  const Vector ahead = ramp();
  const Vector zero = all(0);
  for (std::int64_t c = begin; c < end; c += static_cast<std::int64_t>(W)) {
    const Vector column = static_cast<double>(c) + ahead;
    Vector x0 = (edge.x0 - column) * (1 / h);
    Vector x1 = (edge.x1 - column) * (1 / h);
    Vector y0 = all(edge.y0 * (1 / h));
    Vector y1 = all(edge.y1 * (1 / h));
    if (edge.y0 == 0) {
      y0 = select(x0 == zero, all(-hair * hair), y0);
      x0 = select(x0 == zero, all(-hair), x0);
    }
    if (edge.y1 == 0) {
      y1 = select(x1 == zero, all(-hair * hair), y1);
      x1 = select(x1 == zero, all(-hair), x1);
    }
    const Vector cross = (x0 * y1 - y0 * x1) * (1 / length);
    const Vector p = select(cross == zero, all(side), cross);
    const Vector half = root(at_least(1.0 - p * p, zero));
    const Vector from = between(x0 * ux + y0 * uy, zero - half, half);
    const Vector to = between(x1 * ux + y1 * uy, zero - half, half);
    const Clipped part{p, from, to, to - from};
    const Vector turn = angle_of(p * part.length, p * p + from * to);
    add_cells(share, c, end, select(part.length > zero, integral(part) - turn, zero));
    if (down)
      add_cells(inside, c, end, select(p > zero, all(1), zero));
    else if (up)
      add_cells(inside, c, end, select(p < zero, all(-1), zero));
  }
}

void edge_uniform(const RowKernels::Edge &edge, double h, std::int64_t from, std::int64_t to, double *share,
                  double *inside) {
  across(edge, h, from, to, share, inside, across_uniform);
}
void edge_epanechnikov(const RowKernels::Edge &edge, double h, std::int64_t from, std::int64_t to,
                       double *share, double *inside) {
  across(edge, h, from, to, share, inside, across_epanechnikov);
}
void edge_quartic(const RowKernels::Edge &edge, double h, std::int64_t from, std::int64_t to, double *share,
                  double *inside) {
  across(edge, h, from, to, share, inside, across_quartic);
}

template <class Shape>
inline void mean(double x, double y, double h, double scale, const RowKernels::Columns &columns,
                 const Shape &shape) {
  const Vector ahead = ramp();
  for (std::int64_t c = columns.out_from; c < columns.out_to; c += static_cast<std::int64_t>(W)) {
    const Vector dx = ((static_cast<double>(c) + ahead) - x) * (1 / h);
    const double dy = y / h;
    add_cells(columns.out, c, columns.out_to, at_least(shape(dx, dy), all(0)) * scale);
  }
}

void mean_uniform(const double *, double x, double y, double h, double scale,
                  const RowKernels::Columns &columns) {
  mean(x, y, h, scale, columns, [](Vector, double) { return all(1); });
}

void mean_epanechnikov(const double *moments, double x, double y, double h, double scale,
                       const RowKernels::Columns &columns) {
  const double spread = moments[0] / (h * h);
  mean(x, y, h, scale, columns,
       [spread](Vector dx, double dy) { return 1.0 - (dx * dx + dy * dy) - spread; });
}

// With d the cell, v a point of the area, both from its centre of mass, and q = 1 − d·d:
// E[(q + 2d·v − v·v)²] = q² − 2q·E[v·v] + 4·dᵀE[vvᵀ]d − 4·d·E[v(v·v)] + E[(v·v)²].
void mean_quartic(const double *moments, double x, double y, double h, double scale,
                  const RowKernels::Columns &columns) {
  double m[7];
  constexpr int degree[7] = {2, 2, 2, 2, 3, 3, 4};
  for (int i = 0; i < 7; ++i)
    m[i] = moments[i] / (degree[i] == 2 ? h * h : degree[i] == 3 ? h * h * h : h * h * h * h);
  mean(x, y, h, scale, columns, [&m](Vector dx, double dy) {
    const Vector q = 1.0 - (dx * dx + dy * dy);
    const Vector second = m[1] * dx * dx + 2.0 * m[2] * dx * dy + m[3] * dy * dy;
    return q * (q - 2.0 * m[0]) + 4.0 * (second - (m[4] * dx + m[5] * dy)) + m[6];
  });
}
