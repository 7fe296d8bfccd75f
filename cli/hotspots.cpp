#include "cli/hotspots.hpp"

#include "cli/analysis/output.hpp"
#include "cli/analysis/raster.hpp"
#include "cli/stopwatch.hpp"
#include "engine/hotspot/gi_star.hpp"
#include "engine/hotspot/significance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace cortege::cli {

namespace {

constexpr std::size_t most_bins = 1000;

engine::Polygon square(const engine::Grid &grid, std::size_t cell) {
  const auto index = static_cast<std::int64_t>(cell);
  const engine::Point centre = grid.centre(index % grid.width, index / grid.width);
  const double half = grid.resolution / 2;
  const engine::Box box{centre.x - half, centre.y - half, centre.x + half, centre.y + half};
  return {{{box.xmin, box.ymin},
           {box.xmax, box.ymin},
           {box.xmax, box.ymax},
           {box.xmin, box.ymax},
           {box.xmin, box.ymin}}};
}

} // namespace

void HotSpots::declare(CLI::App &app) {
  app.add_option("IN", study_.facts.source.file,
                 "Facts: anything GDAL reads. Lines and polygons are shared among the cells they cover")
      ->required();
  app.add_option("OUT", out_,
                 "Scores of all cells (.tif) or the significant ones as squares (.gpkg, .geojson, .csv)")
      ->required();
  app.add_option("--distance", distance_, "Metres within which cells are neighbours")->required();
  app.add_option("--resolution", study_.resolution, "Side of the cells, in metres")->required();
  study_.declare(app);
  app.add_option("--time", study_.facts.time, "Field of dates, for trends");
  app.add_option("--bin", bin_, "Length of each time bin, such as 7d: adds trends by Mann-Kendall");
  examples(
      app,
      {"cortege hotspots faits.gpkg points_chauds.gpkg --resolution 200 --distance 600",
       "cortege hotspots faits.csv z.tif --resolution 200 --distance 600 --areas quartiers.gpkg",
       "cortege hotspots faits.csv tendances.gpkg --resolution 500 --distance 1000 --time date --bin 30d"});
}

std::vector<std::vector<double>> HotSpots::bins(const analysis::Facts &facts, const engine::Grid &grid,
                                                const std::vector<double> &study) const {
  const auto length = std::chrono::round<engine::Instant::duration>(analysis::duration(bin_));
  if (length.count() <= 0)
    throw UsageError("--bin must be longer than nothing, such as 7d.");
  const auto [first, last] = std::minmax_element(facts.times.begin(), facts.times.end());
  const auto number = static_cast<std::size_t>((*last - *first) / length) + 1;
  if (number > most_bins)
    throw UsageError(
        fmt::format("--bin {} makes {} bins, more than {}: choose longer ones.", bin_, number, most_bins));
  std::vector<std::vector<double>> bins;
  for (engine::Instant from = *first; from <= *last; from += length) {
    bins.push_back(analysis::count(facts, grid, engine::Window{from, from + length}).cells);
    for (std::size_t i = 0; i < study.size(); ++i)
      if (std::isnan(study[i]))
        bins.back()[i] = study[i];
  }
  return bins;
}

void HotSpots::write_raster(const Found &found) const {
  std::vector<std::vector<float>> bands(3, std::vector<float>(found.z.size()));
  for (std::size_t i = 0; i < found.z.size(); ++i) {
    bands[0][i] = static_cast<float>(found.z[i]);
    bands[1][i] = static_cast<float>(engine::p_value(found.z[i]));
    bands[2][i] = std::isnan(found.z[i]) ? std::nanf("") : static_cast<float>(found.classes[i]);
  }
  std::vector<analysis::RasterBand> named{{"Gi* (z)", bands[0]}, {"p", bands[1]}, {"classe", bands[2]}};
  if (found.trends) {
    std::vector<float> trend(found.z.size());
    std::transform(found.trends->trend.begin(), found.trends->trend.end(), trend.begin(),
                   [](engine::HotSpotTrend each) { return static_cast<float>(each); });
    bands.push_back(std::move(trend));
    named.push_back({"tendance", bands.back()});
  }
  analysis::write_raster(out_, found.grid, study_.facts.source.crs, named);
}

