#include "cli/tension.hpp"

#include "cli/paths.hpp"
#include "cli/stopwatch.hpp"
#include "cli/tension/kept_zones.hpp"
#include "cli/tension/run.hpp"
#include "providers/tension/model_file.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace cortege::cli {

namespace {

std::optional<engine::Box> box_of(const std::vector<double> &extent) {
  if (extent.empty())
    return std::nullopt;
  const engine::Box box{extent[0], extent[1], extent[2], extent[3]};
  if (!(box.xmin < box.xmax && box.ymin < box.ymax))
    throw UsageError(
        "--extent takes XMIN YMIN XMAX YMAX, in metres of EPSG:2154, each minimum below its maximum.");
  return box;
}

nlohmann::json report(const engine::TensionModel &model, const tension::Input &input,
                      const tension::Made &made, double read_seconds) {
  nlohmann::json files = nlohmann::json::array();
  for (const auto &file : made.files)
    files.push_back(file.string());
  return {{"features", input.events.size()},
          {"model", model.name},
          {"digest", model.digest},
          {"perimeter", input.perimeter},
          {"windows", input.slices.size()},
          {"zones", made.zones.size()},
          {"width", made.grid.width},
          {"height", made.grid.height},
          {"files", files},
          {"seconds",
           {{"read", read_seconds}, {"compute", made.compute_seconds}, {"write", made.write_seconds}}}};
}

} // namespace

void Tension::declare(CLI::App &app) {
  app.add_option("--model", model_, "Model: a file, or a name in metadata/tension")->capture_default_str();
  app.add_option("--from", period_.from, "Start; without a zone, in the territory's time")->required();
  app.add_option("--to", period_.to, "End, not included")->required();
  app.add_option("--step", period_.step, "Length of each window of a series, such as 1h or '1 day'");
  app.add_option("-o,--out", folder_, "Folder of the results")->capture_default_str();
  app.add_option("--areas", divisions_, "Divisions of the territory that the table has lines for")
      ->capture_default_str();
  app.add_flag("--streets", streets_, "Also rues.gpkg: mean and maximum along each street of the network");
  app.add_option("--extent", extent_, "XMIN YMIN XMAX YMAX, in metres (EPSG:2154)")->expected(4);
  app.add_flag("--keep", keep_,
               "Also keep the zones on the platform, for whom your perimeter may be shown (analysts)");
  export_.declare(app);
  database_.declare(app);
  examples(
      app,
      {"cortege tension --service vm_calanque --from 2026-01-10T12:00 --to 2026-01-10T20:00 --out samedi",
       "cortege tension --service vm_calanque --from 2026-01-10 --to 2026-01-11 --step 1h --out serie "
       "--keep"});
}

void Tension::run(Console &console) {
  const auto extent = box_of(extent_);
  const auto file = tension::find_model(model_, data_folder("metadata") / "tension");
  const engine::TensionModel model = tension::read_model(file);
  Stopwatch watch;
  pg::Connection connection = database_.connect();
  const tension::Input input =
      tension::read_input(connection, model, period_, divisions_, console.progress("Lecture"));
  const double read = watch.lap();
  const engine::Grid grid = tension::grid_of(model, input, extent);
  const std::vector<analysis::Street> streets =
      streets_ ? analysis::read_streets(connection, grid.extent()) : std::vector<analysis::Street>{};
  const tension::Made made = tension::run(model, input, grid, streets, folder_, console.progress("Tension"));
  if (keep_)
    tension::keep_zones(connection, model, input, made.zones);
  for (const std::string &division : divisions_)
    if (std::ranges::find(input.areas, division, &tension::Area::division) == input.areas.end())
      console.note(
          fmt::format("No area of kind {} is loaded: territoire.csv has no line for any.", division));
  if (streets_ && streets.empty())
    console.note(
        "No street is loaded there: rues.gpkg is not made. Load them with `cortege import streets`.");
  nlohmann::json result = report(model, input, made, read);
  export_.record(connection, "tension " + model.name, input.events.size(), made.files, result);
  console.result(result, fmt::format("{} events and facts, {} window(s), {} zones, {} × {} cells in {}",
                                     input.events.size(), input.slices.size(), made.zones.size(), grid.width,
                                     grid.height, folder_.string()));
}

} // namespace cortege::cli
