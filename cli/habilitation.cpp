#include "cli/habilitation.hpp"

#include "cli/date_option.hpp"

#include <fmt/format.h>

namespace cortege::cli {

namespace {

/// A list as one parameter; the separator cannot be typed in a shell by accident.
std::string packed(const std::vector<std::string> &list) {
  return fmt::format("{}", fmt::join(list, "\x1f"));
}

} // namespace

void HabilitationFirst::declare(CLI::App &app) {
  first_.declare(app, true);
  database_.declare(app);
  examples(app,
           {"cortege habilitation first --dga vm_dga Marchand Odile --validator pp_valid Teyssier Paul"});
}

void HabilitationFirst::run(Console &console) {
  pg::Connection connection = database_.connect();
  if (connection.exec("SELECT EXISTS (SELECT FROM habilitation.acte)").value<bool>())
    throw Error("the first people are there already: everyone else is requested, validated, granted.");
  first_.create(connection);
  console.result({{"dga", first_.dga()}, {"validator", first_.validator()}},
                 fmt::format("{} grants, {} validates; give them their passwords with `cortege db password`.",
                             first_.dga(), first_.validator()));
}

void HabilitationService::declare(CLI::App &app) {
  app.add_option("SERVICE", service_, "Name of the police service")->required();
  auto *reason = app.add_option("--reason", reason_, "Reference or reason of the decision, kept");
  if (!authorized_)
    reason->required();
  database_.declare(app);
  if (authorized_)
    examples(app, {"cortege habilitation authorize 'Police aux frontières' --reason 'arrêté 2026-12'"});
  else
    examples(app, {"cortege habilitation withdraw 'Police aux frontières' --reason 'fin de mission'"});
}

void HabilitationService::run(Console &console) {
  pg::Connection connection = database_.connect();
  connection.exec(authorized_ ? "SELECT habilitation.autoriser_service($1, $2)"
                              : "SELECT habilitation.retirer_service($1, $2)",
                  service_, reason_);
  console.result({{"service", service_}, {"authorized", authorized_}},
                 fmt::format("{} is {}.", service_,
                             authorized_ ? "authorized: its people can be registered"
                                         : "no longer authorized: its people's accounts are closed"));
}

void HabilitationRegister::declare(CLI::App &app) {
  app.add_option("LOGIN", login_,
                 "Login: lower-case letters, digits and _; it should not tell the person's name")
      ->required();
  app.add_option("--name", name_, "Family name")->required();
  app.add_option("--first-name", first_name_, "First name")->required();
  app.add_option("--organisation", organisation_, "Organisation, as it stands in the list")->required();
  app.add_option("--unit", service_, "Service: an agent changes the events of their own")->required();
  app.add_option("--function", function_, "Function, printed in the list");
  database_.declare(app);
  examples(app, {"cortege habilitation register pp_a12 --name Fabre --first-name Lucie "
                 "--organisation 'Préfecture de Police' --unit Cabinet"});
}

void HabilitationRegister::run(Console &console) {
  pg::Connection connection = database_.connect();
  const int person = connection
                         .exec("SELECT habilitation.inscrire($1, $2, $3, $4, $5, $6)", login_, name_,
                               first_name_, organisation_, service_, function_)
                         .value<int>();
  console.result(
      {{"person", person}, {"login", login_}},
      fmt::format("{} is registered; ask for their rights with `cortege habilitation request`.", login_));
}

void HabilitationRequest::declare(CLI::App &app) {
  app.add_option("LOGIN", login_, "Login of a registered person")->required();
  app.add_option("PROFILE", profile_, "What they may do")
      ->required()
      ->check(CLI::IsMember({"agent_prefecture", "service_police", "analyste_ville", "autorite_ville",
                             "dga_securite", "validation_prefecture", "dpo"}));
  app.add_option("--purpose", purpose_, "What the access serves")->required();
  app.add_option("--from", from_, "First day (default: now)")->check(date_option());
  app.add_option("--to", to_, "Last day, included")->required()->check(date_option());
  app.add_option("--area", units_,
                 "Only this unit of the territory, as KIND:CODE; may be repeated (default: all)");
  app.add_option("--kind", kinds_, "Only this kind of event; may be repeated (default: all)")
      ->check(
          CLI::IsMember({"deambulatoire", "statique", "operation_programmee", "visite_officielle", "fait"}));
  app.add_option("--source", sources_, "Only facts of this source; may be repeated (default: all)");
  database_.declare(app);
  examples(app, {"cortege habilitation request pp_a12 agent_prefecture --purpose 'Saisie' --to 2027-12-31",
                 "cortege habilitation request paf_3 service_police --purpose 'Préparation des services' "
                 "--to 2027-06-30 --area arrondissement:13201"});
}

/// The units' numbers, joined by commas; empty for the whole territory. Throws Error naming an unknown one.
std::string HabilitationRequest::unit_ids(pg::Connection &connection) const {
  std::vector<std::string> ids;
  for (const std::string &unit : units_) {
    const pg::Result found =
        connection.exec("SELECT id FROM voirie.unite WHERE genre || ':' || code = $1", unit);
    if (found.rows() == 0)
      throw Error(fmt::format(
          "there is no unit {} in the territory: write KIND:CODE, as in arrondissement:13201.", unit));
    ids.push_back(std::to_string(found.value<int>()));
  }
  return fmt::format("{}", fmt::join(ids, ","));
}

void HabilitationRequest::run(Console &console) {
  pg::Connection connection = database_.connect();
  // A day begins and ends at midnight in the territory's own time zone; the last one is included.
  const int number = connection
                         .exec(R"sql(
    SELECT habilitation.demander($1, $2, $3,
      coalesce(nullif($4, '')::date::timestamp AT TIME ZONE t.fuseau, clock_timestamp()),
      ($5::date + 1)::timestamp AT TIME ZONE t.fuseau,
      string_to_array(nullif($6, ''), ',')::integer[],
      string_to_array(nullif($7, ''), E'\x1f'), string_to_array(nullif($8, ''), E'\x1f'))
    FROM voirie.territoire t)sql",
                               login_, profile_, purpose_, from_, to_, unit_ids(connection), packed(kinds_),
                               packed(sources_))
                         .value<int>();
  console.result({{"number", number}, {"login", login_}, {"profile", profile_}, {"state", "demande"}},
                 fmt::format("Habilitation {} of {} is requested.", number, login_));
}

