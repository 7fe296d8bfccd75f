#pragma once

#include "providers/pg/connection.hpp"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace cortege::cli {

/// The first DGA and the first validator of the Préfecture, who come with the deployment: everyone else is
/// habilitated by them.
class FirstPeople {
public:
  /// --dga and --validator, each a login, a family name and a first name; both or none.
  void declare(CLI::App &app, bool required = false);
  /// Creates them when they were named and nobody was habilitated before. Whether someone is, now.
  bool create(pg::Connection &connection) const;
  /// What is left to do when nobody is.
  static std::string hint();

  const std::string &dga() const { return dga_.at(0); }
  const std::string &validator() const { return validator_.at(0); }

private:
  std::vector<std::string> dga_, validator_;
};

} // namespace cortege::cli
