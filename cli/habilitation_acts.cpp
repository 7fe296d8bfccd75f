#include "cli/habilitation.hpp"

#include <fmt/format.h>

namespace cortege::cli {

void HabilitationAct::declare(CLI::App &app) {
  app.add_option("NUMBER", number_, "Number of the habilitation")->required()->check(CLI::PositiveNumber);
  auto *reason = app.add_option("--reason", reason_, "Reason or reference, kept with the act");
  if (act_.reason_required)
    reason->required();
  database_.declare(app);
  const std::string example = fmt::format("cortege habilitation {} 12{}", act_.verb,
                                          act_.reason_required ? " --reason 'fin de mission'" : "");
  examples(app, {example});
}

void HabilitationAct::run(Console &console) {
  pg::Connection connection = database_.connect();
  connection.exec(act_.statement, number_, reason_);
  // A session opened while the act was being signed ends now that it is.
  if (act_.ends_sessions)
    connection.exec("SELECT habilitation.veiller()");
  const pg::Result row = connection.exec(
      "SELECT login, etat, cortege, plateforme FROM habilitation.liste() WHERE numero = $1", number_);
  const auto login = row.get<std::string>(0, "login");
  const auto state = row.get<std::string>(0, "etat");
  console.result({{"number", number_},
                  {"login", login},
                  {"state", state},
                  {"cortege", row.get<bool>(0, "cortege")},
                  {"platform", row.get<bool>(0, "plateforme")}},
                 fmt::format("Habilitation {} of {} is {}.", number_, login, act_.done));
}

} // namespace cortege::cli