void register_habilitation(Program &program) {
  static constexpr HabilitationAct::Act acts[] = {
      {"validate", "SELECT habilitation.valider($1, $2)", "validated", false, false},
      {"grant", "SELECT habilitation.accorder($1, $2)", "granted", false, false},
      {"refuse", "SELECT habilitation.refuser($1, $2)", "refused", true, false},
      {"suspend", "SELECT habilitation.suspendre($1, $2)", "suspended", true, true},
      {"resume", "SELECT habilitation.reprendre($1, $2)", "resumed", false, false},
      {"revoke", "SELECT habilitation.revoquer($1, $2)", "revoked", true, true}};
  static constexpr const char *descriptions[] = {"Validate a request, for the Préfecture",
                                                 "Grant the platform, as the DGA",
                                                 "Refuse a request",
                                                 "Suspend at once, for either party",
                                                 "Lift one's own party's suspension",
                                                 "Revoke for good, for either party"};
  program.group("habilitation", "Who may see what: people, requests, decisions, the list to sign");
  program.add<HabilitationFirst>("habilitation first", "Create the first DGA and the first validator");
  program.add("habilitation authorize", "Authorize a police service, for the Préfecture",
              std::make_unique<HabilitationService>(true));
  program.add("habilitation withdraw", "Withdraw a police service's authorization",
              std::make_unique<HabilitationService>(false));
  program.add<HabilitationRegister>("habilitation register", "Register a person");
  program.add<HabilitationRequest>("habilitation request", "Ask for a person's rights");
  for (std::size_t i = 0; i < std::size(acts); ++i)
    program.add(fmt::format("habilitation {}", acts[i].verb), descriptions[i],
                std::make_unique<HabilitationAct>(acts[i]));
  program.add<HabilitationPassword>("habilitation password",
                                    "Set a person's password, or one's own, unseen by the server");
  program.add<HabilitationList>("habilitation list", "The list at any date, also as PDF for both signatures");
}

} // namespace cortege::cli
