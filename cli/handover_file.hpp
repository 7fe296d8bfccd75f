#pragma once

#include "providers/pg/connection.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace cortege::cli {

/// What is handed over: events and facts that touch the units (all when none is named) between two instants.
struct HandoverScope {
  std::string from, to;
  std::vector<std::string> units; ///< official codes
};

/// Writes what the session's person reads of the scope to a GeoPackage of three layers (points, lignes,
/// surfaces), EPSG:2154. Returns the number of rows. Throws Error for an unknown unit.
long long write_geopackage(pg::Connection &connection, const HandoverScope &scope,
                           const std::filesystem::path &file);

/// Encrypts a file for an age public key and wipes the plain one. Throws Error when age refuses.
void encrypt(const std::filesystem::path &plain, const std::string &key,
             const std::filesystem::path &encrypted);

} // namespace cortege::cli
