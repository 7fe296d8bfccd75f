#include "plugin/gazetteer.hpp"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cortege::plugin {

namespace {

QString array_of_points(const QList<QgsPointXY> &points) {
  // A PostgreSQL array of geometries is separated by ':'.
  QStringList texts;
  for (const QgsPointXY &point : points)
    texts << QStringLiteral("\"SRID=2154;POINT(%1 %2)\"").arg(point.x(), 0, 'f', 3).arg(point.y(), 0, 'f', 3);
  return '{' + texts.join(':') + '}';
}

QString options_of(const RouteRequest &request) {
  QJsonArray legs;
  for (const int leg : request.freehand)
    legs.append(leg);
  const QJsonObject options{{"escaliers", request.steps}, {"libres", legs}};
  return QString::fromUtf8(QJsonDocument(options).toJson(QJsonDocument::Compact));
}

QJsonArray json_array(const pg::Result &result, int column) {
  return QJsonDocument::fromJson(text_of(result, 0, column).toUtf8()).array();
}

QList<RouteStreet> streets_in(const pg::Result &result, int column) {
  QList<RouteStreet> streets;
  for (const QJsonValue street : json_array(result, column)) {
    const QJsonValue width = street["largeur"];
    streets.append({street["nom"].toString(), street["debut"].toDouble(), street["longueur"].toDouble(),
                    width.isDouble() ? std::optional(width.toDouble()) : std::nullopt});
  }
  return streets;
}

} // namespace

QList<Place> search_places(Line &line, const QString &query, const std::optional<QgsPointXY> &centre,
                           int limit) {
  const pg::Result found =
      line.ask("SELECT genre, libelle, exactitude, ST_X(geom), ST_Y(geom), distance, note "
               "FROM voirie.chercher($1, ST_SetSRID(ST_Point($2::float8, $3::float8), 2154), $4::integer)",
               pg::Parameters(query.toStdString(), centre ? std::optional(centre->x()) : std::nullopt,
                              centre ? std::optional(centre->y()) : std::nullopt, limit));
  QList<Place> places;
  for (int row = 0; row < found.rows(); ++row)
    places.append({text_of(found, row, 0), text_of(found, row, 1), text_of(found, row, 2),
                   QgsPointXY(found.get<double>(row, 3), found.get<double>(row, 4)),
                   found.get<std::optional<double>>(row, 5), found.get<double>(row, 6)});
  return places;
}

std::optional<Place> nearest_place(Line &line, const QgsPointXY &point) {
  const pg::Result found = line.ask(
      "SELECT genre, libelle FROM voirie.adresse_proche(ST_SetSRID(ST_Point($1::float8, $2::float8), 2154))",
      pg::Parameters(point.x(), point.y()));
  if (found.empty())
    return std::nullopt;
  // The person pointed at a spot: the label says where it is, the spot stays theirs.
  return Place{text_of(found, 0, 0), text_of(found, 0, 1), text_of(found, 0, 0), point, std::nullopt, 1};
}

RouteAnswer find_route(Line &line, const RouteRequest &request) {
  const pg::Result found = line.ask(
      "SELECT ST_AsText(trace, 3), longueur, rues, etapes FROM voirie.itineraire($1::geometry[], $2::jsonb)",
      pg::Parameters(array_of_points(request.points).toStdString(), options_of(request).toStdString()));
  RouteAnswer answer;
  answer.line = QgsGeometry::fromWkt(text_of(found, 0, 0));
  answer.length = found.get<double>(0, 1);
  answer.streets = streets_in(found, 2);
  const QJsonArray legs = json_array(found, 3);
  for (const int stop : request.stops)
    answer.chainages.append(legs[stop]["chainage"].toDouble());
  return answer;
}

QList<RouteStreet> streets_of(Line &line, const QgsGeometry &way) {
  return streets_in(line.ask("SELECT voirie.rues_du_trace(ST_GeomFromText($1, 2154))",
                             pg::Parameters(way.asWkt(3).toStdString())),
                    0);
}

QList<SensitivePlace> sensitive_places(Line &line, const QgsGeometry &near, double metres) {
  const pg::Result found =
      line.ask("SELECT nom, categorie, ST_Distance(geom, g) FROM voirie.lieu, ST_GeomFromText($1, 2154) AS g "
               "WHERE sensible AND ST_DWithin(geom, g, $2::float8) ORDER BY 3, 1 LIMIT 20",
               pg::Parameters(near.asWkt(2).toStdString(), metres));
  QList<SensitivePlace> places;
  for (int row = 0; row < found.rows(); ++row)
    places.append({text_of(found, row, 0), text_of(found, row, 1), found.get<double>(row, 2)});
  return places;
}

QgsGeometry square_around(Line &line, const QgsPointXY &point) {
  const pg::Result found =
      line.ask("SELECT ST_AsText(voirie.place_autour(ST_SetSRID(ST_Point($1::float8, $2::float8), 2154)), 2)",
               pg::Parameters(point.x(), point.y()));
  return QgsGeometry::fromWkt(text_of(found, 0, 0));
}

QgsGeometry street_section(Line &line, const QgsPointXY &from, const QgsPointXY &to) {
  const pg::Result found = line.ask("SELECT ST_AsText(voirie.section_de_rue($1::geometry[]), 2)",
                                    pg::Parameters(array_of_points({from, to}).toStdString()));
  return QgsGeometry::fromWkt(text_of(found, 0, 0));
}

} // namespace cortege::plugin
