#include "cli/convention_papers.hpp"

#include "cli/file_digest.hpp"
#include "papers/paper.hpp"

#include <fmt/format.h>

#include <optional>

namespace cortege::cli {

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// Every value as text, empty for none: what a paper's table wants.
Rows rows_of(const pg::Result &result) {
  Rows rows;
  for (int row = 0; row < result.rows(); ++row) {
    std::vector<std::string> &cells = rows.emplace_back();
    for (int column = 0; column < result.columns(); ++column)
      cells.push_back(result.get<std::optional<std::string>>(row, column).value_or(""));
  }
  return rows;
}

papers::Heading heading(pg::Connection &connection, const std::string &title) {
  const auto city = connection.exec("SELECT ville FROM voirie.territoire").value<std::string>();
  const auto moment =
      connection.exec("SELECT to_char(convention.maintenant(), 'DD/MM/YYYY HH24:MI')").value<std::string>();
  return {
      title,
      fmt::format("Convention entre la Ville de {} et la Préfecture de Police — application Cortège", city),
      fmt::format("{} — base « {} » — {}", title, connection.database(), moment)};
}

std::vector<std::pair<std::string, std::string>> dates(pg::Connection &connection) {
  const pg::Result state = connection.exec(
      "SELECT to_char(notifiee_le, 'DD/MM/YYYY') AS notifiee, to_char(plafond, 'DD/MM/YYYY') AS plafond,"
      " coalesce(to_char(preavis_recu_le, 'DD/MM/YYYY') || CASE preavis_de WHEN 'ville' THEN ', de la Ville'"
      " ELSE ', de la Préfecture' END, 'aucun') AS preavis, to_char(fin, 'DD/MM/YYYY') AS fin,"
      " to_char(destruction_avant, 'DD/MM/YYYY') AS limite FROM convention.etat()");
  const auto value = [&](const char *name) {
    return state.get<std::optional<std::string>>(0, name).value_or("—");
  };
  return {{"Notification", value("notifiee")},
          {"Durée maximale (4 ans)", value("plafond")},
          {"Préavis reçu", value("preavis")},
          {"Fin de la convention", value("fin")},
          {"Destruction au plus tard", value("limite")}};
}

/// Hand-overs and exports are beyond the program's reach: their holders attest.
void attestations(pg::Connection &connection, papers::Paper &paper) {
  paper.section("Copies hors de portée du programme");
  const Rows handed = rows_of(
      connection.exec("SELECT 'Remise n° ' || r.id, r.destinataire, to_char(r.echeance, 'DD/MM/YYYY'),"
                      " coalesce(r.attestation, 'attestation attendue') FROM convention.remise r"
                      " UNION ALL SELECT 'Export n° ' || x.id, x.destinataire, to_char(x.le, 'DD/MM/YYYY'),"
                      " coalesce(x.attestation, 'attestation attendue') FROM convention.export x"
                      " UNION ALL SELECT 'Sauvegarde n° ' || s.id, s.machine, to_char(s.le, 'DD/MM/YYYY'), "
                      "'attestation attendue'"
                      " FROM convention.sauvegarde s WHERE s.detruite_le IS NULL ORDER BY 1"));
  if (handed.empty())
    return paper.paragraph(
        "Aucune remise, aucun export ni aucune sauvegarde hors de portée n'est au registre.");
  paper.paragraph(
      "Ces copies ont été remises ou exportées ; leur destruction est attestée par leurs détenteurs.");
  paper.table({{"Copie", 1.2}, {"Détenteur", 2}, {"Date", 1}, {"Attestation de destruction", 2}}, handed);
}

} // namespace

void ConventionCertificate::declare(CLI::App &app) {
  app.add_option("--out", out_, "The PDF to write (default: certificat-de-destruction.pdf)");
  database_.declare(app);
  examples(app, {"cortege convention certificate --out certificat.pdf"});
}

