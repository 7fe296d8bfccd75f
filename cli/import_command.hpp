#pragma once

#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/intake/facts.hpp"
#include "cli/intake/rejects.hpp"

#include <filesystem>
#include <string>

namespace cortege::cli {

/// What the imports have in common: one file, one transaction as the loading role, a rejects file, one
/// result. When anything fails, the database and the disk are as before.
class ImportCommand : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) final;

protected:
  /// Options of one kind of import, then its examples.
  virtual void declare_own(CLI::App &app) = 0;
  /// Reads file_ into the database; may add to `report`.
  virtual intake::Loaded load(pg::Connection &connection, intake::Rejects &rejects,
                              const engine::Progress &progress, nlohmann::json &report) = 0;
  /// After loading, in the same transaction.
  virtual void finish(pg::Connection &) {}

  std::string file_;

private:
  std::filesystem::path rejects_file() const;

  DatabaseOptions database_;
  std::filesystem::path rejects_;
};

} // namespace cortege::cli
