#pragma once

#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/first_people.hpp"

namespace cortege::cli {

/// `db deploy`: the schema, to the embedded database or to a site's own server.
class DbDeploy : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
  FirstPeople first_;
};

} // namespace cortege::cli
