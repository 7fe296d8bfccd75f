#include "cli/convention_status.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>

namespace cortege::cli {

namespace {

using Text = std::optional<std::string>;

constexpr std::array<std::pair<const char *, const char *>, 9> shown{{
    {"etat", "state"},
    {"notifiee_le", "notified"},
    {"annee", "year"},
    {"reconduite_le", "renews"},
    {"plafond", "ceiling"},
    {"preavis_recu_le", "notice received"},
    {"fin", "end"},
    {"destruction_avant", "destruction before"},
    {"visa", "archives"},
}};

} // namespace

void ConventionStatus::declare(CLI::App &app) {
  database_.declare(app);
  examples(app, {"cortege convention status", "cortege convention status --json"});
}

void ConventionStatus::run(Console &console) {
  pg::Connection connection = database_.connect();
  connection.exec("SELECT convention.constater()");
  const pg::Result state = connection.exec("SELECT * FROM convention.etat()");
  nlohmann::json object;
  std::string text;
  for (const auto &[column, label] : shown) {
    const Text value = state.get<Text>(0, column);
    object[column] = value ? nlohmann::json(*value) : nlohmann::json(nullptr);
    // A renewal after the end is no news.
    if (value && !(std::string_view(column) == "reconduite_le" && state.get<Text>(0, "fin") <= value))
      text += fmt::format("{:<20} {}\n", label, *value);
  }
  nlohmann::json alerts = nlohmann::json::array();
  const pg::Result found = connection.exec("SELECT alerte FROM convention.alertes()");
  for (const auto &row : found) {
    alerts.push_back(row.get<std::string>("alerte"));
    text += fmt::format("! {}\n", row.get<std::string>("alerte"));
  }
  object["alertes"] = alerts;
  if (text.ends_with('\n'))
    text.pop_back();
  console.result(object, text);
}

} // namespace cortege::cli
