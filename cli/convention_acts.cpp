#include "cli/convention_acts.hpp"

#include "cli/date_option.hpp"

#include <fmt/format.h>

#include <optional>

namespace cortege::cli {

void ConventionStart::declare(CLI::App &app) {
  app.add_option("--notified", notified_, "Day the convention was notified: its year starts there")
      ->required()
      ->check(date_option());
  app.add_flag("--demonstration", demonstration_,
               "Make this new, empty database a demonstration first: its clock can then be moved forward");
  database_.declare(app);
  examples(app, {"cortege convention start --notified 2026-01-15"});
}

void ConventionStart::run(Console &console) {
  pg::Connection connection = database_.connect();
  if (demonstration_)
    connection.exec("SELECT convention.declarer_demonstration()");
  connection.exec("SELECT convention.notifier($1)", notified_);
  const auto ceiling = connection.exec("SELECT plafond FROM convention.etat()").value<std::string>();
  console.result({{"notified", notified_}, {"ceiling", ceiling}},
                 fmt::format("The convention runs from {}; it renews itself every year until {} at most.",
                             notified_, ceiling));
}

void ConventionNotice::declare(CLI::App &app) {
  app.add_option("--received", received_, "Day the registered letter was received")
      ->required()
      ->check(date_option());
  database_.declare(app);
  examples(app, {"cortege convention notice --received 2026-06-30"});
}

void ConventionNotice::run(Console &console) {
  pg::Connection connection = database_.connect();
  const auto end = connection.exec("SELECT convention.denoncer($1)", received_).value<std::string>();
  console.result({{"received", received_}, {"end", end}},
                 fmt::format("Notice is given: the convention ends on {}. Print the archives' slip with "
                             "`cortege convention slip` and ask for their visa now.",
                             end));
}

void ConventionVisa::declare(CLI::App &app) {
  auto *choice = app.add_option_group("what", "One of");
  choice->add_option("--granted", granted_, "Reference of the archives' visa");
  choice->add_option("--reminded", reminded_, "Reference of a reminder sent to the archives");
  choice->add_option("--without", without_, "Reason to destroy without the visa: a decision, kept");
  choice->require_option(1);
  database_.declare(app);
  examples(app, {"cortege convention visa --granted 'AD13 2026-112'"});
}

void ConventionVisa::run(Console &console) {
  const char *act = !granted_.empty() ? "visa" : !reminded_.empty() ? "relance_visa" : "decision_sans_visa";
  pg::Connection connection = database_.connect();
  connection.exec("SELECT convention.viser($1, $2)", act, granted_ + reminded_ + without_);
  console.result({{"act", act}}, "Recorded.");
}

void ConventionEnd::declare(CLI::App &app) {
  database_.declare(app);
  examples(app, {"cortege convention end"});
}

void ConventionEnd::run(Console &console) {
  pg::Connection connection = database_.connect();
  const int closed = connection.exec("SELECT convention.finir()").value<int>();
  console.result(
      {{"closed", closed}},
      fmt::format("The end is recorded: {} accounts of the Préfecture and police services are closed. "
                  "Transmitted data are to be destroyed within 15 days.",
                  closed));
}

void ConventionAmendment::declare(CLI::App &app) {
  auto *open = app.add_option("--open", open_, "Reference of the avenant to open");
  app.add_option("--subject", subject_, "What it changes")->needs(open);
  app.add_option("--study", study_, "Reference of the impact study, started before")->needs(open);
  app.add_option("--told-city", told_city_, "Day the city's data-protection officer was told")
      ->needs(open)
      ->check(date_option());
  app.add_option("--told-prefecture", told_prefecture_, "Day the Préfecture's was told")
      ->needs(open)
      ->check(date_option());
  app.add_option("--close", close_, "Reference of the avenant to close")->excludes(open);
  database_.declare(app);
  examples(app, {"cortege convention amendment --open A2 --subject 'Nombre de drones' --study AIPD-2026-4 "
                 "--told-city 2026-03-01 --told-prefecture 2026-03-02",
                 "cortege convention amendment --close A2"});
}

void ConventionAmendment::run(Console &console) {
  if (open_.empty() == close_.empty())
    throw UsageError("say --open REFERENCE or --close REFERENCE.");
  if (!open_.empty()
      && (subject_.empty() || study_.empty() || told_city_.empty() || told_prefecture_.empty()))
    throw UsageError("--open needs --subject, --study, --told-city and --told-prefecture: both officers are "
                     "told and the study starts before the change.");
  pg::Connection connection = database_.connect();
  if (!open_.empty())
    connection.exec("SELECT convention.ouvrir_avenant($1, $2, $3, $4, $5)", open_, subject_, study_,
                    told_city_, told_prefecture_);
  else
    connection.exec("SELECT convention.clore_avenant($1)", close_);
  console.result({{"reference", open_ + close_}, {"open", !open_.empty()}},
                 open_.empty() ? "The avenant is closed: the nature of the data is guarded again."
                               : "The avenant is open: deploy the change, then close it.");
}

void ConventionAcknowledge::declare(CLI::App &app) {
  database_.declare(app);
  examples(app, {"cortege convention acknowledge --service vm_dpo"});
}

void ConventionAcknowledge::run(Console &console) {
  using Text = std::optional<std::string>;
  pg::Connection connection = database_.connect();
  const pg::Result told =
      connection.exec("SELECT avenant, changement, objet FROM convention.accuser_reception()");
  nlohmann::json rows = nlohmann::json::array();
  std::string text = told.empty() ? "Nothing awaits your acknowledgement." : "You acknowledge:";
  for (const auto &row : told) {
    const auto amendment = row.get<Text>("avenant");
    const auto change = row.get<std::optional<long long>>("changement");
    const auto subject = row.get<std::string>("objet");
    rows.push_back({{"amendment", amendment ? nlohmann::json(*amendment) : nlohmann::json(nullptr)},
                    {"change", change ? nlohmann::json(*change) : nlohmann::json(nullptr)},
                    {"subject", subject}});
    text += amendment ? fmt::format("\n  avenant {}: {}", *amendment, subject)
                      : fmt::format("\n  change {}: {}", change.value_or(0), subject);
  }
  console.result({{"acknowledged", rows}}, text);
}

void ConventionPurge::declare(CLI::App &app) {
  database_.declare(app);
  examples(app, {"cortege convention purge"});
}

void ConventionPurge::run(Console &console) {
  pg::Connection connection = database_.connect();
  const pg::Result purged = connection.exec("SELECT objet, avant_le, lignes FROM convention.purger()");
  nlohmann::json rows = nlohmann::json::array();
  std::string text = purged.empty() ? "Nothing is past its retention." : "Purged:";
  for (const auto &row : purged) {
    rows.push_back({{"object", row.get<std::string>("objet")}, {"rows", row.get<long long>("lignes")}});
    text += fmt::format("\n  {}: {} rows that ended before {}", row.get<std::string>("objet"),
                        row.get<long long>("lignes"), row.get<std::string>("avant_le"));
  }
  console.result({{"purged", rows}}, text);
}

void ConventionAdvance::declare(CLI::App &app) {
  app.add_option("duration", duration_, "How far, as PostgreSQL writes an interval: '2 months'")->required();
  database_.declare(app);
  examples(app, {"cortege convention advance '1 year 3 days'"});
}

void ConventionAdvance::run(Console &console) {
  pg::Connection connection = database_.connect();
  const auto now = connection.exec("SELECT convention.avancer($1)", duration_).value<std::string>();
  console.result({{"now", now}}, fmt::format("The demonstration's clock says {}.", now));
}

} // namespace cortege::cli
