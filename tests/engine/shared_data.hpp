#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace cortege::engine::test {

/// A file of real data, kept beside the project and never in it; none when this machine has not got it.
inline std::optional<std::string> shared_data(const std::string &file) {
  const std::filesystem::path path =
      std::filesystem::path(CORTEGE_SOURCE_DIR) / ".." / "shared" / "data" / file;
  return std::filesystem::exists(path) ? std::optional(path.string()) : std::nullopt;
}

} // namespace cortege::engine::test