void HotSpots::write_cells(const Found &found) const {
  static constexpr analysis::OutputField fields[] = {
      {"nombre", OFTReal},      {"z", OFTReal},
      {"p", OFTReal},           {"classe", OFTInteger},
      {"confiance", OFTString}, {"tendance", OFTString},
      {"tendance_z", OFTReal},  {"periodes_chaudes", OFTInteger}};
  static constexpr const char *confidence[] = {"", "90 %", "95 %", "99 %"};
  analysis::VectorOutput output(out_, study_.facts.source.crs);
  OGRLayer &layer = output.layer("points_chauds", wkbPolygon, fields);
  for (std::size_t i = 0; i < found.z.size(); ++i) {
    const bool trending = found.trends && found.trends->trend[i] != engine::HotSpotTrend::none;
    if (found.classes[i] == 0 && !trending)
      continue;
    output.add(layer, engine::to_ogr(square(found.grid, i)), [&](OGRFeature &feature) {
      feature.SetField("nombre", found.counts[i]);
      feature.SetField("z", found.z[i]);
      feature.SetField("p", engine::p_value(found.z[i]));
      feature.SetField("classe", static_cast<int>(found.classes[i]));
      feature.SetField("confiance", confidence[std::abs(found.classes[i])]);
      if (!found.trends)
        return;
      feature.SetField("tendance", engine::french_name(found.trends->trend[i]));
      feature.SetField("tendance_z", found.trends->trend_z[i]);
      feature.SetField("periodes_chaudes", found.trends->hot[i]);
    });
  }
  output.finish();
}

void HotSpots::run(Console &console) {
  if (study_.facts.time.empty() != bin_.empty())
    throw UsageError("--time and --bin go together.");
  Stopwatch watch;
  const analysis::LocalTime time(study_.zone);
  const analysis::Facts facts = study_.read(time, console.progress("facts"));
  const double read = watch.lap();
  Found found;
  found.grid = study_.grid_over(facts);
  analysis::Counts counts = analysis::count(facts, found.grid, std::nullopt);
  found.counts = counts.cells;
  study_.leave_out(counts.cells, found.grid);
  const auto progress = console.progress("hot spots");
  found.z = engine::gi_star(counts.cells, found.grid.width, found.grid.height, study_.resolution, distance_,
                            progress);
  found.classes = engine::hot_spot_classes(found.z);
  if (!bin_.empty())
    found.trends = engine::emerging_hot_spots(bins(facts, found.grid, counts.cells), found.grid.width,
                                              found.grid.height, study_.resolution, distance_, progress);
  const double compute = watch.lap();
  if (out_.ends_with(".tif"))
    write_raster(found);
  else
    write_cells(found);
  const auto hot =
      std::count_if(found.classes.begin(), found.classes.end(), [](int each) { return each > 0; });
  const auto cold =
      std::count_if(found.classes.begin(), found.classes.end(), [](int each) { return each < 0; });
  nlohmann::json result{{"features", facts.features.size()},
                        {"without_place", facts.skipped},
                        {"outside", counts.outside},
                        {"width", found.grid.width},
                        {"height", found.grid.height},
                        {"hot", hot},
                        {"cold", cold},
                        {"seconds", {{"read", read}, {"compute", compute}, {"write", watch.lap()}}}};
  export_.record_sources({study_.facts.source.file, study_.areas}, study_.facts.source.layer,
                         facts.features.size(), {out_}, result);
  console.result(result,
                 fmt::format("{} facts, {} × {} cells: {} hot and {} cold at 90 % or more, in {}",
                             facts.features.size(), found.grid.width, found.grid.height, hot, cold, out_));
}

} // namespace cortege::cli
