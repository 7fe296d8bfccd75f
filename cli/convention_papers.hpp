#pragma once

#include "cli/command.hpp"
#include "cli/database.hpp"

#include <filesystem>

namespace cortege::cli {

/// `convention certificate`: the certificate of destruction for both signatures, counts and digests only.
class ConventionCertificate : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
  std::filesystem::path out_ = "certificat-de-destruction.pdf";
};

/// `convention slip`: the archives' elimination slip, prepared ahead of the end.
class ConventionSlip : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
  std::filesystem::path out_ = "bordereau-d-elimination.pdf";
};

} // namespace cortege::cli
