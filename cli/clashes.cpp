#include "cli/clashes.hpp"

#include "cli/analysis/output.hpp"
#include "cli/stopwatch.hpp"
#include "engine/clash/clash.hpp"

#include <fmt/format.h>

#include <chrono>

namespace cortege::cli {

namespace {

constexpr const char *crs = "EPSG:2154";

nlohmann::json described(const engine::Clash &clash, const std::vector<analysis::Event> &events,
                         const analysis::LocalTime &time) {
  nlohmann::json together = nlohmann::json::array();
  for (const engine::Window &window : clash.together)
    together.push_back({{"from", time.text(window.from)}, {"to", time.text(window.to)}});
  return {{"first", events[clash.first].key},
          {"second", events[clash.second].key},
          {"distance", clash.distance},
          {"gap_seconds", clash.gap.count()},
          {"from", time.text(clash.when.from)},
          {"to", time.text(clash.when.to)},
          {"duration_seconds", clash.duration.count()},
          {"together", together},
          {"place", {clash.place.x, clash.place.y}}};
}

std::string sentence(const nlohmann::json &clash) {
  const auto text = [&clash](const char *key) { return clash[key].get<std::string>(); };
  const bool meet = !clash["together"].empty();
  return fmt::format(
      "\n  {} and {}: {:.0f} m apart at {:.0f} {:.0f}, {} {} to {}", text("first"), text("second"),
      clash["distance"].get<double>(), clash["place"][0].get<double>(), clash["place"][1].get<double>(),
      meet ? fmt::format("together {:.0f} min, from", clash["duration_seconds"].get<double>() / 60)
           : fmt::format("{:.0f} min after one another,", clash["gap_seconds"].get<double>() / 60),
      text("from"), text("to"));
}

void write(const std::string &file, const nlohmann::json &clashes) {
  static constexpr analysis::OutputField fields[] = {
      {"evenement_1", OFTString}, {"evenement_2", OFTString}, {"distance_m", OFTReal}, {"ecart_s", OFTReal},
      {"debut", OFTString},       {"fin", OFTString},         {"duree_s", OFTReal}};
  analysis::VectorOutput output(file, crs);
  OGRLayer &layer = output.layer("conflits", wkbPoint, fields);
  for (const nlohmann::json &clash : clashes)
    output.add(layer, engine::to_ogr(engine::Point{clash["place"][0], clash["place"][1]}),
               [&clash](OGRFeature &feature) {
                 feature.SetField("evenement_1", clash["first"].get<std::string>().c_str());
                 feature.SetField("evenement_2", clash["second"].get<std::string>().c_str());
                 feature.SetField("distance_m", clash["distance"].get<double>());
                 feature.SetField("ecart_s", clash["gap_seconds"].get<double>());
                 feature.SetField("debut", clash["from"].get<std::string>().c_str());
                 feature.SetField("fin", clash["to"].get<std::string>().c_str());
                 feature.SetField("duree_s", clash["duration_seconds"].get<double>());
               });
  output.finish();
}

} // namespace

void Clashes::declare(CLI::App &app) {
  app.add_option("FILE", file_, "Events of a file (default: those of the database that you may see)");
  app.add_option("--layer", layer_, "Layer of the file (default: the only one)");
  app.add_option("--from", from_, "Start of the period looked at (default: now; all of a file)");
  app.add_option("--to", to_, "Its end (default: 30 days after the start; all of a file)");
  app.add_option("--distance", distance_, "Metres between what two events take")->capture_default_str();
  app.add_option("--delay", delay_, "Time between one leaving and the other coming")->capture_default_str();
  options_.declare(app);
  app.add_option("-o,--out", out_, "Clashes as points: .gpkg, .geojson or .csv");
  app.add_option("--timezone", zone_, "Zone of dates without an offset")->capture_default_str();
  export_.declare(app);
  database_.declare(app);
  examples(app, {"cortege clashes --from 2026-05-01 --to 2026-05-08",
                 "cortege clashes --distance 100 --delay 30min --out conflits.gpkg",
                 "cortege clashes evenements.gpkg --speed 3 --json"});
}

std::vector<analysis::Event> Clashes::events(const analysis::LocalTime &time, Console &console) {
  constexpr std::chrono::days look_ahead(30);
  const engine::Instant now = std::chrono::floor<engine::Instant::duration>(std::chrono::system_clock::now());
  engine::Window window{from_.empty() ? now : time.require(from_), {}};
  window.to = to_.empty() ? window.from + look_ahead : time.require(to_);
  if (window.to < window.from)
    throw UsageError("The period ends before it starts: exchange --from and --to.");
  if (file_.empty()) {
    pg::Connection connection = database_.connect();
    return analysis::read_events(connection, window);
  }
  std::vector<analysis::Event> events =
      analysis::read_events(named_source(file_), layer_, time, std::nullopt, console.progress("events"));
  std::erase_if(events, [&](const analysis::Event &event) {
    return (!from_.empty() && event.to.value_or(event.from) < window.from)
           || (!to_.empty() && event.from > window.to);
  });
  return events;
}

void Clashes::run(Console &console) {
  Stopwatch watch;
  const analysis::LocalTime time(zone_);
  const std::vector<analysis::Event> asked = events(time, console);
  const analysis::Assumptions assumed = options_.assumptions();
  const double read = watch.lap();
  std::vector<engine::Occupation> occupations;
  occupations.reserve(asked.size());
  for (const analysis::Event &event : asked)
    occupations.push_back(occupation_of(event, assumed));
  const engine::ClashFinder finder(std::move(occupations), {distance_, analysis::duration(delay_)});
  nlohmann::json clashes = nlohmann::json::array();
  for (const engine::Clash &clash : finder.all(console.progress("clashes")))
    clashes.push_back(described(clash, asked, time));
  const double compute = watch.lap();
  if (!out_.empty())
    write(out_, clashes);
  std::string text = fmt::format("{} events, {} clashes", asked.size(), clashes.size());
  for (const nlohmann::json &clash : clashes)
    text += sentence(clash);
  nlohmann::json result{{"features", asked.size()},
                        {"clashes", clashes},
                        {"seconds", {{"read", read}, {"compute", compute}, {"write", watch.lap()}}}};
  if (!out_.empty())
    export_.record_sources({file_.empty() ? source_of(database_) : file_}, "conflits", asked.size(), {out_},
                           result);
  console.result(result, text);
}

} // namespace cortege::cli
