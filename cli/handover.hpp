#pragma once

#include "cli/command.hpp"
#include "cli/database.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace cortege::cli {

/// `handover create`: what the person may read of a perimeter and a window, as a GeoPackage encrypted for one
/// contractor, written down with its purpose and deadline (art. 8).
class HandoverCreate : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
  std::string recipient_, key_, purpose_, from_, to_, deadline_;
  std::vector<std::string> subcontractors_, units_;
  std::filesystem::path file_;
};

/// `handover close N`: only with the contractor's attestation of destruction.
class HandoverClose : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
  int number_ = 0;
  std::string reference_;
  std::filesystem::path attestation_;
};

/// `handover list`: overdue ones first.
class HandoverList : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
};

} // namespace cortege::cli
