#include "cli/intake/streets.hpp"

#include "cli/intake/streets_osm.hpp"
#include "engine/error.hpp"
#include "providers/pg/copy.hpp"

#include <fmt/format.h>
#include <ogr_spatialref.h>

#include <memory>

namespace cortege::intake {

namespace {

/// Longitudes and latitudes become Lambert-93 metres.
void project(OsmStreets &streets) {
  OGRSpatialReference from, to;
  from.importFromEPSG(4326);
  to.importFromEPSG(2154);
  from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  const std::unique_ptr<OGRCoordinateTransformation> transformation(
      OGRCreateCoordinateTransformation(&from, &to));
  std::vector<double> x, y;
  for (const auto &[id, node] : streets.nodes) {
    x.push_back(node.lon);
    y.push_back(node.lat);
  }
  if (!transformation || transformation->Transform(x.size(), x.data(), y.data()) == 0)
    throw engine::Error(
        "the extract's positions cannot be brought to Lambert-93: give an extract of France.");
  std::size_t i = 0;
  for (auto &[id, node] : streets.nodes) {
    node.lon = x[i];
    node.lat = y[i++];
  }
}

std::string point(const OsmNode &node) {
  return fmt::format("SRID=2154;POINT({:.3f} {:.3f})", node.lon, node.lat);
}

long long copy_nodes(pg::Connection &connection, const OsmStreets &streets) {
  connection.exec(
      "CREATE TEMPORARY TABLE arrivee_noeud (id bigint, geom public.geometry(Point, 2154)) ON COMMIT DROP");
  pg::CopyIn copy = connection.copy_in("COPY pg_temp.arrivee_noeud FROM STDIN");
  for (const auto &[id, node] : streets.nodes)
    if (node.uses > 1)
      copy.row({std::to_string(id), point(node)});
  return copy.finish();
}

/// The way's geometry from vertex to vertex, in EWKT.
void copy_edges(pg::CopyIn &copy, const OsmWay &way, const OsmStreets &streets) {
  const std::string osm = std::to_string(way.id);
  const std::string direction = std::to_string(way.direction);
  const auto width = way.width ? std::optional(fmt::format("{}", *way.width)) : std::nullopt;
  const auto name = way.name.empty() ? std::nullopt : std::optional<std::string_view>(way.name);
  std::string line;
  std::int64_t from = way.nodes.front();
  for (std::size_t i = 0; i < way.nodes.size(); ++i) {
    const OsmNode &node = streets.nodes.at(way.nodes[i]);
    line += fmt::format("{}{:.3f} {:.3f}", line.empty() ? "" : ",", node.lon, node.lat);
    if (i == 0 || node.uses < 2)
      continue;
    copy.row({std::to_string(from), std::to_string(way.nodes[i]), osm, name, way.highway, direction,
              width ? std::optional<std::string_view>(*width) : std::nullopt, way.steps ? "t" : "f",
              way.no_walkers ? "t" : "f", fmt::format("SRID=2154;LINESTRING({})", line)});
    from = way.nodes[i];
    line = fmt::format("{:.3f} {:.3f}", node.lon, node.lat);
  }
}

void stage_edges(pg::Connection &connection, const OsmStreets &streets, const engine::Progress &progress) {
  connection.exec(
      "CREATE TEMPORARY TABLE arrivee (source bigint, target bigint, osm_id bigint, nom text, classe text,"
      " sens smallint, largeur real, escalier boolean, autoroute boolean,"
      " geom public.geometry(LineString, 2154)) ON COMMIT DROP");
  pg::CopyIn copy = connection.copy_in("COPY pg_temp.arrivee FROM STDIN");
  for (std::size_t i = 0; i < streets.ways.size(); ++i) {
    copy_edges(copy, streets.ways[i], streets);
    if (i % 512 == 0)
      engine::report(progress, static_cast<double>(i) / static_cast<double>(streets.ways.size()));
  }
  copy.finish();
}

} // namespace

LoadedStreets load_streets(pg::Connection &connection, const std::string &path,
                           const engine::Progress &progress) {
  OsmStreets streets = read_osm_streets(path, progress);
  project(streets);
  LoadedStreets loaded;
  loaded.ways = static_cast<long long>(streets.ways.size());
  loaded.skipped = streets.skipped;
  copy_nodes(connection, streets);
  stage_edges(connection, streets, progress);
  connection.exec("DELETE FROM voirie.troncon");
  connection.exec("DELETE FROM voirie.noeud");
  loaded.nodes =
      connection
          .exec("INSERT INTO voirie.noeud (id, geom) SELECT id, geom FROM pg_temp.arrivee_noeud ORDER BY id")
          .affected();
  loaded.edges =
      connection
          .exec("INSERT INTO voirie.troncon (source, target, osm_id, nom, classe, sens, largeur, escalier, "
                "autoroute, geom)"
                " SELECT source, target, osm_id, nom, classe, sens, largeur, escalier, autoroute, geom"
                " FROM pg_temp.arrivee WHERE ST_Length(geom) > 0 ORDER BY osm_id")
          .affected();
  return loaded;
}

} // namespace cortege::intake
