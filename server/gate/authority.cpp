#include "server/gate/authority.hpp"

#include "providers/pg/connection.hpp"
#include "providers/pg/wait.hpp"
#include "server/gate/answer.hpp"

#include <fmt/format.h>

#include <map>

namespace cortege::gate {
namespace {

/// A frozen server keeps no time limit of its own: the waiting is done here.
std::string answer_within(pg::Connection &connection, const std::string &sql,
                          const pg::Parameters &parameters) {
  using Clock = std::chrono::steady_clock;
  const auto deadline = Clock::now() + patience;
  connection.send(sql, parameters, pg::Format::text);
  std::string answer;
  for (;;) {
    while (!connection.ready_within(std::chrono::milliseconds(100)))
      if (Clock::now() > deadline)
        throw pg::Error("timeout expired", {}, true);
    const auto result = connection.receive();
    if (!result)
      return answer;
    answer = result->value<std::string>();
  }
}

[[noreturn]] void refuse(const std::string &why) {
  static const std::map<std::string, const char *> sentences{
      {"habilitation", "Vous n'avez pas d'habilitation en cours : rien ne vous est montré."},
      {"convention", "La convention n'est pas en vigueur : rien n'est montré."},
      {"plateforme", "Votre habilitation n'ouvre pas la plateforme : demander l'accord de la Ville."},
      {"profil", "Votre profil voit les cartes, mais ne reçoit pas les objets (WFS)."}};
  const auto found = sentences.find(why);
  throw Refusal(403, "Forbidden", found == sentences.end() ? "Accès refusé." : found->second);
}

} // namespace

Authority::Authority(std::string conninfo)
    : conninfo_(std::move(conninfo)), pool_(std::chrono::seconds(60), 4) {}

nlohmann::json Authority::ask(const std::string &person, const std::string &sql,
                              const pg::Parameters &parameters) {
  const auto open = [&](const std::string &) {
    pg::ConnectOptions options;
    options.application_name = "cortege gate";
    options.timeout = patience;
    options.person = person;
    return pg::Connection(conninfo_, options);
  };
  try {
    for (bool again : {true, false}) {
      auto session = pool_.take(person, open);
      try {
        return nlohmann::json::parse(answer_within(*session, sql, parameters));
      } catch (const pg::Error &error) {
        session.discard();
        if (!again || !error.connection_lost() || error.timed_out())
          throw;
      }
    }
  } catch (const pg::Error &error) {
    // A closed account and a person who is no viewer are refused the connection; so is everybody by a server
    // that is down.
    if (!error.connection_lost() || error.timed_out() || !pg::accepts_connections(conninfo_, patience))
      unanswered();
  }
  refuse("habilitation");
}

void Authority::require(const std::string &person, const Demand &demand) {
  std::string layers = "{";
  for (const std::string &layer : demand.layers)
    layers += (layers.size() > 1 ? ",\"" : "\"") + layer + "\""; // names published: letters, digits and _
  const auto answer =
      ask(person, "SELECT audit.demander_carte($1, $2, $3::text[], nullif($4, ''), nullif($5, ''))",
          pg::Parameters(demand.service, demand.operation, layers + "}", demand.extent, demand.window));
  if (const auto &why = answer.at("refus"); !why.is_null())
    refuse(why.get<std::string>());
}

nlohmann::json Authority::about(const std::string &person) {
  auto answer = ask(person, "SELECT audit.qui_demande()", pg::Parameters());
  if (const auto &why = answer.at("refus"); !why.is_null())
    refuse(why.get<std::string>());
  answer.erase("refus");
  return answer;
}

} // namespace cortege::gate
