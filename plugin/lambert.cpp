#include "plugin/lambert.hpp"

#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsmapcanvas.h>
#include <qgsproject.h>

namespace cortege::plugin {

namespace {

QgsCoordinateTransform from_lambert(const QgsMapCanvas &canvas) {
  return QgsCoordinateTransform(QgsCoordinateReferenceSystem(QStringLiteral("EPSG:2154")),
                                canvas.mapSettings().destinationCrs(), QgsProject::instance());
}

} // namespace

QgsPointXY to_lambert(const QgsMapCanvas &canvas, const QgsPointXY &on_map) {
  return from_lambert(canvas).transform(on_map, Qgis::TransformDirection::Reverse);
}

QgsPointXY to_map(const QgsMapCanvas &canvas, const QgsPointXY &lambert) {
  return from_lambert(canvas).transform(lambert);
}

QgsGeometry to_map(const QgsMapCanvas &canvas, QgsGeometry lambert) {
  if (!lambert.isNull())
    lambert.transform(from_lambert(canvas));
  return lambert;
}

std::optional<QgsPointXY> centre_in_lambert(const QgsMapCanvas &canvas) {
  try {
    const QgsPointXY centre = to_lambert(canvas, canvas.center());
    // Where the projection is used, with air about it; elsewhere it gives figures without a meaning.
    const QgsRectangle reach(-500000, 5500000, 1800000, 7700000);
    return reach.contains(centre) ? std::optional(centre) : std::nullopt;
  } catch (const QgsCsException &) {
    return std::nullopt; // an empty map, or one on the other side of the world
  }
}

void show_on_map(QgsMapCanvas &canvas, const QgsGeometry &lambert) {
  if (lambert.isNull() || lambert.isEmpty())
    return;
  QgsRectangle box = lambert.boundingBox();
  box.grow(std::max(150.0, 0.15 * std::max(box.width(), box.height())));
  canvas.setExtent(from_lambert(canvas).transformBoundingBox(box));
  canvas.refresh();
}

} // namespace cortege::plugin
