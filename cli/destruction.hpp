#pragma once

#include "engine/progress.hpp"
#include "providers/pg/connection.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace cortege::cli {

/// What the operator knows of that the database does not.
struct DestructionPlan {
  std::filesystem::path markers; ///< where texts to look for afterwards are kept until the end
  std::string markers_lost;      ///< why they are gone for good; goes into the certificate
  std::vector<std::filesystem::path>
      beyond;            ///< backups and keys that are not on the register: overwritten and removed
  bool one_step = false; ///< stop after the next step
};

/// The steps of destruction in their order, each done once: those already recorded are passed over, an
/// interrupted one is done again. The database refuses unless one person of each party ordered it.
class Destruction {
public:
  Destruction(pg::Connection &connection, DestructionPlan plan);

  /// Number of steps done by this run. Throws Error when a step fails or residue is found; run again to go
  /// on.
  int run(const engine::Progress &progress);
  bool complete() const { return done_ == last_step; }

  static constexpr int last_step = 9;

private:
  void keep_markers();
  std::vector<std::string> read_markers();
  void forget_markers() const;
  bool recorded(int step);
  void record(int step, const std::string &name, long long count, const std::string &list,
              const std::string &detail);
  void execute(int step, const engine::Progress &progress);

  void give_space_back();
  void retire_wal();
  void drop_slots_and_wal();
  void remove_server_logs();
  void remove_backups();
  void check_residue(const engine::Progress &progress);
  std::filesystem::path data_directory();

  pg::Connection &connection_;
  DestructionPlan plan_;
  int done_ = 0;
};

} // namespace cortege::cli
