#include "cli/audit.hpp"

#include "cli/audit_log.hpp"

#include <fmt/format.h>

#include <fstream>

namespace fs = std::filesystem;

namespace cortege::cli {

void AuditVerify::declare(CLI::App &app) {
  app.add_option("--heads", heads_,
                 "Heads exported earlier with `cortege audit heads`: a chain cut since then shows")
      ->check(CLI::ExistingFile);
  database_.declare(app);
  examples(app, {"cortege audit verify", "cortege audit verify --heads tetes-2026-06.json"});
}

void AuditVerify::run(Console &console) {
  pg::Connection connection = database_.connect();
  nlohmann::json defects = nlohmann::json::array();
  std::string text;
  const auto add = [&](const nlohmann::json &defect) {
    defects.push_back(defect);
    text += fmt::format("\n  {} : {} {} (écriture {})", defect["defaut"].get<std::string>(),
                        defect["relation"].get<std::string>(), defect["cle"].get<std::string>(),
                        defect["ecriture"].get<long long>());
  };
  const pg::Result found = connection.exec("SELECT defaut, coalesce(ecriture, 0) AS ecriture, relation,"
                                           " coalesce(cle, '') AS cle FROM audit.verifier() ORDER BY 2, 1");
  for (const auto &row : found)
    add({{"defaut", row.get<std::string>("defaut")},
         {"ecriture", row.get<long long>("ecriture")},
         {"relation", row.get<std::string>("relation")},
         {"cle", row.get<std::string>("cle")}});
  if (!heads_.empty()) {
    std::ifstream file(heads_);
    const nlohmann::json heads = nlohmann::json::parse(file, nullptr, false);
    if (!heads.is_object() || !heads.contains("heads"))
      throw Error(fmt::format("{} is not a file written by `cortege audit heads`.", heads_.string()));
    for (const auto &head : heads["heads"])
      if (!connection
               .exec("SELECT audit.tete_presente($1, $2, $3)", head.at("voie").get<int>(),
                     head.at("rang").get<long long>(), head.at("empreinte").get<std::string>())
               .value<bool>())
        add({{"defaut", "la tête exportée n'est plus dans la chaîne"},
             {"ecriture", 0},
             {"relation", "audit.lien"},
             {"cle", fmt::format("voie {}, rang {}", head.at("voie").get<int>(),
                                 head.at("rang").get<long long>())}});
  }
  const pg::Result size =
      connection.exec("SELECT (SELECT count(*) FROM audit.lien), (SELECT count(*) FROM audit.ecriture)");
  const auto links = size.get<long long>(0, 0);
  if (!defects.empty())
    throw Error(fmt::format("the journal does not verify, {} defects:{}", defects.size(), text));
  console.result(
      {{"links", links}, {"entries", size.get<long long>(0, 1)}, {"defects", defects}},
      fmt::format("The journal verifies: {} links, {} entries.", links, size.get<long long>(0, 1)));
}

void AuditHeads::declare(CLI::App &app) {
  app.add_option("file", file_, "The JSON file to write; sign it and keep it outside the server")->required();
  database_.declare(app);
  examples(app, {"cortege audit heads tetes-2026-06.json"});
}

void AuditHeads::run(Console &console) {
  pg::Connection connection = database_.connect();
  nlohmann::json heads = nlohmann::json::array();
  const pg::Result rows = connection.exec("SELECT voie, rang, le, empreinte FROM audit.tetes()");
  for (const auto &row : rows)
    heads.push_back({{"voie", row.get<int>("voie")},
                     {"rang", row.get<long long>("rang")},
                     {"le", row.get<std::string>("le")},
                     {"empreinte", row.get<std::string>("empreinte")}});
  std::ofstream file(file_);
  file << nlohmann::json{{"database", connection.database()}, {"heads", heads}}.dump(2) << '\n';
  if (!file.flush())
    throw Error(fmt::format("{} cannot be written.", file_.string()));
  console.result({{"file", file_.string()}, {"heads", heads.size()}},
                 fmt::format("{} heads are in {}.", heads.size(), file_.string()));
}

void AuditRedact::declare(CLI::App &app) {
  app.add_option("entry", entry_, "Number of the journal's entry")->required();
  app.add_option("--reason", reason_, "Why its contents are erased; kept")->required();
  database_.declare(app);
  examples(app, {"cortege audit redact 1204 --reason 'nom saisi par erreur'"});
}

void AuditRedact::run(Console &console) {
  pg::Connection connection = database_.connect();
  connection.exec("SELECT audit.caviarder($1, $2)", entry_, reason_);
  console.result({{"entry", entry_}}, "The contents are erased; the chain still verifies.");
}

void AuditIngest::declare(CLI::App &app) {
  app.add_option("--logs", logs_,
                 "Folder of the server's logs (default: the server's own, when it is on this machine)");
  database_.declare(app);
  examples(app, {"cortege audit ingest", "cortege audit ingest --logs /var/log/postgresql"});
}

void AuditIngest::run(Console &console) {
  pg::Connection connection = database_.connect();
  const fs::path folder = logs_.empty() ? server_log_folder(connection) : logs_;
  if (!fs::is_directory(folder))
    throw Error(
        "the server's logs are not on this machine, or not yours to read: say --logs where they are.");
  const long long taken = LogFolder(folder).take_reads(connection);
  console.result({{"reads", taken}}, fmt::format("{} reads were taken into the record.", taken));
}

} // namespace cortege::cli
