#include "cli/zones.hpp"

#include "cli/analysis/place_statistics.hpp"
#include "cli/stopwatch.hpp"
#include "engine/units.hpp"
#include "engine/zone/thresholds.hpp"
#include "engine/zone/zone.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

namespace cortege::cli {

namespace {

constexpr const char *lambert_93 = "EPSG:2154";

constexpr analysis::OutputField zone_fields[] = {{"niveau", OFTInteger},  {"seuil_bas", OFTReal},
                                                 {"seuil_haut", OFTReal}, {"aire_ha", OFTReal},
                                                 {"moyenne", OFTReal},    {"maximum", OFTReal}};

void write_zones(analysis::VectorOutput &output, const std::vector<engine::Zone> &zones) {
  OGRLayer &layer = output.layer("zones", wkbPolygon, zone_fields);
  for (const engine::Zone &zone : zones)
    output.add(layer, engine::to_ogr(zone.polygon), [&](OGRFeature &feature) {
      feature.SetField("niveau", static_cast<int>(zone.level));
      feature.SetField("seuil_bas", zone.from);
      if (std::isfinite(zone.to))
        feature.SetField("seuil_haut", zone.to);
      feature.SetField("aire_ha", zone.area / engine::square_metres_per_hectare);
      if (std::isfinite(zone.mean))
        feature.SetField("moyenne", zone.mean);
      feature.SetField("maximum", zone.maximum);
    });
}

} // namespace

void Zones::declare(CLI::App &app) {
  app.add_option("RASTER", in_, "A raster, such as tension.tif or what `density` makes")->required();
  app.add_option("OUT.gpkg", out_, "GeoPackage: zones, and as asked territoire and rues")->required();
  app.add_option("--band", band_, "Band of the raster (tension.tif: the sum is its last)")
      ->capture_default_str();
  app.add_option("--thresholds", thresholds_, "Levels in the raster's unit, lowest first")->expected(-1);
  app.add_option("--method", method_, "Levels from the raster's positive cells, when none are given")
      ->check(CLI::IsMember({"natural", "quantile"}))
      ->capture_default_str();
  app.add_option("--levels", classes_, "How many levels to find so")->capture_default_str();
  app.add_option("--minimum-area", minimum_area_, "m² below which a zone is merged into the ground around it")
      ->capture_default_str();
  app.add_flag("--nested", nested_, "Each level with all above it, instead of bands beside one another");
  app.add_option("--areas", areas_,
                 "Units of the territory: files, or file|layername=…; the raster's mean and maximum in each");
  app.add_option("--streets", streets_, "Streets of a file: the raster's mean and maximum along each");
  app.add_option("--name-field", name_field_, "Field of the streets' names")->capture_default_str();
  app.add_flag("--network", network_, "The same along the streets of the database");
  export_.declare(app);
  database_.declare(app);
  examples(app, {"cortege zones tension.tif zones.gpkg --thresholds 5 20 50 --minimum-area 2000",
                 "cortege zones densite.tif zones.gpkg --method quantile --levels 5",
                 "cortege zones tension.tif rues.gpkg --areas 'ville.gpkg|layername=quartiers' --network"});
}

void Zones::check_usage() const {
  if (!out_.ends_with(".gpkg"))
    throw UsageError(fmt::format("{} has several layers: end its name in .gpkg.", out_));
  if (network_ && !streets_.empty())
    throw UsageError("Give either --streets FILE or --network.");
}

std::vector<double> Zones::thresholds(const std::vector<float> &values) const {
  std::vector<double> found = thresholds_;
  if (found.empty())
    found = method_ == "quantile" ? engine::quantile_thresholds(values, classes_)
                                  : engine::natural_thresholds(values, classes_);
  if (found.empty())
    throw Error(fmt::format("No cell of {} is above 0: there is no level to find; give --thresholds.", in_));
  return found;
}

std::vector<std::string> Zones::sources() const {
  std::vector<std::string> all = areas_;
  all.push_back(in_);
  all.push_back(network_ ? source_of(database_) : streets_);
  return all;
}

std::vector<analysis::Street> Zones::streets(const engine::Grid &grid) const {
  if (!streets_.empty())
    return analysis::read_streets(named_source(streets_), name_field_);
  if (!network_)
    return {};
  pg::Connection connection = database_.connect();
  return analysis::read_streets(connection, grid.extent());
}

void Zones::run(Console &console) {
  check_usage();
  Stopwatch watch;
  const analysis::RasterInput raster = analysis::read_raster(named_source(in_), band_);
  const std::string crs = raster.crs.empty() ? lambert_93 : raster.crs;
  std::vector<analysis::NamedArea> areas;
  for (const std::string &file : areas_)
    for (analysis::NamedArea &area : analysis::read_areas(named_source(file), crs))
      areas.push_back(std::move(area));
  const std::vector<analysis::Street> network = streets(raster.grid);
  if (network_ && network.empty())
    console.note("No street is loaded there: load them with `cortege import streets`.");
  const double read = watch.lap();
  const std::vector<float> values(raster.values.begin(), raster.values.end());
  engine::ZoneParameters parameters{thresholds(values), minimum_area_,
                                    nested_ ? engine::ZoneLayout::nested : engine::ZoneLayout::bands};
  const std::vector<engine::Zone> zones =
      engine::zones(raster.grid, values, parameters, console.progress("zones"));
  const double compute = watch.lap();
  analysis::VectorOutput output(out_, crs);
  write_zones(output, zones);
  if (!areas.empty())
    analysis::write_areas(output, raster.grid, values, areas);
  std::size_t touched = 0;
  if (!network.empty())
    touched = analysis::StreetLayer(output).add(raster.grid, values, network, std::nullopt);
  output.finish();
  nlohmann::json result{{"features", zones.size()},
                        {"thresholds", parameters.thresholds},
                        {"areas", areas.size()},
                        {"streets", touched},
                        {"seconds", {{"read", read}, {"compute", compute}, {"write", watch.lap()}}}};
  export_.record_sources(sources(), "zones", zones.size(), {out_}, result);
  console.result(result, fmt::format("{} zones at {:.4g}, {} areas and {} streets in {}", zones.size(),
                                     fmt::join(parameters.thresholds, ", "), areas.size(), touched, out_));
}

} // namespace cortege::cli
