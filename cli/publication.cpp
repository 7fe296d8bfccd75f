#include "cli/publication.hpp"

#include "cli/console.hpp"

#include <fmt/format.h>

namespace fs = std::filesystem;

namespace cortege::cli {

Publication::Publication(const fs::path &directory) : directory_(fs::absolute(directory).lexically_normal()) {
  if (!directory_.has_filename())
    directory_ = directory_.parent_path();
  constexpr std::size_t longest = 107 - std::string_view("/run/portail.sock").size();
  if (directory_.string().size() > longest)
    throw Error(
        fmt::format("{} is too long a path for a Unix socket ({} bytes at most): choose a shorter --dir.",
                    directory_.string(), longest));
  if (directory_.string().find_first_of(" \t\n;{}\"'\\$") != std::string::npos)
    throw Error(fmt::format("{} holds a space or a sign that nginx reads otherwise: choose another --dir.",
                            directory_.string()));
}

bool Publication::made() const {
  return fs::exists(file("publication.json"));
}

} // namespace cortege::cli
