#pragma once

#include "cli/command.hpp"
#include "cli/first_people.hpp"

#include <filesystem>

namespace cortege::cli {

/// `db start`: makes and starts the embedded database and its watcher, deploys the schema.
class DbStart : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  std::filesystem::path directory_;
  int port_ = 0;
  std::string web_account_;
  FirstPeople first_;
};

/// `db stop`
class DbStop : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  std::filesystem::path directory_;
};

/// `db status`
class DbStatus : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  std::filesystem::path directory_;
};

} // namespace cortege::cli
