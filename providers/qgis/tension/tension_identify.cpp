#include "engine/tension/attribution.hpp"
#include "engine/tension/tension.hpp"
#include "providers/qgis/tension/lattice.hpp"
#include "providers/qgis/tension/tension_provider.hpp"
#include "providers/qgis/text.hpp"

#include <QLocale>
#include <qgsrasteridentifyresult.h>

namespace cortege::qgis {
namespace {

constexpr double smallest_share = 0.01;

QString shown(engine::Instant instant) {
  const auto milliseconds = std::chrono::floor<std::chrono::milliseconds>(instant).time_since_epoch().count();
  return QLocale().toString(QDateTime::fromMSecsSinceEpoch(milliseconds), QLocale::ShortFormat);
}

engine::Polygon square(const engine::Box &box) {
  return {{{box.xmin, box.ymin},
           {box.xmax, box.ymin},
           {box.xmax, box.ymax},
           {box.xmin, box.ymax},
           {box.xmin, box.ymin}}};
}

} // namespace

QString TensionProvider::unit() const {
  return sentence("weighted persons/ha");
}

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
      return {format, {{1, behind(*rows, cell, raster.sum.front())}}};
    return {Qgis::RasterIdentifyFormat::Value, {{1, raster.sum.front()}}};
  } catch (const std::exception &error) {
    last_error_ = from_utf8(error.what());
    return QgsRasterIdentifyResult(QgsError(last_error_, name()));
  }
}

QString TensionProvider::behind(const Seen &seen, const engine::Grid &cell, double value) const {
  const engine::Window during = window();
  QStringList lines{
      QStringLiteral("%1 %2").arg(QLocale().toString(value, 'g', 3), unit()),
      sentence("from %1 to %2").arg(shown(during.from), shown(during.to)),
      sentence("model %1 (%2), %3")
          .arg(from_utf8(model_.name), from_utf8(model_.digest.substr(0, 12)), from_utf8(model_.status))};
  if (!seen.perimeter.whole)
    lines << sentence("partial: read through %1").arg(from_utf8(seen.perimeter.words));
  const double hectares = cell.resolution * cell.resolution / 10000;
  for (const auto &[event, share] : engine::contributions(
           model_, seen.events, during, cell, square(cell.extent()), value * hectares, smallest_share))
    lines << QStringLiteral("%1 : %2 %").arg(from_utf8(seen.events[event].key)).arg(share * 100, 0, 'f', 0);
  return lines.join('\n');
}

QString TensionProvider::htmlMetadata() const {
  const auto row = [](const QString &title, const QString &text) {
    return QStringLiteral("<tr><td class=\"highlight\">%1</td><td>%2</td></tr>\n")
        .arg(title, text.toHtmlEscaped());
  };
  QString partial;
  try {
    const auto rows = seen({});
    partial = rows->perimeter.whole
                  ? sentence("the whole territory")
                  : sentence("partial: read through %1").arg(from_utf8(rows->perimeter.words));
  } catch (const std::exception &error) {
    partial = from_utf8(error.what());
  }
  return row(sentence("Model"),
             QStringLiteral("%1 (%2)").arg(from_utf8(model_.title), from_utf8(model_.name)))
         + row(sentence("Digest"), from_utf8(model_.digest))
         + row(sentence("Status"), from_utf8(model_.status)) + row(sentence("Unit"), unit())
         + row(sentence("Reading"), partial);
}

} // namespace cortege::qgis
