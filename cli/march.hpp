#pragma once

#include "cli/analysis/event.hpp"
#include "cli/analysis/streets.hpp"
#include "cli/assumptions.hpp"
#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/export_options.hpp"

#include <optional>
#include <string>
#include <vector>

namespace cortege::cli {

/// `march`: head and tail in time, streets taken and freed, and where the people are.
class March : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  [[nodiscard]] analysis::Assumptions assumptions() const;
  [[nodiscard]] bool in_database() const { return what_.starts_with("deambulatoire:"); }
  void load(const analysis::LocalTime &time);
  [[nodiscard]] std::vector<engine::Instant> instants(const engine::March &march,
                                                      const analysis::LocalTime &time) const;
  void write_raster(const engine::March &march, const analysis::LocalTime &time, Console &console) const;

  DatabaseOptions database_;
  ExportOptions export_;
  AssumptionOptions options_;
  std::string what_;
  std::string layer_;
  std::string zone_ = "Europe/Paris";
  std::string id_;
  std::string start_;
  std::optional<double> persons_;
  std::vector<std::string> pauses_;
  std::vector<std::string> at_;
  std::string step_;
  std::string streets_file_;
  std::string addresses_file_;
  std::string out_;
  std::string name_field_ = "name";
  std::string raster_;
  double resolution_ = 5;
  std::string from_;
  std::string to_;

  analysis::DatabaseMarch march_;
  std::vector<analysis::Street> streets_;
};

} // namespace cortege::cli
