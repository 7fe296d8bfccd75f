#include "cli/march.hpp"

#include "cli/analysis/raster.hpp"
#include "cli/march_file.hpp"
#include "cli/march_report.hpp"
#include "cli/stopwatch.hpp"
#include "engine/io/rows.hpp"
#include "engine/march/presence.hpp"
#include "engine/march/streets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace cortege::cli {

namespace {

constexpr int most_steps = 10'000;

std::vector<engine::Pause> pauses_of(const std::vector<std::string> &texts) {
  std::vector<engine::Pause> pauses;
  for (const std::string &text : texts) {
    const auto colon = text.find(':');
    std::size_t read = 0;
    double chainage = 0;
    try {
      chainage = std::stod(text, &read);
    } catch (const std::exception &) {
      read = 0;
    }
    if (colon == std::string::npos || read != colon)
      throw UsageError(
          fmt::format("'{}' is not a pause: write metres from the start and how long, 850:10min.", text));
    pauses.push_back({chainage, analysis::duration(text.substr(colon + 1))});
  }
  return pauses;
}

} // namespace

void March::declare(CLI::App &app) {
  app.add_option("MARCH", what_, "A march of the database (deambulatoire:12) or a file with its route")
      ->required();
  app.add_option("--layer", layer_, "Layer of the file (default: the only one)");
  app.add_option("--id", id_, "Which event of the file, by its cle or id (default: the only one)");
  app.add_option("--start", start_, "Instead of the event's own start");
  app.add_option("--persons", persons_, "Instead of the event's own count");
  options_.declare(app);
  app.add_option("--pause", pauses_,
                 "The column stands: METRES:DURATION, such as 850:10min; may be repeated");
  app.add_option("--at", at_, "Instants at which to say where head and tail are; may be repeated");
  app.add_option("--step", step_, "The same every so often from start to end, such as 10min");
  app.add_option("--streets", streets_file_,
                 "Streets of a file (default: the database's, with a march of it): names, highway or classe, "
                 "width or largeur");
  app.add_option("--addresses", addresses_file_,
                 "Places of a file whose passage is wanted: field libelle or nom");
  app.add_option(
      "-o,--out", out_,
      "GeoPackage: the route, the stretch taken at each --at and --step, streets, crossings, addresses");
  app.add_option("--name-field", name_field_, "Field of the streets' names")->capture_default_str();
  app.add_option("--raster", raster_,
                 "GeoTIFF: persons/m² at the first --at, or person-hours/m² from --from to --to");
  app.add_option("--resolution", resolution_, "Metres, of the raster")->capture_default_str();
  app.add_option("--from", from_, "Start of the raster's window");
  app.add_option("--to", to_, "End of the raster's window");
  app.add_option("--timezone", zone_, "Zone of dates without an offset")->capture_default_str();
  export_.declare(app);
  database_.declare(app);
  examples(
      app,
      {"cortege march deambulatoire:12 --at 2026-05-01T15:00",
       "cortege march route.geojson --start 2026-05-01T14:00 --persons 5000 --speed 3 --pause 850:10min",
       "cortege march deambulatoire:12 --step 5min --out marche.gpkg",
       "cortege march route.gpkg --density 2 --raster presence.tif --at 2026-05-01T15:00 --resolution 2"});
}

analysis::Assumptions March::assumptions() const {
  analysis::Assumptions assumed = options_.assumptions();
  assumed.persons = persons_;
  assumed.pauses = pauses_of(pauses_);
  return assumed;
}

void March::load(const analysis::LocalTime &time) {
  if (in_database()) {
    pg::Connection connection = database_.connect();
    march_ = analysis::read_march(connection, what_);
    if (streets_file_.empty())
      streets_ =
          analysis::read_streets(connection, analysis::route_of(march_.event), engine::street_tolerance);
  } else {
    std::optional<engine::Instant> start;
    if (!start_.empty())
      start = time.require(start_);
    std::vector<analysis::Event> events = analysis::read_events(named_source(what_), layer_, time, start, {});
    std::erase_if(events, [this](const analysis::Event &event) { return !id_.empty() && event.key != id_; });
    if (events.size() != 1)
      throw engine::Error(
          fmt::format("{} holds {} such events: say which one with --id.", what_, events.size()));
    march_.event = std::move(events.front());
  }
  if (!start_.empty())
    march_.event.from = time.require(start_);
  if (!streets_file_.empty())
    streets_ = analysis::read_streets(named_source(streets_file_), name_field_);
  if (!addresses_file_.empty())
    engine::read_rows({named_source(addresses_file_)},
                      [this](const engine::Row &row, const engine::Shape &shape) {
                        const std::string label = row.has("libelle") ? row.text("libelle") : row.text("nom");
                        for (const engine::Point &place : shape.points)
                          march_.waypoints.push_back({label, row.text("role"), place});
                      });
}

