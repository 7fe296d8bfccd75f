#include "cli/march.hpp"

#include "cli/analysis/output.hpp"
#include "engine/march/presence.hpp"
#include "engine/march/streets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>

namespace cortege::cli {

namespace {

constexpr double kmh = 3.6;
constexpr double street_tolerance = 10;
constexpr double waypoint_tolerance = 50;

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

nlohmann::json coordinates(const engine::Line &line) {
  nlohmann::json list = nlohmann::json::array();
  for (const engine::Point &point : line)
    list.push_back({point.x, point.y});
  return list;
}

nlohmann::json summary(const engine::March &march, const std::string &count,
                       const analysis::LocalTime &time) {
  return {{"count", count},
          {"persons", march.persons()},
          {"density", march.density()},
          {"speed_kmh", march.speed() * kmh},
          {"route_length", march.route().length()},
          {"column_length", march.column_length()},
          {"passage_seconds", march.passage_time().count()},
          {"flow_per_minute", march.flow() * 60},
          {"start", time.text(march.start())},
          {"head_arrives", time.text(march.head_at(march.route().length()))},
          {"clear", time.text(march.clear())}};
}

std::string sentence(const nlohmann::json &summary) {
  return fmt::format(
      "{:.0f} persons ({}) on {:.0f} m at {:.1f} km/h and {:.2f} persons/m²: a column of {:.0f} m, "
      "{:.0f} min past each place.\nHead leaves {}, arrives {}; all clear at {}.",
      summary["persons"].get<double>(), summary["count"].get<std::string>(),
      summary["route_length"].get<double>(), summary["speed_kmh"].get<double>(),
      summary["density"].get<double>(), summary["column_length"].get<double>(),
      summary["passage_seconds"].get<double>() / 60, summary["start"].get<std::string>(),
      summary["head_arrives"].get<std::string>(), summary["clear"].get<std::string>());
}

std::string table(const nlohmann::json &rows, const char *title) {
  std::string text;
  for (const nlohmann::json &row : rows)
    text += fmt::format("\n  {:>6.0f} m  {}  {}  {}", row["chainage"].get<double>(),
                        row["head"].get<std::string>(), row["free"].get<std::string>(),
                        row["name"].get<std::string>());
  return text.empty() ? text : fmt::format("\n{}: head comes, tail has left{}", title, text);
}

} // namespace

void March::declare(CLI::App &app) {
  app.add_option("MARCH", what_, "A march of the database (deambulatoire:12) or a file with its route")
      ->required();
  app.add_option("--layer", layer_, "Layer of the file (default: the first)");
  app.add_option("--id", id_, "Which event of the file, by its cle or id (default: the only one)");
  app.add_option("--start", start_, "Instead of the event's own start");
  app.add_option("--persons", persons_, "Instead of the event's own count");
  options_.declare(app);
  app.add_option("--pause", pauses_,
                 "The column stands: METRES:DURATION, such as 850:10min; may be repeated");
  app.add_option("--at", at_, "Instants at which to say where head and tail are; may be repeated");
  app.add_option("--streets", streets_file_,
                 "Streets of a file (default: the database's, with a march of it)");
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
       "cortege march route.gpkg --density 2 --raster presence.tif --at 2026-05-01T15:00 --resolution 2"});
}

analysis::Assumptions March::assumptions() const {
  analysis::Assumptions assumed = options_.assumptions();
  assumed.persons = persons_;
  assumed.pauses = pauses_of(pauses_);
  return assumed;
}

void March::load(const analysis::LocalTime &time) {
  if (what_.starts_with("deambulatoire:")) {
    pg::Connection connection = database_.connect();
    march_ = analysis::read_march(connection, what_);
    if (streets_file_.empty())
      streets_ = analysis::read_streets(connection, march_.event.shape.lines.front(), street_tolerance);
  } else {
    std::optional<engine::Instant> start;
    if (!start_.empty())
      start = time.require(start_);
    std::vector<analysis::Event> events = analysis::read_events(what_, layer_, time, start, {});
    std::erase_if(events, [this](const analysis::Event &event) { return !id_.empty() && event.key != id_; });
    if (events.size() != 1)
      throw engine::Error(
          fmt::format("{} holds {} such events: say which one with --id.", what_, events.size()));
    march_.event = std::move(events.front());
  }
  if (!start_.empty())
    march_.event.from = time.require(start_);
  if (!streets_file_.empty())
    streets_ = analysis::read_streets(streets_file_, name_field_, time);
}

