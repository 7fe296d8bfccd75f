#include "cli/db_territory.hpp"

#include "providers/pg/transaction.hpp"

#include <fmt/format.h>

#include <optional>

namespace cortege::cli {

namespace {

/// What is not given stays as it is.
constexpr const char *change = R"sql(
  UPDATE voirie.territoire SET
    nom = coalesce($1, nom), ville = coalesce($2, ville), fuseau = coalesce($3, fuseau),
    emprise = coalesce(ST_MakeEnvelope($4, $5, $6, $7, 2154), emprise))sql";

std::optional<std::string> given(const std::string &text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

} // namespace

void DbTerritory::declare(CLI::App &app) {
  app.add_option("--name", name_, "The territory, as in « Bouches-du-Rhône »");
  app.add_option("--city", city_, "The city, as printed on maps");
  app.add_option("--extent", extent_,
                 "What lies outside is refused: XMIN,YMIN,XMAX,YMAX in metres, EPSG:2154")
      ->delimiter(',')
      ->expected(4);
  app.add_option("--zone", zone_, "Time zone of dates written without one, such as Europe/Paris");
  database_.declare(app);
  examples(
      app,
      {"cortege db territory",
       "cortege db territory --name 'Île-de-France' --city Paris --extent 586000,6781000,742000,6905000"});
}

void DbTerritory::run(Console &console) {
  if (!extent_.empty() && !(extent_[0] < extent_[2] && extent_[1] < extent_[3]))
    throw UsageError("--extent wants XMIN,YMIN,XMAX,YMAX with the smaller ones first.");
  pg::Connection connection = database_.connect();
  pg::Transaction transaction(connection);
  if (!zone_.empty()
      && !connection.exec("SELECT EXISTS (SELECT FROM pg_timezone_names WHERE name = $1)", zone_)
              .value<bool>())
    throw Error(fmt::format("{} is no time zone: give one such as Europe/Paris.", zone_));
  if (!name_.empty() || !city_.empty() || !zone_.empty() || !extent_.empty()) {
    const auto bound = [&](std::size_t i) {
      return extent_.empty() ? std::nullopt : std::optional(extent_[i]);
    };
    connection.exec("SET LOCAL ROLE cortege_chargement");
    connection.exec(change, given(name_), given(city_), given(zone_), bound(0), bound(1), bound(2), bound(3));
  }
  const auto row = connection.exec("SELECT nom, ville, fuseau, ST_XMin(emprise), ST_YMin(emprise),"
                                   " ST_XMax(emprise), ST_YMax(emprise) FROM voirie.territoire");
  transaction.commit();
  const auto name = row.get<std::string>(0, 0), city = row.get<std::string>(0, 1),
             zone = row.get<std::string>(0, 2);
  std::vector<double> extent;
  for (int column = 3; column < 7; ++column)
    extent.push_back(row.get<double>(0, column));
  console.result({{"name", name}, {"city", city}, {"zone", zone}, {"extent", extent}},
                 fmt::format("{} ({}), times of {}, inside {:.0f} (metres, EPSG:2154).", name, city, zone,
                             fmt::join(extent, ", ")));
}

} // namespace cortege::cli