void ConventionCertificate::run(Console &console) {
  pg::Connection connection = database_.connect();
  const pg::Result steps = connection.exec(
      "SELECT e.numero, e.nom || CASE WHEN e.detail <> '' THEN ' (' || e.detail || ')' ELSE '' END, e.lignes,"
      " to_char(e.le, 'DD/MM/YYYY HH24:MI'), left(e.empreinte, 32) || ' ' || substr(e.empreinte, 33)"
      " FROM convention.etape e JOIN convention.etat() c ON c.convention = e.convention ORDER BY 1");
  if (steps.rows() < 9)
    throw Error(fmt::format(
        "{} of 9 steps of the destruction are done: run `cortege convention destroy` to its end first.",
        steps.rows()));

  papers::Paper paper(heading(connection, "Certificat de destruction"));
  paper.paragraph(
      "Il est certifié que les données transmises par la Préfecture de Police dans le cadre de la "
      "convention, "
      "leurs dérivés et la partie lisible de leur historique ont été détruits, en application de l'article "
      "9. "
      "Ce certificat ne contient aucune donnée : des nombres, et l'empreinte de la liste des identifiants "
      "détruits.");
  paper.section("Convention");
  paper.fields(dates(connection));
  paper.section("Décisions");
  paper.table(
      {{"Acte", 1.6}, {"Partie", 1}, {"Compte", 1}, {"Date", 1.2}, {"Référence ou motif", 2}},
      rows_of(connection.exec(
          "SELECT CASE a.acte WHEN 'preavis' THEN 'Préavis' WHEN 'visa' THEN 'Visa des archives'"
          " WHEN 'bordereau' THEN 'Bordereau d''élimination' WHEN 'relance_visa' THEN 'Relance des archives'"
          " WHEN 'decision_sans_visa' THEN 'Décision sans visa' WHEN 'fin' THEN 'Fin constatée'"
          " WHEN 'ordre_destruction' THEN 'Ordre de destruction' ELSE 'Notification' END,"
          " CASE a.partie WHEN 'ville' THEN 'Ville' ELSE 'Préfecture' END, a.par,"
          " to_char(a.le, 'DD/MM/YYYY HH24:MI'),"
          " CASE WHEN a.detail ~ '^\\d{4}-\\d\\d-\\d\\d$' THEN to_char(a.detail::date, 'DD/MM/YYYY') ELSE "
          "a.detail END"
          " FROM convention.acte a JOIN convention.etat() c"
          " ON c.convention = a.convention WHERE a.acte <> 'certificat' ORDER BY a.id")));
  paper.section("Destruction");
  paper.table(
      {{"N°", 0.35}, {"Étape", 2.25}, {"Nombre", 0.75}, {"Date", 1.35}, {"Empreinte (SHA-256)", 2.75}},
      rows_of(steps));
  attestations(connection, paper);
  paper.signatures({"Pour la Ville", "Pour la Préfecture de Police"});
  const int pages = paper.write(out_);

  const std::string digest = file_digest(out_);
  if (connection.exec("SELECT pg_has_role(session_user, 'cortege_proprietaire', 'MEMBER')").value<bool>())
    connection.exec("SELECT convention.certifier($1)", digest);
  console.result({{"file", out_.string()}, {"pages", pages}, {"sha256", digest}},
                 fmt::format("{} is written, {} pages, to be signed by both parties.", out_.string(), pages));
}

void ConventionSlip::declare(CLI::App &app) {
  app.add_option("--out", out_, "The PDF to write (default: bordereau-d-elimination.pdf)");
  database_.declare(app);
  examples(app, {"cortege convention slip --out bordereau.pdf"});
}

void ConventionSlip::run(Console &console) {
  pg::Connection connection = database_.connect();
  papers::Paper paper(heading(connection, "Bordereau d'élimination"));
  paper.paragraph(
      "Bordereau soumis au visa du directeur des archives départementales avant toute élimination d'archives "
      "publiques (code du patrimoine, articles L. 212-2 et R. 212-14).");
  paper.section("Service versant et convention");
  paper.fields({{"Service producteur", "Préfecture de Police, par l'application Cortège"},
                {"Service détenteur", "Plateforme Big Data de la Tranquillité publique"}});
  paper.fields(dates(connection));
  paper.section("Documents proposés à l'élimination");
  paper.table({{"Nature", 3}, {"Nombre", 0.8}, {"Date la plus ancienne", 1.2}, {"Date la plus récente", 1.2}},
              rows_of(connection.exec("SELECT categorie, lignes, to_char(premiere, 'DD/MM/YYYY'),"
                                      " to_char(derniere, 'DD/MM/YYYY') FROM convention.inventaire()")));
  paper.fields({{"Support", "Base de données, sous forme électronique"},
                {"Motif", "Fin de la convention, article 9 : destruction sous 15 jours"},
                {"Conservation proposée",
                 "Aucune. Les registres, attestations et le certificat de destruction, qui ne "
                 "contiennent aucune donnée transmise, sont conservés par les deux parties."}});
  paper.signatures({"Pour le service détenteur", "Visa des archives départementales"});
  const int pages = paper.write(out_);
  console.result({{"file", out_.string()}, {"pages", pages}, {"sha256", file_digest(out_)}},
                 fmt::format("{} is written: send it to the archives for their visa.", out_.string()));
}

} // namespace cortege::cli
