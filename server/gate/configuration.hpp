#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace cortege::gate {

/// What `cortege publish` wrote for the gate (portail.json).
struct Configuration {
  /// Where a person's password is tried: a connection on which the server asks for one.
  std::string login;
  /// Where the web server's own account may become a viewer.
  std::string person;
  std::string zone;                                       ///< of dates without one, such as Europe/Paris
  std::vector<std::string> layers;                        ///< names that may be asked for
  std::map<std::string, std::vector<std::string>> groups; ///< and groups of them, drawn first ones first
  /// What a layer with a time shows between {debut} and {fin}, in QGIS Server's FILTER.
  std::map<std::string, std::string> during;
  std::vector<std::string> vectors; ///< those that WFS gives
  std::vector<std::string> systems; ///< coordinate systems, such as EPSG:2154
  int largest_side = 4096;          ///< pixels
  int threads = 16;

  /// Throws std::runtime_error with the file's name.
  static Configuration read(const std::filesystem::path &file);
};

} // namespace cortege::gate
