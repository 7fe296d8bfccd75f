#include "engine/measure.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cortege::engine {

double length(const Line &line) {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < line.size(); ++i)
    sum += std::hypot(line[i + 1].x - line[i].x, line[i + 1].y - line[i].y);
  return sum;
}

double signed_area(const Line &ring) {
  double twice = 0;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i)
    twice += (ring[i].x - ring[0].x) * (ring[i + 1].y - ring[0].y)
             - (ring[i + 1].x - ring[0].x) * (ring[i].y - ring[0].y);
  return twice / 2;
}

Box bounds(const Line &line) {
  constexpr double far = std::numeric_limits<double>::infinity();
  Box box{far, far, -far, -far};
  for (const Point &point : line)
    box = {std::min(box.xmin, point.x), std::min(box.ymin, point.y), std::max(box.xmax, point.x),
           std::max(box.ymax, point.y)};
  return box;
}

bool apart(const Box &a, const Box &b, double margin) {
  return a.xmax + margin < b.xmin || b.xmax + margin < a.xmin || a.ymax + margin < b.ymin
         || b.ymax + margin < a.ymin;
}

} // namespace cortege::engine
