#pragma once

#include <qgsgeometry.h>
#include <qgspointxy.h>

#include <optional>

class QgsMapCanvas;

namespace cortege::plugin {

/// The database speaks Lambert-93 (EPSG:2154); the map may be in any CRS.
QgsPointXY to_lambert(const QgsMapCanvas &canvas, const QgsPointXY &on_map);
QgsPointXY to_map(const QgsMapCanvas &canvas, const QgsPointXY &lambert);
QgsGeometry to_map(const QgsMapCanvas &canvas, QgsGeometry lambert);

/// Where the map is centred, if that is anywhere in Lambert-93's reach.
std::optional<QgsPointXY> centre_in_lambert(const QgsMapCanvas &canvas);

/// Centres the map on a geometry, with air around it; a point is shown with the streets about it.
void show_on_map(QgsMapCanvas &canvas, const QgsGeometry &lambert);

} // namespace cortege::plugin
