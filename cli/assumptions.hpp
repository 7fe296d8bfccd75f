#pragma once

#include "cli/analysis/event.hpp"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

namespace cortege::cli {

/// What-ifs that `march` and `clashes` share.
class AssumptionOptions {
public:
  void declare(CLI::App &app);
  [[nodiscard]] analysis::Assumptions assumptions() const;

private:
  std::string count_ = "expected";
  std::optional<double> width_;
  std::optional<double> density_;
  std::optional<double> speed_;
  std::string duration_ = "3h";
};

} // namespace cortege::cli