std::vector<engine::Instant> March::instants(const engine::March &march,
                                             const analysis::LocalTime &time) const {
  std::vector<engine::Instant> instants;
  for (const std::string &text : at_)
    instants.push_back(time.require(text));
  if (step_.empty())
    return instants;
  const auto step = std::chrono::round<engine::Instant::duration>(analysis::duration(step_));
  if (step.count() <= 0)
    throw UsageError("--step must be longer than nothing, such as 10min.");
  if ((march.clear() - march.start()) / step > most_steps)
    throw UsageError(
        fmt::format("--step {} makes more than {} instants: choose a longer one.", step_, most_steps));
  for (engine::Instant at = march.start(); at < march.clear(); at += step)
    instants.push_back(at);
  std::sort(instants.begin(), instants.end());
  return instants;
}

void March::write_raster(const engine::March &march, const analysis::LocalTime &time,
                         Console &console) const {
  const bool window = !from_.empty() || !to_.empty();
  if (window ? from_.empty() || to_.empty() : at_.empty())
    throw UsageError("--raster needs an instant (--at) or a window (--from and --to).");
  const engine::Grid grid = engine::covering(march_extent(march), 0, resolution_);
  const auto progress = console.progress("raster");
  const std::vector<double> values =
      window ? exposure(march, grid, {time.require(from_), time.require(to_)}, progress)
             : presence(march, grid, time.require(at_.front()), progress);
  const std::vector<float> written(values.begin(), values.end());
  const analysis::RasterBand band{window ? "personnes-heures/m²" : "personnes/m²", written};
  analysis::write_raster(raster_, grid, "EPSG:2154", std::span(&band, 1));
}

void March::run(Console &console) {
  Stopwatch watch;
  const analysis::LocalTime time(zone_);
  load(time);
  const double read = watch.lap();
  const analysis::Assumptions assumed = assumptions();
  analysis::RouteWidths widths;
  if (!assumed.width)
    widths = analysis::widths_along(analysis::route_of(march_.event), streets_, engine::usual_width);
  const engine::March march = march_of(march_.event, assumed, widths.widths);
  const std::string count = persons_ ? "given" : assumed.count;
  const std::vector<Passage> addresses = addresses_passed(march, march_.waypoints);
  const StreetsPassed streets = streets_passed(march, streets_);
  const std::vector<engine::Instant> at = instants(march, time);
  nlohmann::json result{{"features", 1},
                        {"march", summary_of(march, count, widths, time)},
                        {"waypoints", rows_of(addresses, time)},
                        {"streets", rows_of(streets.followed, time)},
                        {"crossings", rows_of(streets.crossed, time)},
                        {"positions", positions_of(march, at, time)}};
  if (march_.event.to && march.clear() > *march_.event.to)
    result["stated_end"] = time.text(*march_.event.to);
  const double compute = watch.lap();
  if (!raster_.empty())
    write_raster(march, time, console);
  if (!out_.empty())
    write_march(out_, march, {march_.event.key, count, widths, addresses, streets}, at);
  result["seconds"] = {{"read", read}, {"compute", compute}, {"write", watch.lap()}};
  std::vector<std::filesystem::path> files;
  for (const std::string &file : {raster_, out_})
    if (!file.empty())
      files.emplace_back(file);
  if (!files.empty())
    export_.record_sources({in_database() ? source_of(database_) : what_, streets_file_, addresses_file_},
                           in_database() ? "cortège " + what_ : "cortège", 1, files, result);
  console.result(result, text_of(result));
}

} // namespace cortege::cli
