#include "engine/tension/attribution.hpp"
#include "engine/tension/tension.hpp"
#include "providers/qgis/tension/lattice.hpp"
#include "providers/qgis/tension/tension_provider.hpp"
#include "providers/qgis/text.hpp"

#include <QLocale>
#include <qgsfeaturestore.h>
#include <qgsgeometry.h>
#include <qgsrasteridentifyresult.h>

#include <cmath>

namespace cortege::qgis {
namespace {

constexpr double smallest_share = 0.01;

QString shown(const QDateTime &time) {
  return QLocale().toString(time, QLocale::ShortFormat);
}

QgsGeometry centre_of(const engine::Grid &cell) {
  const engine::Point centre = cell.centre(0, 0);
  return QgsGeometry::fromPointXY({centre.x, centre.y});
}

engine::Polygon square(const engine::Box &box) {
  return {{{box.xmin, box.ymin},
           {box.xmax, box.ymin},
           {box.xmax, box.ymax},
           {box.xmin, box.ymax},
           {box.xmin, box.ymin}}};
}

} // namespace

QgsRasterIdentifyResult TensionProvider::identify(const QgsPointXY &point, Qgis::RasterIdentifyFormat format,
                                                  const QgsRectangle &, int, int, int) {
  if (!extent().contains(point))
    return {format, {}};
  try {
    // The cell of the model that holds the point, whatever the scale of the map.
    const engine::Grid cell =
        engine::covering({point.x(), point.y(), point.x(), point.y()}, 0, model_.resolution);
    const auto rows = seen({});
    const auto raster = engine::tension(model_, rows->events, window(), cell);
    if (format == Qgis::RasterIdentifyFormat::Text)
      return {format, {{1, as_text(*rows, cell, raster.sum.front())}}};
    if (format == Qgis::RasterIdentifyFormat::Feature)
      return {format, {{1, as_feature(*rows, cell, raster.sum.front())}}};
    return {Qgis::RasterIdentifyFormat::Value, {{1, raster.sum.front()}}};
  } catch (const std::exception &error) {
    last_error_ = from_utf8(error.what());
    return QgsRasterIdentifyResult(QgsError(last_error_, name()));
  }
}

QStringList TensionProvider::behind(const Seen &seen, const engine::Grid &cell, double value) const {
  QStringList lines;
  const double hectares = cell.resolution * cell.resolution / 10000;
  for (const auto &[event, share] : engine::contributions(
           model_, seen.events, window(), cell, square(cell.extent()), value * hectares, smallest_share))
    lines << QStringLiteral("%1 : %2 %").arg(from_utf8(seen.events[event].key)).arg(share * 100, 0, 'f', 0);
  return lines;
}

QString TensionProvider::as_text(const Seen &seen, const engine::Grid &cell, double value) const {
  const engine::Window during = window();
  QStringList lines{
      QStringLiteral("%1 %2").arg(QLocale().toString(value, 'g', 3), from_utf8(tension::unit)),
      sentence("from %1 to %2").arg(shown(date_time(during.from, zone_)), shown(date_time(during.to, zone_))),
      sentence("model %1 (%2), %3")
          .arg(from_utf8(model_.name), from_utf8(model_.digest.substr(0, 12)), from_utf8(model_.status))};
  if (seen.partial_at(centre_of(cell)))
    lines << sentence("partial: read through %1").arg(from_utf8(seen.perimeter.words));
  return (lines + behind(seen, cell, value)).join('\n');
}

// Named in French as the layers' columns are.
QVariant TensionProvider::as_feature(const Seen &seen, const engine::Grid &cell, double value) const {
  const engine::Window during = window();
  const bool partial = seen.partial_at(centre_of(cell));
  const std::pair<const char *, QVariant> attributes[] = {
      {"tension", std::round(value * 100) / 100},
      {"unite", from_utf8(tension::unit)},
      {"debut", date_time(during.from, zone_).toString(Qt::ISODate)},
      {"fin", date_time(during.to, zone_).toString(Qt::ISODate)},
      {"modele", from_utf8(model_.name)},
      {"empreinte", from_utf8(model_.digest.substr(0, 12))},
      {"statut", from_utf8(model_.status)},
      {"partiel", partial ? from_utf8(seen.perimeter.words) : QStringLiteral("non")},
      {"evenements", behind(seen, cell, value).join(QStringLiteral("\n"))}};
  QgsFields fields;
  QgsAttributes values;
  for (const auto &[attribute, content] : attributes) {
    fields.append(QgsField(QLatin1String(attribute), QMetaType::Type(content.userType())));
    values.append(content);
  }
  QgsFeature feature(fields, 1);
  feature.setAttributes(values);
  feature.setGeometry(centre_of(cell));
  QgsFeatureStore store(fields, crs());
  store.addFeature(feature);
  return QVariant::fromValue(QgsFeatureStoreList{store});
}

QString TensionProvider::htmlMetadata() const {
  const auto row = [](const QString &title, const QString &text) {
    return QStringLiteral("<tr><td class=\"highlight\">%1</td><td>%2</td></tr>\n")
        .arg(title, text.toHtmlEscaped());
  };
  QString partial;
  try {
    const tension::Perimeter perimeter =
        source_.file.isEmpty() ? tension::read_perimeter(*take_session(access())) : tension::Perimeter();
    partial = !source_.file.isEmpty() ? source_.file
              : perimeter.whole()     ? sentence("the whole territory")
              : tension::sees_all_sources(perimeter, model_)
                  ? sentence("partial near the edge of %1").arg(from_utf8(perimeter.words))
                  : sentence("partial: read through %1").arg(from_utf8(perimeter.words));
  } catch (const std::exception &error) {
    partial = from_utf8(error.what());
  }
  return row(sentence("Model"),
             QStringLiteral("%1 (%2)").arg(from_utf8(model_.title), from_utf8(model_.name)))
         + row(sentence("Digest"), from_utf8(model_.digest))
         + row(sentence("Status"), from_utf8(model_.status)) + row(sentence("Unit"), from_utf8(tension::unit))
         + row(sentence("Reading"), partial);
}

} // namespace cortege::qgis
