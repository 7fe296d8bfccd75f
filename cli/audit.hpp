#pragma once

#include "cli/command.hpp"
#include "cli/database.hpp"

#include <filesystem>
#include <string>

namespace cortege::cli {

/// `audit verify`: the chain holds and every content is what was written; otherwise each defect, named. Exit
/// code 1 when there is one.
class AuditVerify : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
  std::filesystem::path heads_;
};

/// `audit heads FILE`: the chain's heads, to be signed and kept outside.
class AuditHeads : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
  std::filesystem::path file_;
};

/// `audit redact N --reason`: the DPO erases the contents of one entry.
class AuditRedact : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
  long long entry_ = 0;
  std::string reason_;
};

/// `audit ingest`: reads that pgaudit wrote to the server's logs enter the record.
class AuditIngest : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
  std::filesystem::path logs_;
};

} // namespace cortege::cli
