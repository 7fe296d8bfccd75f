#pragma once

#include "engine/progress.hpp"
#include "providers/pg/connection.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace cortege::cli {

/// Where a marker (a text that was in the destroyed data) is still found: "table plateforme.x" or a file's
/// path. Searches every table of the database, the catalogue's statistics included, as the connected role
/// sees them.
std::vector<std::string> residue_in_tables(pg::Connection &connection,
                                           const std::vector<std::string> &markers);

/// The same in every regular file under a folder. Files that cannot be read or vanish meanwhile are skipped.
std::vector<std::string> residue_in_files(const std::filesystem::path &folder,
                                          const std::vector<std::string> &markers,
                                          const engine::Progress &progress = {});

/// Whether one of the markers is in the file, wherever its bytes fall.
bool file_contains(const std::filesystem::path &file, const std::vector<std::string> &markers);

} // namespace cortege::cli
