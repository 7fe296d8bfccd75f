#include "cli/density.hpp"

#include "cli/stopwatch.hpp"
#include "engine/io/raster_file.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace cortege::cli {

void Density::declare(CLI::App &app) {
  app.add_option("IN", source_.file, "Points, lines or polygons, in anything GDAL reads")->required();
  app.add_option("OUT.tif", output_,
                 "The raster: Float32 cloud-optimised GeoTIFF, mass per m² at cell centres")
      ->required();
  app.add_option("--kernel", kernel_, "uniform, epanechnikov, quartic, triangular or gaussian")
      ->capture_default_str();
  app.add_option("--bandwidth", bandwidth_,
                 "Radius of the kernel in metres; for gaussian its standard deviation")
      ->required();
  app.add_option("--resolution", resolution_, "Side of a cell in metres")->required();
  app.add_option("--mass", source_.mass_field, "Field that holds each feature's mass (default: 1 each)");
  app.add_option("--layer", source_.layer, "Layer to read (default: the only one)");
  app.add_option("--extent", extent_, "XMIN YMIN XMAX YMAX in metres (default: the data's and the bandwidth)")
      ->expected(4);
  app.add_option("--crs", source_.crs, "Projected system of the result")->capture_default_str();
  app.add_option("--source-crs", source_.source_crs,
                 "System of a source that does not say its own (default: --crs)");
  app.add_option("--threads", threads_, "Threads to use (default: all)");
  export_.declare(app);
  examples(app,
           {"cortege density faits.gpkg densite.tif --bandwidth 300 --resolution 20",
            "cortege density marches.geojson persons.tif --mass personnes --bandwidth 150 --resolution 10",
            "cortege density points.csv d.tif --source-crs EPSG:4326 --kernel gaussian --bandwidth 200 "
            "--resolution 25 --extent 886000 6239000 900000 6254000"});
}

engine::Grid Density::grid_for(const engine::Features &features) const {
  if (extent_.size() == 4)
    return engine::covering({extent_[0], extent_[1], extent_[2], extent_[3]}, 0, resolution_);
  if (!features.extent())
    throw Error(
        fmt::format("“{}” holds no features: give the raster an extent with --extent.", source_.file));
  return engine::covering(*features.extent(), bandwidth_, resolution_);
}

void Density::run(Console &console) {
  // What is wrong with the numbers is said before anything is read.
  engine::DensityParameters parameters{engine::kernel_named(kernel_), bandwidth_, {}, threads_};
  if (!(bandwidth_ > 0))
    throw Error(fmt::format("The bandwidth must be a positive number of metres, not {}.", bandwidth_));
  engine::covering(extent_.size() == 4 ? engine::Box{extent_[0], extent_[1], extent_[2], extent_[3]}
                                       : engine::Box{},
                   0, resolution_);

  Stopwatch watch;
  engine::SourceParameters source = source_;
  source.file = named_source(source_.file);
  const engine::Features features = engine::read_features(source, console.progress("read"));
  const double read = watch.lap();

  parameters.grid = grid_for(features);
  engine::RasterFile raster(output_, parameters.grid, source_.crs,
                            {{"KERNEL", kernel_},
                             {"BANDWIDTH_M", fmt::format("{}", bandwidth_)},
                             {"UNIT", "mass per m²"},
                             {"FEATURES", fmt::format("{}", features.size())},
                             {"MASS", fmt::format("{}", features.mass())}});
  double maximum = 0;
  double written = 0;
  const auto sink = [&](std::int64_t row, std::int64_t rows, std::span<const double> values) {
    Stopwatch writing;
    maximum = std::max(maximum, *std::ranges::max_element(values));
    raster.write(row, rows, values);
    written += writing.lap();
  };
  engine::density(features, parameters, sink, console.progress("compute"));
  const double compute = watch.lap() - written;
  raster.commit(console.progress("write"));
  const double write = watch.lap() + written;

  const engine::Box extent = parameters.grid.extent();
  nlohmann::json result{{"features", features.size()},
                        {"mass", features.mass()},
                        {"maximum", maximum},
                        {"width", parameters.grid.width},
                        {"height", parameters.grid.height},
                        {"extent", {extent.xmin, extent.ymin, extent.xmax, extent.ymax}},
                        {"seconds", {{"read", read}, {"compute", compute}, {"write", write}}}};
  export_.record_sources({source_.file}, source_.layer, features.size(), {output_}, result);
  console.result(
      result,
      fmt::format("{}: {} features, {} × {} cells, at most {:.4g} per m²; read {:.2f} s, compute {:.2f} s, "
                  "write {:.2f} s.",
                  output_.string(), features.size(), parameters.grid.width, parameters.grid.height, maximum,
                  read, compute, write));
}

} // namespace cortege::cli
