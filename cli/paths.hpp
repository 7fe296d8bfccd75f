#pragma once

#include <filesystem>
#include <string>

namespace cortege::cli {

/// A data folder of the product ("schema", "metadata"…): ../prefix/share/cortege in the build tree,
/// ../share/cortege once installed, both seen from the program. Throws Error when it is in neither.
std::filesystem::path data_folder(const std::string &name);

/// $XDG_DATA_HOME/cortege, else ~/.local/share/cortege; /var/lib/cortege for root, whose home the server's
/// user cannot enter.
std::filesystem::path default_database_directory();

/// The whole file as text. Throws Error with the path when it cannot be read.
std::string read_file(const std::filesystem::path &path);

/// Writes beside, then renames: the file is the old one or the new one, never half of it. Throws Error.
void write_file(const std::filesystem::path &path, const std::string &text,
                std::filesystem::perms permissions = std::filesystem::perms(0644));

} // namespace cortege::cli
