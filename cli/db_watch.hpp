#pragma once

#include "cli/command.hpp"
#include "cli/database.hpp"

namespace cortege::cli {

class Watch;

/// `db watch`: keeps what must hold without anyone typing, until it is ended.
class DbWatch : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  Watch open() const;
  void watch_until_gone() const;

  DatabaseOptions database_;
  std::filesystem::path logs_;
  int every_ = 10;
  bool once_ = false;
};

} // namespace cortege::cli
