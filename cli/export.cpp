#include "cli/export.hpp"

#include "cli/file_digest.hpp"

#include <fmt/format.h>

#include <optional>

namespace cortege::cli {

void ExportDeclare::declare(CLI::App &app) {
  app.add_option("file", file_, "The file that was written; only its digest is kept")
      ->required()
      ->check(CLI::ExistingFile);
  app.add_option("--layer", layer_, "Layer or document it was taken from")->required();
  app.add_option("--rows", rows_, "Number of rows it holds")->required()->check(CLI::NonNegativeNumber);
  app.add_option("--purpose", purpose_, "What it serves")->required();
  app.add_option("--recipient", recipient_, "Who will hold it")->required();
  app.add_option("--number", number_, "Number of a copy that the database noticed, to complete it");
  database_.declare(app);
  examples(app, {"cortege export declare reunion.gpkg --layer manifestation_statique --rows 12 --purpose "
                 "'Réunion du 3' "
                 "--recipient Cabinet"});
}

void ExportDeclare::run(Console &console) {
  pg::Connection connection = database_.connect();
  const std::string sha = file_digest(file_);
  if (number_ != 0)
    connection.exec("SELECT convention.justifier_export($1, $2, $3, $4, $5)", number_, rows_, purpose_,
                    recipient_, sha);
  else
    number_ = connection
                  .exec("SELECT convention.declarer_export($1, $2, $3, $4, $5)", layer_, rows_, purpose_,
                        recipient_, sha)
                  .value<long long>();
  console.result({{"number", number_}, {"sha256", sha}},
                 fmt::format("Export {} is on the register.", number_));
}

void ExportAttest::declare(CLI::App &app) {
  app.add_option("number", number_, "Number of the export")->required();
  app.add_option("--reference", reference_, "Reference of the attestation")->required();
  app.add_option("--attestation", attestation_, "The signed attestation of destruction, a file")
      ->required()
      ->check(CLI::ExistingFile);
  database_.declare(app);
  examples(app, {"cortege export attest 3 --reference 'Cabinet, 28/06/2026' --attestation attestation.pdf"});
}

void ExportAttest::run(Console &console) {
  pg::Connection connection = database_.connect();
  connection.exec("SELECT convention.attester_export($1, $2, $3)", number_, reference_,
                  file_digest(attestation_));
  console.result({{"number", number_}}, fmt::format("The destruction of export {} is attested.", number_));
}

void ExportList::declare(CLI::App &app) {
  database_.declare(app);
  examples(app, {"cortege export list", "cortege export list --json"});
}

void ExportList::run(Console &console) {
  using Text = std::optional<std::string>;
  pg::Connection connection = database_.connect();
  const pg::Result list = connection.exec("SELECT numero, par, to_char(le, 'YYYY-MM-DD HH24:MI') AS le, "
                                          "couche, finalite, destinataire, a_justifier,"
                                          " attestation FROM convention.exports()");
  nlohmann::json rows = nlohmann::json::array();
  std::string text;
  for (const auto &row : list) {
    const bool unjustified = row.get<bool>("a_justifier");
    const auto attestation = row.get<Text>("attestation");
    rows.push_back({{"number", row.get<long long>("numero")},
                    {"person", row.get<std::string>("par")},
                    {"moment", row.get<std::string>("le")},
                    {"layer", row.get<std::string>("couche")},
                    {"purpose", row.get<std::string>("finalite")},
                    {"recipient", row.get<std::string>("destinataire")},
                    {"to_declare", unjustified},
                    {"attested", attestation.has_value()}});
    text += fmt::format("{}{:>4}  {}  {}  {}, for {}{}\n", unjustified ? "! " : "  ",
                        row.get<long long>("numero"), row.get<std::string>("le"), row.get<std::string>("par"),
                        row.get<std::string>("couche"), row.get<std::string>("destinataire"),
                        unjustified               ? ": TO BE DECLARED"
                        : attestation.has_value() ? ", destruction attested"
                                                  : "");
  }
  if (!text.empty())
    text.pop_back();
  console.result({{"exports", rows}}, text.empty() ? "Nothing was exported." : text);
}

} // namespace cortege::cli
