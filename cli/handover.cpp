#include "cli/handover.hpp"

#include "cli/date_option.hpp"
#include "cli/file_digest.hpp"
#include "cli/handover_file.hpp"
#include "cli/private_folder.hpp"
#include "cli/text_array.hpp"
#include "providers/pg/transaction.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <optional>

namespace fs = std::filesystem;

namespace cortege::cli {

void HandoverCreate::declare(CLI::App &app) {
  app.add_option("file", file_, "The encrypted file to write, FILE.gpkg.age")->required();
  app.add_option("--recipient", recipient_, "The contractor")->required();
  app.add_option("--key", key_, "The contractor's age public key (age1…)")->required();
  app.add_option("--subcontractor", subcontractors_, "A subcontractor of theirs; repeatable");
  app.add_option("--purpose", purpose_, "The service they render")->required();
  app.add_option("--from", from_, "Start of the window")->required()->check(date_option());
  app.add_option("--to", to_, "End of the window, not included")->required()->check(date_option());
  app.add_option("--unit", units_, "Code of a unit of the territory; repeatable (default: all you may read)");
  app.add_option("--deadline", deadline_, "Day by which every copy is destroyed")
      ->required()
      ->check(date_option());
  database_.declare(app);
  examples(
      app,
      {"cortege handover create etude.gpkg.age --recipient 'Cabinet X' --key age1… --purpose 'Étude de flux' "
       "--from 2026-01-01 --to 2026-04-01 --unit 13201 --deadline 2026-06-30"});
}

void HandoverCreate::run(Console &console) {
  if (fs::exists(file_))
    throw Error(fmt::format("{} exists already: name another file.", file_.string()));
  pg::Connection connection = database_.connect();
  const PrivateFolder folder;
  const fs::path plain = folder.path() / "remise.gpkg";
  const long long rows = write_geopackage(connection, {from_, to_, units_}, plain);
  encrypt(plain, key_, file_);

  const std::string sha = file_digest(file_);
  int number = 0;
  try {
    number = connection
                 .exec("SELECT convention.remettre($1, $2, $3, $4, tstzrange($5, $6), $7, $8, $9, $10)",
                       recipient_, text_array(subcontractors_), purpose_,
                       units_.empty() ? std::string("tout le périmètre de la personne")
                                      : fmt::format("{}", fmt::join(units_, ", ")),
                       from_, to_, deadline_, rows, file_.filename().string(), sha)
                 .value<int>();
  } catch (...) {
    fs::remove(file_); // what is not on the register does not leave
    throw;
  }
  console.result({{"number", number}, {"file", file_.string()}, {"features", rows}, {"sha256", sha}},
                 fmt::format("Hand-over {} to {}: {} rows in {}. Every copy is to be destroyed by {}.",
                             number, recipient_, rows, file_.string(), deadline_));
}

void HandoverClose::declare(CLI::App &app) {
  app.add_option("number", number_, "Number of the hand-over")->required();
  app.add_option("--reference", reference_, "Reference of the attestation")->required();
  app.add_option("--attestation", attestation_, "The signed attestation of destruction, a file")
      ->required()
      ->check(CLI::ExistingFile);
  database_.declare(app);
  examples(app,
           {"cortege handover close 3 --reference 'Cabinet X, 28/06/2026' --attestation attestation.pdf"});
}

void HandoverClose::run(Console &console) {
  pg::Connection connection = database_.connect();
  connection.exec("SELECT convention.clore_remise($1, $2, $3)", number_, reference_,
                  file_digest(attestation_));
  console.result({{"number", number_}}, fmt::format("Hand-over {} is closed.", number_));
}

void HandoverList::declare(CLI::App &app) {
  database_.declare(app);
  examples(app, {"cortege handover list", "cortege handover list --json"});
}

void HandoverList::run(Console &console) {
  pg::Connection connection = database_.connect();
  const pg::Result list = connection.exec(
      "SELECT numero, destinataire, finalite, echeance, lignes, close_le IS NOT NULL AS close,"
      " en_retard FROM convention.remises()");
  nlohmann::json rows = nlohmann::json::array();
  std::string text;
  for (const auto &row : list) {
    const bool late = row.get<bool>("en_retard");
    const bool closed = row.get<bool>("close");
    rows.push_back({{"number", row.get<int>("numero")},
                    {"recipient", row.get<std::string>("destinataire")},
                    {"purpose", row.get<std::string>("finalite")},
                    {"deadline", row.get<std::string>("echeance")},
                    {"features", row.get<long long>("lignes")},
                    {"closed", closed},
                    {"overdue", late}});
    text += fmt::format("{}{:>4}  {}  {}  {} rows, {}\n", late ? "! " : "  ", row.get<int>("numero"),
                        row.get<std::string>("echeance"),
                        closed ? "closed "
                        : late ? "OVERDUE"
                               : "open   ",
                        row.get<long long>("lignes"), row.get<std::string>("destinataire"));
  }
  if (!text.empty())
    text.pop_back();
  console.result({{"handovers", rows}}, text.empty() ? "Nothing was handed over." : text);
}

} // namespace cortege::cli
