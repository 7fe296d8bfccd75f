#include "engine/density/features.hpp"

#include <numeric>

namespace cortege::engine {

Features Features::weighted(std::span<const double> weights) const {
  Features result;
  const auto keep = [&](auto &to, auto &from, std::size_t i, auto... columns) {
    (((to.*columns).push_back((from.*columns)[i])), ...);
    to.mass.push_back(from.mass[i] * weights[from.feature[i]]);
    to.feature.push_back(from.feature[i]);
  };
  for (std::size_t i = 0; i < points_.x.size(); ++i)
    if (weights[points_.feature[i]] > 0)
      keep(result.points_, points_, i, &Points::x, &Points::y);
  for (std::size_t i = 0; i < segments_.x0.size(); ++i)
    if (weights[segments_.feature[i]] > 0)
      keep(result.segments_, segments_, i, &Segments::x0, &Segments::y0, &Segments::x1, &Segments::y1);
  for (Area area : areas_)
    if (const double weight = weights[area.feature]; weight > 0) {
      area.mass *= weight;
      result.areas_.push_back(area);
    }
  if (!result.areas_.empty())
    result.edges_ = edges_;
  result.size_ = size_;
  result.extent_ = extent_;
  result.mass_ = 0;
  for (const auto *column : {&result.points_.mass, &result.segments_.mass})
    result.mass_ = std::accumulate(column->begin(), column->end(), result.mass_);
  for (const Area &area : result.areas_)
    result.mass_ += area.mass;
  return result;
}

} // namespace cortege::engine
