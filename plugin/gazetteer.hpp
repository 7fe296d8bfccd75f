#pragma once

#include "plugin/line.hpp"
#include "plugin/route_street.hpp"

#include <QList>
#include <QString>
#include <QStringList>
#include <qgsgeometry.h>
#include <qgspointxy.h>

#include <optional>

namespace cortege::plugin {

/// A place that the base data knows. Coordinates are EPSG:2154 everywhere here.
struct Place {
  QString kind; ///< adresse, voie, lieu or croisement
  QString label;
  QString exactness; ///< numero, interpole, proche, voie, lieu or croisement
  QgsPointXY point;
  std::optional<double> distance; ///< metres from the centre that was given
  double score = 0;               ///< how well it answers: about 1 where every word is met
};

/// What voirie.chercher finds for a text, best first, the near ones before the far ones.
QList<Place> search_places(Line &line, const QString &text, const std::optional<QgsPointXY> &centre,
                           int limit);

/// The address or street nearest to a point, if one is within 300 m.
std::optional<Place> nearest_place(Line &line, const QgsPointXY &point);

struct RouteRequest {
  QList<QgsPointXY> points; ///< stops, and the bends of stretches drawn by hand
  QList<int> stops;         ///< which of the points are stops
  QList<int> freehand;      ///< legs between points that are drawn straight, from 1
  bool steps = false;
  bool operator==(const RouteRequest &) const = default;
};

struct RouteAnswer {
  QgsGeometry line;
  double length = 0;
  QList<RouteStreet> streets;
  QList<double> chainages; ///< of each stop, metres
};

/// The way along streets (voirie.itineraire). Throws pg::Error with a sentence that names the point at fault.
RouteAnswer find_route(Line &line, const RouteRequest &request);

/// The streets that a stored way follows (voirie.rues_du_trace).
QList<RouteStreet> streets_of(Line &line, const QgsGeometry &way);

/// Places marked as sensitive within a distance of a geometry, nearest first, at most 20.
struct SensitivePlace {
  QString name;
  QString category;
  double distance = 0;
};
QList<SensitivePlace> sensitive_places(Line &line, const QgsGeometry &near, double metres);

/// Ground that can be proposed for a gathering, EPSG:2154; null when there is none.
/// The open ground about a point that the streets enclose: a square, an esplanade (voirie.place_autour).
QgsGeometry square_around(Line &line, const QgsPointXY &point);
/// The street between two points with its width (voirie.section_de_rue).
QgsGeometry street_section(Line &line, const QgsPointXY &from, const QgsPointXY &to);

} // namespace cortege::plugin
