#pragma once

#include "cli/command.hpp"
#include "cli/database.hpp"

#include <string>
#include <vector>

namespace cortege::cli {

/// `db territory`: which city the database is about. Without options it only says so.
class DbTerritory : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
  std::string name_, city_, zone_;
  std::vector<double> extent_; ///< xmin ymin xmax ymax, metres, EPSG:2154
};

} // namespace cortege::cli
