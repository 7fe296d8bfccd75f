#include "cli/tension/run.hpp"

#include "cli/analysis/place_statistics.hpp"
#include "cli/stopwatch.hpp"
#include "engine/units.hpp"
#include "engine/zone/statistics.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace fs = std::filesystem;

namespace cortege::tension {

namespace {

using engine::Error;

constexpr std::int64_t most_cells = 50'000'000;

/// A folder beside the results where they are made, so that they appear whole or not at all.
class Workshop {
public:
  explicit Workshop(fs::path folder) : folder_(std::move(folder)) {
    std::error_code error;
    fs::create_directories(folder_, error);
    hidden_ = folder_ / fmt::format(".tension-{}", getpid());
    if (error || !fs::create_directory(hidden_, error))
      throw Error(fmt::format("cannot write into {}: {}.", folder_.string(), error.message()));
  }
  ~Workshop() {
    std::error_code ignored;
    fs::remove_all(hidden_, ignored);
  }
  Workshop(const Workshop &) = delete;
  Workshop &operator=(const Workshop &) = delete;

  fs::path file(const std::string &name) {
    names_.push_back(name);
    return hidden_ / name;
  }
  std::vector<fs::path> deliver() {
    std::vector<fs::path> files;
    for (const std::string &name : names_) {
      fs::rename(hidden_ / name, folder_ / name);
      files.push_back(folder_ / name);
    }
    return files;
  }

private:
  fs::path folder_, hidden_;
  std::vector<std::string> names_;
};

struct StreetFile {
  explicit StreetFile(const fs::path &file) : output(file.string(), "EPSG:2154"), layer(output) {}

  analysis::VectorOutput output;
  analysis::StreetLayer layer;
};

void enlarge(std::optional<engine::Box> &box, const engine::Box &more) {
  box = box ? engine::Box{std::min(box->xmin, more.xmin), std::min(box->ymin, more.ymin),
                          std::max(box->xmax, more.xmax), std::max(box->ymax, more.ymax)}
            : more;
}

std::vector<AreaRecord> areas_of(const Input &input, const engine::TensionRaster &raster) {
  std::vector<AreaRecord> records;
  for (const Area &area : input.areas) {
    const auto inside = engine::statistics_in(raster.grid, raster.sum, area.shape.polygons);
    const bool covered = inside.area > 0;
    records.push_back({inside.area / engine::square_metres_per_hectare, covered ? inside.mean : 0,
                       covered ? inside.maximum : 0, inside.total / engine::square_metres_per_hectare});
  }
  return records;
}

} // namespace

engine::Grid grid_of(const engine::TensionModel &model, const Input &input,
                     const std::optional<engine::Box> &asked) {
  std::optional<engine::Box> box = asked;
  if (!asked) {
    for (const Area &area : input.areas)
      for (const engine::Polygon &polygon : area.shape.polygons)
        for (const engine::Point &point : polygon.front())
          enlarge(box, {point.x, point.y, point.x, point.y});
    for (const Slice &slice : input.slices)
      if (const auto reached = engine::reached_extent(model, input.events, slice.window))
        enlarge(box, *reached);
  }
  if (!box)
    throw Error(
        "nothing acts in this period and no area of the territory is loaded: give --extent, or load areas "
        "with `cortege import areas`.");
  const engine::Grid grid = engine::covering(*box, 0, model.resolution);
  if (grid.cells() > most_cells)
    throw Error(fmt::format(
        "{} × {} cells are too many: give a smaller --extent, or a coarser resolution in the model.",
        grid.width, grid.height));
  return grid;
}

Made run(const engine::TensionModel &model, const Input &input, const engine::Grid &grid,
         std::span<const analysis::Street> streets, const fs::path &folder,
         const engine::Progress &progress) {
  Workshop workshop(folder);
  Made made{{}, {}, grid, 0, 0};
  cli::Stopwatch watch;
  ZoneFile zone_file(workshop.file("zones.gpkg"), model);
  std::optional<StreetFile> street_file;
  if (!streets.empty())
    street_file.emplace(workshop.file("rues.gpkg"));
  const fs::path table_path = workshop.file("territoire.csv");
  std::ofstream table(table_path);
  write_table_head(table);
  const bool series = input.slices.size() > 1;
  for (std::size_t index = 0; index < input.slices.size(); ++index) {
    const Slice &slice = input.slices[index];
    const auto share = [&](double done) {
      return !progress
             || progress((static_cast<double>(index) + done) / static_cast<double>(input.slices.size()));
    };
    made.write_seconds += watch.lap();
    const auto raster = engine::tension(model, input.events, slice.window, grid, share);
    auto zones = zones_of(model, input.events, slice.window, raster, [&](double) { return share(1); });
    for (ZoneRecord &zone : zones)
      zone.slice = index;
    const auto areas = areas_of(input, raster);
    made.compute_seconds += watch.lap();
    const std::string name = series ? "tension_" + slice.stamp : "tension";
    write_raster(workshop.file(name + ".tif"), model, slice, raster, input.perimeter);
    write_picture(workshop.file(name + ".png"), model, raster, input.areas);
    zone_file.add(slice, zones);
    if (street_file)
      street_file->layer.add(raster.grid, raster.sum, streets, slice.window);
    write_table(table, model, slice, input.areas, areas);
    std::move(zones.begin(), zones.end(), std::back_inserter(made.zones));
  }
  zone_file.finish();
  if (street_file)
    street_file->output.finish();
  if (!table.flush())
    throw Error(fmt::format("cannot write {}: the disk may be full.", table_path.string()));
  table.close();
  made.files = workshop.deliver();
  made.write_seconds += watch.lap();
  return made;
}

} // namespace cortege::tension
