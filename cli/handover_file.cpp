#include "cli/handover_file.hpp"

#include "cli/console.hpp"
#include "cli/process.hpp"
#include "cli/text_array.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <array>
#include <memory>
#include <optional>

namespace fs = std::filesystem;

namespace cortege::cli {

namespace {

struct LayerOf {
  const char *view, *name;
  OGRwkbGeometryType type;
};
constexpr std::array<LayerOf, 3> layers{{{"plateforme.evenement_point", "points", wkbMultiPoint},
                                         {"plateforme.evenement_ligne", "lignes", wkbMultiLineString},
                                         {"plateforme.evenement_surface", "surfaces", wkbMultiPolygon}}};
constexpr std::array<const char *, 13> columns{"cle",
                                               "genre",
                                               "objet",
                                               "description",
                                               "debut",
                                               "fin",
                                               "source",
                                               "categorie",
                                               "personnes_attendues",
                                               "personnes_declarees",
                                               "statut_organisateur",
                                               "theme",
                                               "poids"};

void check_units(pg::Connection &connection, const std::vector<std::string> &units) {
  const pg::Result unknown = connection.exec(
      "SELECT x FROM unnest($1::text[]) x WHERE NOT EXISTS (SELECT FROM voirie.unite u WHERE u.code = x)",
      text_array(units));
  if (!unknown.empty())
    throw Error(fmt::format("no unit of the territory has the code {}.", unknown.value<std::string>()));
}

pg::Result rows_of(pg::Connection &connection, const LayerOf &layer, const HandoverScope &scope) {
  return connection.exec(
      fmt::format(
          "SELECT {}, ST_AsText(ST_Multi(e.geom)) AS wkt FROM {} e WHERE e.periode && tstzrange($1, $2)"
          " AND (cardinality($3::text[]) = 0 OR EXISTS (SELECT FROM voirie.unite u"
          " WHERE u.code = ANY ($3::text[]) AND ST_Intersects(u.geom, e.geom))) ORDER BY cle",
          fmt::join(columns, ", "), layer.view),
      scope.from, scope.to, text_array(scope.units));
}

void add_rows(OGRLayer &layer, const pg::Result &rows) {
  for (const char *column : columns) {
    OGRFieldDefn field(column, OFTString);
    layer.CreateField(&field);
  }
  for (int row = 0; row < rows.rows(); ++row) {
    const std::unique_ptr<OGRFeature, decltype(&OGRFeature::DestroyFeature)> feature(
        OGRFeature::CreateFeature(layer.GetLayerDefn()), &OGRFeature::DestroyFeature);
    for (const char *column : columns)
      if (const auto value = rows.get<std::optional<std::string>>(row, column))
        feature->SetField(column, value->c_str());
    OGRGeometry *geometry = nullptr;
    OGRGeometryFactory::createFromWkt(rows.get<std::string>(row, "wkt").c_str(), layer.GetSpatialRef(),
                                      &geometry);
    feature->SetGeometryDirectly(geometry);
    if (layer.CreateFeature(feature.get()) != OGRERR_NONE)
      throw Error("the GeoPackage could not be written: is there room in the temporary folder?");
  }
}

} // namespace

long long write_geopackage(pg::Connection &connection, const HandoverScope &scope, const fs::path &file) {
  check_units(connection, scope.units);
  GDALAllRegister();
  const std::unique_ptr<GDALDataset> dataset(
      GetGDALDriverManager()->GetDriverByName("GPKG")->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  if (!dataset)
    throw Error(fmt::format("{} cannot be written.", file.string()));
  OGRSpatialReference lambert;
  lambert.importFromEPSG(2154);
  long long count = 0;
  for (const LayerOf &wanted : layers) {
    const pg::Result rows = rows_of(connection, wanted, scope);
    OGRLayer *layer = dataset->CreateLayer(wanted.name, &lambert, wanted.type, nullptr);
    dataset->StartTransaction();
    add_rows(*layer, rows);
    dataset->CommitTransaction();
    count += rows.rows();
  }
  return count;
}

void encrypt(const fs::path &plain, const std::string &key, const fs::path &encrypted) {
  Call age;
  age.arguments = {"age",
                   "--encrypt",
                   "--recipient",
                   key,
                   "--output",
                   fs::absolute(encrypted).string(),
                   fs::absolute(plain).string()};
  run_or_throw(age, "encrypting the hand-over");
}

} // namespace cortege::cli
