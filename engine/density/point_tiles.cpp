#include "engine/density/point_tiles.hpp"

#include <algorithm>
#include <numeric>

namespace cortege::engine {

namespace {

constexpr std::size_t runs_between_reports = 1 << 16;

} // namespace

void PointTiles::put(const PointOrder &order, const PointOrder::Place &place, double place_mass) {
  if (!(place_mass > 0))
    return;
  if (tiles_.empty() || place.tile != tile_) {
    tile_ = place.tile;
    tiles_.push_back({order.centre(place), x.size(), x.size(), place.x, place.x});
  }
  x.push_back(place.x);
  row.push_back(place.row);
  offset.push_back(place.offset);
  mass.push_back(place_mass);
  Tile &tile = tiles_.back();
  tile.last = x.size();
  tile.west = std::min(tile.west, place.x);
  tile.east = std::max(tile.east, place.x);
}

void PointTiles::assign(const PointOrder &order, std::span<const double> masses, const Progress &progress) {
  tiles_.clear();
  for (auto *column : {&x, &row, &offset, &mass}) {
    column->clear();
    column->reserve(order.places().size());
  }
  const auto &places = order.places();
  std::size_t runs = 0;
  for (std::size_t i = 0; i < places.size();) {
    if (runs++ % runs_between_reports == 0)
      report(progress, 0);
    const PointOrder::Place &place = places[i];
    double sum = masses[place.point];
    std::size_t next = i + 1;
    if (next < places.size() && places[next].coincides(place)) {
      coincident_.assign({sum});
      for (; next < places.size() && places[next].coincides(place); ++next)
        coincident_.push_back(masses[places[next].point]);
      std::ranges::sort(coincident_);
      sum = std::accumulate(coincident_.begin(), coincident_.end(), 0.0);
    }
    put(order, place, sum);
    i = next;
  }
}

} // namespace cortege::engine
