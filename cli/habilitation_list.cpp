#include "cli/date_option.hpp"
#include "cli/habilitation.hpp"
#include "papers/paper.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace cortege::cli {

namespace {

// Dates are written by the database, in the territory's time zone, as French papers write them.
constexpr const char *moment = R"sql(
  SELECT t.quand, to_char(t.quand AT TIME ZONE t.fuseau, 'DD/MM/YYYY HH24:MI')
  FROM (SELECT fuseau, CASE WHEN $1 = '' THEN clock_timestamp()
                            ELSE ($1::date + 1)::timestamp AT TIME ZONE fuseau - interval '1 microsecond' END AS quand
        FROM voirie.territoire) t)sql";
constexpr const char *query = R"sql(
  SELECT coalesce(l.nom || ' ' || l.prenom, l.login) AS personne, l.numero, l.login, l.fonction, l.organisation, l.partie,
         l.service, l.profil, coalesce(l.unites, 'tout le territoire') AS unites,
         coalesce(array_to_string(l.genres, ', '), 'tous') AS genres,
         coalesce((SELECT string_agg('{"deambulatoire": "manifestations déambulatoires", "statique": "manifestations statiques",
           "operation_programmee": "opérations programmées", "visite_officielle": "visites officielles",
           "fait": "faits"}'::jsonb ->> g, ', ') FROM unnest(l.genres) g), 'tous') AS genres_imprimes,
         coalesce(array_to_string(l.sources, ', '), 'toutes') AS sources, l.finalite, l.etat, l.cortege, l.plateforme,
         to_char(l.debut AT TIME ZONE t.fuseau, 'DD/MM/YYYY') AS debut,
         to_char(l.fin AT TIME ZONE t.fuseau - interval '1 microsecond', 'DD/MM/YYYY') AS fin, l.debut AS depuis,
         l.fin AS jusque, l.actes,
         '{"agent_prefecture": "Agent de la Préfecture", "service_police": "Service de police",
           "analyste_ville": "Analyste de la Ville", "autorite_ville": "Autorité de la Ville",
           "dga_securite": "DGA Sécurité", "validation_prefecture": "Validation (Préfecture)",
           "dpo": "Protection des données"}'::jsonb ->> l.profil AS profil_imprime,
         coalesce('{"demande": "demandée", "validation": "validée", "suspension": "suspendue", "refus": "refusée",
           "revocation": "révoquée", "remplacement": "remplacée", "expiration": "expirée"}'::jsonb ->> l.etat, l.etat)
           AS etat_imprime,
         (SELECT string_agg(format('%s : %s, %s', a->>'acte', a->>'par',
                   to_char((a->>'le')::timestamptz AT TIME ZONE t.fuseau, 'DD/MM/YYYY')), E'\n')
          FROM jsonb_array_elements(l.actes) a WHERE a->>'acte' <> 'secret') AS signatures
  FROM voirie.territoire t CROSS JOIN LATERAL habilitation.liste($1) l
  WHERE $2 OR l.etat IN ('active', 'suspension', 'à venir', 'demande', 'validation'))sql";

nlohmann::json as_json(const pg::Result &list) {
  nlohmann::json rows = nlohmann::json::array();
  for (const auto &row : list)
    rows.push_back({{"number", row.get<int>("numero")},
                    {"login", row.get<std::string>("login")},
                    {"person", row.get<std::string>("personne")},
                    {"organisation", row.get<std::string>("organisation")},
                    {"party", row.get<std::string>("partie")},
                    {"service", row.get<std::string>("service")},
                    {"profile", row.get<std::string>("profil")},
                    {"areas", row.get<std::string>("unites")},
                    {"kinds", row.get<std::string>("genres")},
                    {"sources", row.get<std::string>("sources")},
                    {"purpose", row.get<std::string>("finalite")},
                    {"from", row.get<std::string>("depuis")},
                    {"to", row.get<std::string>("jusque")},
                    {"state", row.get<std::string>("etat")},
                    {"cortege", row.get<bool>("cortege")},
                    {"platform", row.get<bool>("plateforme")},
                    {"acts", nlohmann::json::parse(row.get<std::string>("actes"))}});
  return rows;
}

