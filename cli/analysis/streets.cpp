#include "cli/analysis/streets.hpp"

#include "engine/error.hpp"
#include "engine/io/rows.hpp"
#include "engine/march/street_matching.hpp"
#include "engine/march/streets.hpp"
#include "engine/wkb.hpp"

#include <fmt/format.h>

#include <map>
#include <span>

namespace cortege::analysis {

namespace {

// Fetched in binary for the geometry's sake; numbers are cast to text, whose bytes are the same.
constexpr const char *columns =
    "SELECT id::text, coalesce(nom, ''), classe, largeur::text, ST_AsBinary(geom, "
    "'NDR') FROM voirie.troncon WHERE ";

std::vector<Street> streets_of(pg::Connection &connection, const pg::Result &rows) {
  // To whom has no habilitation the policies show no street at all, which must not look like an empty
  // network.
  if (rows.empty() && !connection.exec("SELECT voirie.lisible()").value<bool>())
    throw engine::Error(fmt::format(
        "{} has no habilitation in force: the streets are for persons who have one.", connection.user()));
  std::vector<Street> streets;
  streets.reserve(static_cast<std::size_t>(rows.rows()));
  for (int row = 0; row < rows.rows(); ++row) {
    const engine::Shape shape = engine::shape_from_wkb(std::as_bytes(std::span(rows.bytes(row, 4))));
    streets.push_back({rows.get<long long>(row, 0), rows.get<std::string>(row, 1),
                       rows.get<std::string>(row, 2), rows.get<std::optional<double>>(row, 3),
                       shape.lines.front()});
  }
  return streets;
}

std::optional<double> first_number(const engine::Row &row, std::initializer_list<const char *> fields) {
  for (const char *field : fields)
    if (const auto value = row.number(field))
      return value;
  return std::nullopt;
}

} // namespace

std::vector<Street> read_streets(pg::Connection &connection, const engine::Line &route, double margin) {
  std::string text = "LINESTRING(";
  for (const engine::Point &point : route)
    text += fmt::format("{}{} {}", text.ends_with('(') ? "" : ",", point.x, point.y);
  return streets_of(
      connection,
      connection.exec(fmt::format("{}geom && ST_Expand(ST_GeomFromText($1, 2154), $2::float8)"
                                  " AND ST_DWithin(geom, ST_GeomFromText($1, 2154), $2::float8) ORDER BY id",
                                  columns),
                      pg::Parameters(text + ")", margin), pg::Format::binary));
}

std::vector<Street> read_streets(pg::Connection &connection, const engine::Box &box) {
  return streets_of(
      connection,
      connection.exec(
          fmt::format(
              "{}geom && ST_MakeEnvelope($1::float8, $2::float8, $3::float8, $4::float8, 2154) ORDER BY id",
              columns),
          pg::Parameters(box.xmin, box.ymin, box.xmax, box.ymax), pg::Format::binary));
}

std::vector<Street> read_streets(const std::string &file, const std::string &name_field) {
  std::vector<Street> streets;
  engine::read_rows({file}, [&](const engine::Row &row, engine::Shape shape) {
    const std::string kind = row.has("highway") ? row.text("highway") : row.text("classe");
    const std::optional<double> width = first_number(row, {"width", "largeur"});
    for (engine::Line &line : shape.lines)
      streets.push_back({row.id(), row.text(name_field), kind, width && *width > 0 ? width : std::nullopt,
                         std::move(line)});
  });
  return streets;
}

// Carriageways and pavements of French city streets, rounded down: a column that is too narrow is longer, and
// errs on the side of who waits for it to pass. See docs/decisions/engine-march-widths.md.
std::optional<double> width_by_kind(const std::string &kind) {
  static const std::map<std::string, double> metres{
      {"trunk", 14},       {"primary", 14},    {"secondary", 12},    {"tertiary", 10},
      {"unclassified", 8}, {"residential", 8}, {"living_street", 8}, {"pedestrian", 8},
      {"busway", 8},       {"service", 5},     {"track", 4},         {"steps", 4}};
  const auto found = metres.find(kind);
  return found == metres.end() ? std::nullopt : std::optional(found->second);
}

RouteWidths widths_along(const engine::Line &route, const std::vector<Street> &streets, double otherwise) {
  std::vector<engine::Line> lines;
  std::vector<std::optional<double>> widths;
  std::vector<bool> known;
  for (const Street &street : streets) {
    const auto width = street.width ? street.width : width_by_kind(street.kind);
    if (!width)
      continue; // a pavement beside the street must not be taken for it
    lines.push_back(street.line);
    widths.push_back(width);
    known.push_back(street.width.has_value());
  }
  RouteWidths found;
  for (const auto &width : engine::street_widths(route, lines, widths))
    found.widths.push_back(width.value_or(otherwise));
  const engine::Route measured(route);
  found.assumed = measured.length();
  for (const auto &contact : engine::StreetMatching(measured, lines, engine::street_tolerance).contacts()) {
    if (!contact.followed)
      continue;
    const double metres = contact.to - contact.from;
    (known[contact.street] ? found.known : found.by_kind) += metres;
    found.assumed -= metres;
  }
  return found;
}

} // namespace cortege::analysis
