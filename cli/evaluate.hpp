#pragma once

#include "cli/command.hpp"
#include "cli/export_options.hpp"
#include "cli/study_options.hpp"
#include "engine/evaluation/evaluation.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace cortege::cli {

/// `evaluate`: how well a map fitted on one window holds what happened in a later one.
class Evaluate : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  struct Fitted {
    engine::Grid grid;
    std::vector<double> tension;
    double events = 0;
  };

  void check_usage() const;
  [[nodiscard]] engine::Window window(const std::vector<std::string> &bounds,
                                      const analysis::LocalTime &time) const;
  [[nodiscard]] Fitted fit(const analysis::Facts &facts, const analysis::LocalTime &time,
                           Console &console) const;
  /// Returns the files written.
  [[nodiscard]] std::vector<std::filesystem::path> write(const engine::Evaluation &evaluation) const;

  StudyOptions study_;
  ExportOptions export_;
  std::vector<std::string> fit_;
  std::vector<std::string> test_;
  std::string raster_;
  int band_ = 1;
  std::string kernel_ = "quartic";
  double bandwidth_ = 500;
  double half_life_ = 0;
  std::vector<double> shares_{1, 2, 5, 10, 20};
  std::filesystem::path folder_;
};

} // namespace cortege::cli
