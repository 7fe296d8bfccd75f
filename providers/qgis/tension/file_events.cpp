#include "providers/qgis/tension/file_events.hpp"

#include "engine/error.hpp"
#include "engine/wkb.hpp"
#include "providers/pg/patience.hpp"
#include "providers/qgis/request_time.hpp"
#include "providers/qgis/tension/event_columns.hpp"
#include "providers/qgis/text.hpp"

#include <QFileInfo>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <algorithm>
#include <list>

namespace cortege::qgis {
namespace {

constexpr std::size_t files_kept = 4;
const engine::Window always{engine::Instant::min(), engine::Instant::max()};

struct ReadFile {
  QString file, layer;
  QDateTime changed;
  std::shared_ptr<const Seen> seen;
};

Occasion occasion_of(const EventRow &row, const engine::Shape &shape) {
  return {row.key.toStdString(), row.title.toStdString(), row.from, row.to, row.expected, shape};
}

std::shared_ptr<const Seen> read(const QString &file, const QString &layer,
                                 const engine::Progress &progress) {
  const QString path = layer.isEmpty() ? file : QStringLiteral("%1|layername=%2").arg(file, layer);
  QgsVectorLayer::LayerOptions options;
  options.loadDefaultStyle = false;
  const QgsVectorLayer source(path, file, QStringLiteral("ogr"), options);
  if (!source.isValid())
    throw engine::Error(
        sentence("%1 cannot be opened as a vector layer: check its name.").arg(path).toStdString());
  QgsFeatureRequest request;
  request.setDestinationCrs(QgsCoordinateReferenceSystem(QStringLiteral("EPSG:2154")),
                            QgsCoordinateTransformContext());
  auto seen = std::make_shared<Seen>();
  seen->perimeter.words = QFileInfo(file).fileName().toStdString();
  seen->span = always;
  QgsFeatureIterator features = source.getFeatures(request);
  for (QgsFeature feature; features.nextFeature(feature);) {
    engine::report(progress, 0.5);
    if (!feature.hasGeometry() || feature.geometry().isEmpty())
      continue;
    const QByteArray wkb = feature.geometry().asWkb();
    const engine::Shape shape = engine::shape_from_wkb(
        std::as_bytes(std::span(wkb.constData(), static_cast<std::size_t>(wkb.size()))));
    const EventRow row = event_row(feature, shape);
    if (row.kind != QLatin1String("fait"))
      seen->occasions.push_back(occasion_of(row, shape));
    seen->events.push_back(tension_event(row, shape));
  }
  std::sort(seen->events.begin(), seen->events.end(),
            [](const auto &a, const auto &b) { return a.key < b.key; });
  return seen;
}

std::shared_ptr<const Seen> seen_in_file(const TensionSourceUri &source, const engine::Progress &progress) {
  static std::mutex mutex;
  static std::list<ReadFile> recent;
  const std::lock_guard lock(mutex);
  const QDateTime changed = QFileInfo(source.file).lastModified();
  const auto found = std::find_if(recent.begin(), recent.end(), [&](const ReadFile &one) {
    return one.file == source.file && one.layer == source.file_layer && one.changed == changed;
  });
  if (found != recent.end())
    return found->seen;
  auto seen = read(source.file, source.file_layer, progress);
  recent.push_front({source.file, source.file_layer, changed, seen});
  if (recent.size() > files_kept)
    recent.pop_back();
  return seen;
}

} // namespace

std::shared_ptr<const Seen> seen_of(const TensionSourceUri &source, const Access &access,
                                    const engine::TensionModel &model, const engine::Window &window,
                                    const engine::Progress &progress) {
  return source.file.isEmpty() ? SeenEvents::of(access, model)->during(window, progress)
                               : seen_in_file(source, progress);
}

Ground ground_of(const TensionSourceUri &source, const Access &access, const engine::TensionModel &model) {
  if (source.file.isEmpty()) {
    const auto session = take_session(access);
    return pg::within(opening_limit, *session, [&]() -> Ground {
      if (!access.identity.server)
        tension::read_perimeter(*session);
      return {read_territory(*session), territory_zone(*session)};
    });
  }
  QgsRectangle box;
  for (const engine::TensionEvent &event : seen_in_file(source, {})->events) {
    const auto enlarge = [&box](const engine::Line &points) {
      for (const engine::Point &point : points)
        box.combineExtentWith(point.x, point.y);
    };
    enlarge(event.shape.points);
    for (const engine::Line &line : event.shape.lines)
      enlarge(line);
    for (const engine::Polygon &polygon : event.shape.polygons)
      enlarge(polygon.front());
  }
  double reach = 0;
  for (const engine::TensionSource &one : model.sources)
    reach = std::max(reach, engine::reach(one.kernel, one.bandwidth));
  if (box.isNull())
    throw engine::Error(sentence("%1 holds no event with a geometry.").arg(source.file).toStdString());
  return {{box.xMinimum() - reach, box.yMinimum() - reach, box.xMaximum() + reach, box.yMaximum() + reach},
          QTimeZone::systemTimeZone()};
}

} // namespace cortege::qgis
