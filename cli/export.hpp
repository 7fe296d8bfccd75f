#pragma once

#include "cli/command.hpp"
#include "cli/database.hpp"

#include <filesystem>

namespace cortege::cli {

/// `export declare FILE`: a file, print or copy taken from the platform enters the register (article 6), or
/// completes what the database noticed by itself.
class ExportDeclare : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
  std::filesystem::path file_;
  std::string layer_, purpose_, recipient_;
  long long rows_ = 0, number_ = 0;
};

/// `export attest N`: the written attestation that an export was destroyed (article 9).
class ExportAttest : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
  long long number_ = 0;
  std::string reference_;
  std::filesystem::path attestation_;
};

/// `export list`: one's own exports; all of them for who keeps the registers.
class ExportList : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
};

} // namespace cortege::cli
