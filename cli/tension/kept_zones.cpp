#include "cli/tension/kept_zones.hpp"

#include "engine/io/ogr_shape.hpp"
#include "providers/pg/transaction.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace cortege::tension {

namespace {

constexpr const char *insufficient_privilege = "42501";

std::string well_known_binary(const engine::Polygon &polygon) {
  const auto rings = engine::to_ogr(polygon);
  const OGRGeometry &shape = *rings; // OGRPolygon's own export differs between versions of GDAL
  std::string bytes(shape.WkbSize(), '\0');
  shape.exportToWkb(wkbNDR, reinterpret_cast<unsigned char *>(bytes.data()));
  std::string text;
  for (const char byte : bytes)
    fmt::format_to(std::back_inserter(text), "{:02x}", static_cast<unsigned char>(byte));
  return text;
}

nlohmann::json rows_of(const Input &input, std::span<const ZoneRecord> zones) {
  nlohmann::json rows = nlohmann::json::array();
  for (const ZoneRecord &record : zones) {
    const Slice &slice = input.slices[record.slice];
    rows.push_back({{"niveau", record.zone.level},
                    {"aire", record.zone.area},
                    {"moyenne", record.zone.mean},
                    {"maximum", record.zone.maximum},
                    {"debut", slice.from},
                    {"fin", slice.to},
                    {"evenements", record.keys},
                    {"geom", well_known_binary(record.zone.polygon)}});
  }
  return rows;
}

/// Everything but facts was transmitted; of facts, the sources say it.
bool saw_transmitted(pg::Connection &connection, const Input &input) {
  const pg::Result transmitted = connection.exec("SELECT code FROM plateforme.source WHERE transmise");
  return std::any_of(input.events.begin(), input.events.end(), [&](const engine::TensionEvent &event) {
    if (event.kind != "fait")
      return true;
    for (int row = 0; row < transmitted.rows(); ++row)
      if (transmitted.get<std::string>(row, 0) == event.fact_source)
        return true;
    return false;
  });
}

void keep(pg::Connection &connection, const engine::TensionModel &model, const Input &input,
          std::span<const ZoneRecord> zones) {
  pg::Transaction transaction(connection);
  const std::string &from = input.slices.front().from;
  const std::string &to = input.slices.back().to;
  connection.exec("DELETE FROM plateforme.calcul WHERE auteur = session_user AND modele = $1"
                  " AND debut = $2::timestamptz AND fin = $3::timestamptz",
                  model.name, from, to);
  const auto run = connection
                       .exec("INSERT INTO plateforme.calcul (modele, empreinte, debut, fin, unites, genres, "
                             "sources, transmis)"
                             " SELECT $1, $2, $3::timestamptz, $4::timestamptz,"
                             "   CASE jsonb_typeof(m -> 'unites') WHEN 'array' THEN ARRAY(SELECT value::int "
                             "FROM jsonb_array_elements_text(m -> 'unites')) END,"
                             "   CASE jsonb_typeof(m -> 'genres') WHEN 'array' THEN ARRAY(SELECT value FROM "
                             "jsonb_array_elements_text(m -> 'genres')) END,"
                             "   CASE jsonb_typeof(m -> 'sources') WHEN 'array' THEN ARRAY(SELECT value FROM "
                             "jsonb_array_elements_text(m -> 'sources')) END, $5"
                             " FROM habilitation.moi() m RETURNING id",
                             model.name, model.digest, from, to, saw_transmitted(connection, input))
                       .value<long long>();
  connection.exec("INSERT INTO plateforme.zone_tension"
                  " (calcul, niveau, aire, moyenne, maximum, debut, fin, evenements, geom)"
                  " SELECT $1, z.niveau, z.aire, z.moyenne, z.maximum, z.debut, z.fin, z.evenements,"
                  "   ST_Multi(ST_SetSRID(z.geom::geometry, 2154))"
                  " FROM jsonb_to_recordset($2::jsonb) AS z (niveau int, aire float8, moyenne float8,"
                  "   maximum float8, debut timestamptz, fin timestamptz, evenements text[], geom text)",
                  run, rows_of(input, zones).dump());
  transaction.commit();
}

} // namespace

void keep_zones(pg::Connection &connection, const engine::TensionModel &model, const Input &input,
                std::span<const ZoneRecord> zones) {
  try {
    keep(connection, model, input, zones);
  } catch (const pg::Error &error) {
    if (error.sqlstate() != insufficient_privilege)
      throw;
    throw engine::Error(
        "keeping zones on the platform is for the city's analysts: run without --keep, the files are "
        "made all the same.");
  }
}

} // namespace cortege::tension
