#include "engine/error.hpp"
#include "engine/march/march.hpp"
#include "engine/units.hpp"
#include "providers/qgis/situation/situation_features.hpp"
#include "providers/qgis/tension/tension_source.hpp"
#include "providers/qgis/text.hpp"

#include <algorithm>

namespace cortege::qgis {
namespace {

QgsGeometry line_of(const engine::Line &line) {
  QgsPolylineXY points;
  for (const engine::Point &point : line)
    points.append(QgsPointXY(point.x, point.y));
  return QgsGeometry::fromPolylineXY(points);
}

// A march that walks at some moment of the window: from its tail at the start to its head at the end.
std::optional<engine::Line> held(const engine::March &march, const engine::Window &window) {
  if (window.to < march.start() || window.from >= march.clear())
    return std::nullopt;
  const double tail = march.tail(window.from), head = march.head(window.to);
  return head > tail ? std::optional(march.route().stretch(tail, head)) : std::nullopt;
}

bool meets(const Occasion &march, const engine::Window &window) {
  return march.from <= window.to && window.from <= march.presumed_end();
}

} // namespace

Features march_features(const Question &question) {
  const auto &[seen, model, window, territory, zone] = question;
  const QgsFields fields = fields_of(SituationLayer::marches);
  const QDateTime from = date_time(window.from, zone), to = date_time(window.to, zone);
  Features features;
  for (const Occasion &one : seen->occasions) {
    const QString key = from_utf8(one.key), title = from_utf8(one.title);
    if (const auto march = one.march()) {
      if (const auto stretch = held(*march, window))
        features.push_back(feature_of(
            fields,
            {key, title, from, to, march->persons(), march->head(window.to), march->tail(window.from),
             date_time(march->start(), zone), date_time(march->head_at(march->route().length()), zone),
             date_time(march->clear(), zone),
             QStringLiteral("%1 km/h").arg(march->speed() * engine::kmh, 0, 'f', 1)},
            line_of(*stretch)));
    } else if (!one.shape.lines.empty() && meets(one, window)) {
      features.push_back(feature_of(
          fields,
          {key, title, from, to, QVariant(), QVariant(), QVariant(), date_time(one.from, zone), QVariant(),
           date_time(one.presumed_end(), zone), QStringLiteral("effectif inconnu : tout le parcours")},
          line_of(one.shape.lines.front())));
    }
  }
  return features;
}

Features head_features(const Question &question) {
  const auto &[seen, model, window, territory, zone] = question;
  const QgsFields fields = fields_of(SituationLayer::heads);
  Features features;
  for (const Occasion &one : seen->occasions) {
    const auto march = one.march();
    if (!march || !held(*march, window))
      continue;
    const auto end = [&, &asked = window, &where = zone](const char *role, engine::Instant at,
                                                         double chainage) {
      const engine::Crowd crowd = march->crowd(at);
      const engine::Point place = march->route().at(chainage);
      features.push_back(
          feature_of(fields,
                     {from_utf8(one.key), from_utf8(one.title), QString::fromUtf8(role),
                      date_time(asked.from, where), date_time(asked.to, where), date_time(at, where),
                      chainage, crowd.waiting, crowd.walking, crowd.arrived},
                     QgsGeometry::fromPointXY(QgsPointXY(place.x, place.y))));
    };
    end("tête", window.to, march->head(window.to));
    end("queue", window.from, march->tail(window.from));
  }
  return features;
}

} // namespace cortege::qgis