std::string as_text(const pg::Result &list) {
  std::string text = fmt::format("{:>5}  {:<14} {:<22} {:<11} {:<23} {}", "n°", "login", "profile", "state",
                                 "dates", "areas");
  for (const auto &row : list)
    text += fmt::format("\n{:>5}  {:<14} {:<22} {:<11} {} – {} {}", row.get<int>("numero"),
                        row.get<std::string>("login"), row.get<std::string>("profil"),
                        row.get<std::string>("etat"), row.get<std::string>("debut"),
                        row.get<std::string>("fin"), row.get<std::string>("unites"));
  return text;
}

std::string access(const pg::Result::Row &row) {
  const bool entry = row.get<bool>("cortege");
  const bool platform = row.get<bool>("plateforme");
  return entry && platform ? "Cortège et plateforme" : entry ? "Cortège" : platform ? "plateforme" : "—";
}

/// One party's people, one row a habilitation.
void add_party(papers::Paper &paper, const pg::Result &list, const std::vector<std::string> &parties,
               std::string_view title) {
  std::vector<std::vector<std::string>> rows;
  for (const auto &row : list)
    if (std::find(parties.begin(), parties.end(), row.get<std::string>("partie")) != parties.end())
      rows.push_back(
          {fmt::format("{}\n{}", row.get<std::string>("personne"), row.get<std::string>("fonction")),
           fmt::format("{}\n{}", row.get<std::string>("organisation"), row.get<std::string>("service")),
           fmt::format("n° {} · {}\n{}", row.get<int>("numero"), row.get<std::string>("profil_imprime"),
                       row.get<std::string>("etat_imprime")),
           fmt::format("{}\nGenres : {}\nSources : {}\nAccès : {}", row.get<std::string>("unites"),
                       row.get<std::string>("genres_imprimes"), row.get<std::string>("sources"), access(row)),
           fmt::format("{}\ndu {} au {}", row.get<std::string>("finalite"), row.get<std::string>("debut"),
                       row.get<std::string>("fin")),
           row.get<std::string>("signatures")});
  paper.section(title);
  if (rows.empty())
    paper.paragraph("Personne.");
  else
    paper.table({{"Personne", 1.4},
                 {"Organisation, service", 1.3},
                 {"Habilitation, profil", 1.1},
                 {"Périmètre", 1.5},
                 {"Finalité, dates", 1.4},
                 {"Actes", 1.7}},
                rows);
}

int write_pdf(const std::filesystem::path &file, const pg::Result &list, const std::string &when,
              const std::string &database) {
  papers::Paper paper({"Liste des personnes habilitées", fmt::format("Situation au {} (heure locale)", when),
                       fmt::format("Base {} · situation au {}", database, when)});
  paper.paragraph(
      "Liste nominative prévue par les articles 4, 6 et 7 de la convention : chaque habilitation a été "
      "demandée, validée par la Préfecture pour ses personnes, et accordée par le Directeur Général Adjoint "
      "à la Sécurité pour la plateforme. Tout changement de profil, de périmètre ou de dates est une "
      "nouvelle "
      "habilitation.");
  add_party(paper, list, {"prefecture", "service_police"},
            "Préfecture de Police et services de police autorisés");
  add_party(paper, list, {"ville"}, "Ville");
  paper.signatures(
      {"Pour la Préfecture de Police", "Pour la Ville, le Directeur Général Adjoint à la Sécurité"});
  return paper.write(file);
}

} // namespace

void HabilitationList::declare(CLI::App &app) {
  app.add_option("--at", at_, "The list as it stood at the end of this day (default: now)")
      ->check(date_option());
  app.add_flag("--all", all_, "Also what is refused, revoked, replaced or expired");
  app.add_option("--pdf", pdf_, "Write the list as a PDF for both signatures");
  database_.declare(app);
  examples(app, {"cortege habilitation list", "cortege habilitation list --at 2026-12-31 --pdf liste.pdf"});
}

void HabilitationList::run(Console &console) {
  pg::Connection connection = database_.connect();
  const pg::Result when = connection.exec(moment, at_);
  const pg::Result list = connection.exec(query, when.get<std::string>(0, 0), all_);
  nlohmann::json object{{"habilitations", as_json(list)}};
  std::string text = as_text(list);
  if (!pdf_.empty()) {
    const int pages = write_pdf(pdf_, list, when.get<std::string>(0, 1), connection.database());
    object["pdf"] = pdf_.string();
    object["pages"] = pages;
    text = fmt::format("{} habilitations written to {} ({} pages).", list.rows(), pdf_.string(), pages);
  }
  console.result(object, text);
}

} // namespace cortege::cli
