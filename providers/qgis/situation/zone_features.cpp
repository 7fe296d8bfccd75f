#include "engine/error.hpp"
#include "engine/tension/tension.hpp"
#include "engine/units.hpp"
#include "providers/qgis/situation/situation_features.hpp"
#include "providers/qgis/tension/tension_source.hpp"
#include "providers/qgis/text.hpp"
#include "providers/tension/zones.hpp"

#include <qgslinestring.h>
#include <qgspolygon.h>

#include <cmath>

namespace cortege::qgis {
namespace {

constexpr std::int64_t most_cells = 50'000'000;

QgsGeometry polygon_of(const engine::Polygon &rings) {
  QgsPolygonXY polygon;
  for (const engine::Line &ring : rings) {
    QgsPolylineXY line;
    line.reserve(static_cast<int>(ring.size()));
    for (const engine::Point &point : ring)
      line.append(QgsPointXY(point.x, point.y));
    polygon.append(line);
  }
  return QgsGeometry::fromPolygonXY(polygon);
}

QStringList texts(const std::vector<std::string> &all) {
  QStringList list;
  for (const std::string &one : all)
    list << from_utf8(one);
  return list;
}

} // namespace

// Over all ground that anything reaches, not the rectangle asked: contours must not end at a map's edge.
Features zone_features(const Question &question, const engine::Progress &progress) {
  const auto &[seen, model, window, territory, zone] = question;
  const auto reached = engine::reached_extent(model, seen->events, window);
  if (!reached)
    return {};
  const engine::Grid grid = engine::covering(*reached, 0, model.resolution);
  if (grid.cells() > most_cells)
    throw engine::Error(
        sentence("The events lie too far apart for zones at the model's resolution.").toStdString());
  const auto raster = engine::tension(model, seen->events, window, grid, progress);
  const QgsFields fields = fields_of(SituationLayer::zones);
  Features features;
  for (const auto &record : tension::zones_of(model, seen->events, window, raster, progress)) {
    const engine::Zone &one = record.zone;
    const QgsGeometry ground = polygon_of(one.polygon);
    features.push_back(feature_of(
        fields,
        {static_cast<int>(one.level), from_utf8(model.levels[one.level - 1].name), one.from,
         std::isfinite(one.to) ? QVariant(one.to) : QVariant(), one.area / engine::square_metres_per_hectare,
         one.mean, one.maximum, record.persons, date_time(window.from, zone), date_time(window.to, zone),
         texts(record.keys).join(QStringLiteral(", ")), static_cast<int>(record.keys.size()),
         from_utf8(model.name), from_utf8(model.digest), from_utf8(model.status),
         seen->partial_at(ground) ? from_utf8(seen->perimeter.words) : QStringLiteral("non")},
        ground));
  }
  return features;
}

} // namespace cortege::qgis