nlohmann::json March::waypoints(const engine::March &march, const analysis::LocalTime &time) const {
  nlohmann::json rows = nlohmann::json::array();
  for (const analysis::Waypoint &waypoint : march_.waypoints)
    for (const double chainage : march.route().passages(waypoint.place, waypoint_tolerance))
      rows.push_back({{"name", waypoint.label},
                      {"role", waypoint.role},
                      {"chainage", chainage},
                      {"head", time.text(march.head_at(chainage))},
                      {"free", time.text(march.free_at(chainage))}});
  return rows;
}

// Sections of one street that follow each other are one line of the table.
nlohmann::json March::streets(const engine::March &march, const analysis::LocalTime &time) const {
  nlohmann::json rows = nlohmann::json::array();
  std::map<std::pair<std::string, bool>, std::pair<std::size_t, engine::StreetOccupation>> last;
  for (const engine::StreetOccupation &one : occupied_streets(march, streets_.lines, street_tolerance)) {
    const std::string &name = streets_.names[one.street];
    if (name.empty())
      continue;
    const auto before = last.find({name, one.followed});
    engine::StreetOccupation joined = one;
    std::size_t row = rows.size();
    if (before != last.end()
        && one.from_chainage <= before->second.second.to_chainage + 2 * street_tolerance) {
      row = before->second.first;
      joined = before->second.second;
      joined.to_chainage = std::max(joined.to_chainage, one.to_chainage);
      joined.to = std::max(joined.to, one.to);
    }
    last[{name, one.followed}] = {row, joined};
    rows[row] = {{"name", name},
                 {"followed", joined.followed},
                 {"chainage", joined.from_chainage},
                 {"chainage_end", joined.to_chainage},
                 {"head", time.text(joined.from)},
                 {"free", time.text(joined.to)}};
  }
  return rows;
}

nlohmann::json March::positions(const engine::March &march, const analysis::LocalTime &time) const {
  nlohmann::json rows = nlohmann::json::array();
  for (const std::string &text : at_) {
    const engine::Instant at = time.require(text);
    const engine::Crowd crowd = march.crowd(at);
    rows.push_back({{"at", time.text(at)},
                    {"head", march.head(at)},
                    {"tail", march.tail(at)},
                    {"waiting", crowd.waiting},
                    {"walking", crowd.walking},
                    {"arrived", crowd.arrived},
                    {"occupied", coordinates(march.occupied(at))}});
  }
  return rows;
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
  const auto start = std::chrono::steady_clock::now();
  const analysis::LocalTime time(zone_);
  load(time);
  const auto loaded = std::chrono::steady_clock::now();
  const analysis::Assumptions assumed = assumptions();
  const engine::March march = march_of(march_.event, assumed);
  nlohmann::json result{{"features", 1},
                        {"march", summary(march, persons_ ? "given" : assumed.count, time)},
                        {"waypoints", waypoints(march, time)},
                        {"streets", streets(march, time)},
                        {"positions", positions(march, time)}};
  const auto computed = std::chrono::steady_clock::now();
  if (!raster_.empty())
    write_raster(march, time, console);
  const auto seconds = [](auto from, auto to) { return engine::Seconds(to - from).count(); };
  result["seconds"] = {{"read", seconds(start, loaded)},
                       {"compute", seconds(loaded, computed)},
                       {"write", seconds(computed, std::chrono::steady_clock::now())}};
  if (!raster_.empty() && what_.starts_with("deambulatoire:")) {
    pg::Connection connection = database_.connect();
    export_.record(connection, "présence " + what_, 1, {raster_}, result);
  }
  std::string text = sentence(result["march"]);
  if (march_.event.to && march.clear() > *march_.event.to)
    text += fmt::format("\nThis is after its stated end, {}.", time.text(*march_.event.to));
  for (const nlohmann::json &at : result["positions"])
    text += fmt::format(
        "\nAt {}: head at {:.0f} m, tail at {:.0f} m; {:.0f} waiting, {:.0f} walking, {:.0f} arrived.",
        at["at"].get<std::string>(), at["head"].get<double>(), at["tail"].get<double>(),
        at["waiting"].get<double>(), at["walking"].get<double>(), at["arrived"].get<double>());
  console.result(result, text + table(result["waypoints"], "Places") + table(result["streets"], "Streets"));
}

} // namespace cortege::cli
