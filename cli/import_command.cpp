#include "cli/import_command.hpp"

#include "cli/cancel_on_interrupt.hpp"
#include "cli/stopwatch.hpp"
#include "providers/pg/transaction.hpp"

#include <fmt/format.h>

namespace fs = std::filesystem;

namespace cortege::cli {

namespace {

/// The loading role reads no event and owns nothing.
void become_loader(pg::Connection &connection) {
  try {
    connection.exec("SET LOCAL ROLE cortege_chargement");
  } catch (const pg::Error &error) {
    throw Error(
        fmt::format("{} may not import here ({}): connect as a member of cortege_chargement to a database "
                    "that `cortege db deploy` has prepared.",
                    connection.user(), error.what()));
  }
}

std::string sentence(const intake::Loaded &loaded, const intake::Rejects &rejects, const fs::path &file) {
  std::string text = fmt::format("{} imported, {} known already, {} rejected", loaded.accepted, loaded.known,
                                 loaded.rejected);
  if (loaded.rejected == 0)
    return text + ".";
  for (const auto &[reason, count] : rejects.reasons())
    text += fmt::format("\n  {}: {}", reason, count);
  return text + fmt::format("\nThe rejected rows are in {}.", file.string());
}

/// A file of which nothing could be taken is most often the wrong file, or read the wrong way.
void refuse_nothing(const intake::Loaded &loaded, const fs::path &file) {
  if (loaded.accepted + loaded.known == 0 && loaded.rejected > 0)
    throw Error(fmt::format("none of the {} rows could be taken: {} says why for each; check the mapping and "
                            "the territory (`cortege db territory`).",
                            loaded.rejected, file.string()));
}

} // namespace

void ImportCommand::declare(CLI::App &app) {
  app.add_option("--rejects", rejects_,
                 "Where to write the rows that were refused (default: FILE's name + .rejets.csv, here)");
  database_.declare(app);
  declare_own(app);
}

fs::path ImportCommand::rejects_file() const {
  return rejects_.empty() ? fs::path(fs::path(file_).filename().string() + ".rejets.csv") : rejects_;
}

void ImportCommand::run(Console &console) {
  const fs::path rejects_path = rejects_file();
  pg::Connection connection = database_.connect();
  const CancelOnInterrupt guard(connection);
  nlohmann::json report;
  intake::Rejects rejects;
  Stopwatch watch;
  try {
    pg::Transaction transaction(connection);
    become_loader(connection);
    const intake::Loaded loaded = load(connection, rejects, console.progress("import"), report);
    const double loading = watch.lap();
    finish(connection);
    rejects.write(connection, rejects_path);
    stop_if_interrupted();
    transaction.commit();
    rejects.publish();
    report["accepted"] = loaded.accepted;
    report["known"] = loaded.known;
    report["rejected"] = loaded.rejected;
    report["features"] = loaded.accepted + loaded.known + loaded.rejected;
    report["reasons"] = rejects.reasons();
    report["seconds"] = {{"load", loading}, {"total", loading + watch.lap()}};
    if (loaded.rejected > 0)
      report["rejects"] = rejects_path.string();
    refuse_nothing(loaded, rejects_path);
    console.result(report, sentence(loaded, rejects, rejects_path));
  } catch (const pg::Error &error) {
    if (error.cancelled() && interrupted())
      throw engine::Cancelled();
    throw Error(error.full());
  }
}

} // namespace cortege::cli
