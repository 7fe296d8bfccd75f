#pragma once

#include "cli/assumptions.hpp"
#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/export_options.hpp"

#include <string>

namespace cortege::cli {

/// `clashes`: pairs of events that meet in space and time.
class Clashes : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  [[nodiscard]] std::vector<analysis::Event> events(const analysis::LocalTime &time, Console &console);

  DatabaseOptions database_;
  ExportOptions export_;
  AssumptionOptions options_;
  std::string file_;
  std::string layer_;
  std::string zone_ = "Europe/Paris";
  std::string from_;
  std::string to_;
  double distance_ = 100;
  std::string delay_ = "30min";
  std::string out_;
};

} // namespace cortege::cli
