#include "cli/march_report.hpp"

#include "engine/units.hpp"

#include <fmt/format.h>

namespace cortege::cli {

namespace {

nlohmann::json coordinates(const engine::Line &line) {
  nlohmann::json list = nlohmann::json::array();
  for (const engine::Point &point : line)
    list.push_back({point.x, point.y});
  return list;
}

double number(const nlohmann::json &object, const char *key) {
  return object[key].get<double>();
}

std::string text(const nlohmann::json &object, const char *key) {
  return object[key].get<std::string>();
}

std::string sentence_of(const nlohmann::json &march) {
  std::string sentence = fmt::format(
      "{:.0f} persons ({}) on {:.0f} m at {:.1f} km/h and {:.2f} persons/m²: a column of {:.0f} m, "
      "{:.0f} min past each place.\n",
      number(march, "persons"), text(march, "count"), number(march, "route_length"),
      number(march, "speed_kmh"), number(march, "density"), number(march, "column_length"),
      number(march, "passage_seconds") / 60);
  const nlohmann::json &width = march["width"];
  sentence += fmt::format("Width {:.1f} m at the narrowest", number(width, "narrowest"));
  if (width.contains("given"))
    sentence += ", as given.\n";
  else
    sentence += fmt::format(": known on {:.0f} m, by the street's class on {:.0f} m, assumed on {:.0f} m.\n",
                            number(width, "known"), number(width, "by_class"), number(width, "assumed"));
  return sentence
         + fmt::format("Head leaves {}, arrives {}; all clear at {}.", text(march, "start"),
                       text(march, "head_arrives"), text(march, "clear"));
}

std::string table_of(const nlohmann::json &rows, const char *title) {
  std::string lines;
  for (const nlohmann::json &row : rows)
    lines += fmt::format("\n  {:>6.0f} m  {}  {}  {}", number(row, "chainage"), text(row, "head"),
                         text(row, "free"), text(row, "name"));
  return lines.empty() ? lines : fmt::format("\n{}: head comes, tail has left{}", title, lines);
}

} // namespace

nlohmann::json summary_of(const engine::March &march, const std::string &count,
                          const analysis::RouteWidths &widths, const analysis::LocalTime &time) {
  nlohmann::json width{{"narrowest", march.narrowest()}};
  if (widths.widths.empty())
    width["given"] = true;
  else
    width.update({{"known", widths.known}, {"by_class", widths.by_kind}, {"assumed", widths.assumed}});
  return {{"count", count},
          {"persons", march.persons()},
          {"density", march.density()},
          {"speed_kmh", march.speed() * engine::kmh},
          {"width", width},
          {"route_length", march.route().length()},
          {"column_length", march.column_length()},
          {"passage_seconds", march.passage_time().count()},
          {"flow_per_minute", march.flow() * 60},
          {"start", time.text(march.start())},
          {"head_arrives", time.text(march.head_at(march.route().length()))},
          {"clear", time.text(march.clear())}};
}

nlohmann::json rows_of(std::span<const Passage> passages, const analysis::LocalTime &time) {
  nlohmann::json rows = nlohmann::json::array();
  for (const Passage &passage : passages) {
    rows.push_back({{"name", passage.name},
                    {"chainage", passage.chainage},
                    {"chainage_end", passage.chainage_end},
                    {"head", time.text(passage.head)},
                    {"free", time.text(passage.free)}});
    if (!passage.role.empty())
      rows.back()["role"] = passage.role;
  }
  return rows;
}

nlohmann::json positions_of(const engine::March &march, std::span<const engine::Instant> instants,
                            const analysis::LocalTime &time) {
  nlohmann::json rows = nlohmann::json::array();
  for (const engine::Instant &at : instants) {
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

std::string text_of(const nlohmann::json &report) {
  std::string all = sentence_of(report["march"]);
  if (report.contains("stated_end"))
    all += fmt::format("\nThis is after its stated end, {}.", text(report, "stated_end"));
  for (const nlohmann::json &at : report["positions"])
    all += fmt::format(
        "\nAt {}: head at {:.0f} m, tail at {:.0f} m; {:.0f} waiting, {:.0f} walking, {:.0f} arrived.",
        text(at, "at"), number(at, "head"), number(at, "tail"), number(at, "waiting"), number(at, "walking"),
        number(at, "arrived"));
  return all + table_of(report["waypoints"], "Places") + table_of(report["streets"], "Streets followed")
         + table_of(report["crossings"], "Streets crossed");
}

} // namespace cortege::cli
