#pragma once

#include "cli/console.hpp"

#include <cstdlib>
#include <filesystem>
#include <string>

namespace cortege::cli {

/// A folder nobody else reads, gone with this object, for what must not lie about in the clear.
class PrivateFolder {
public:
  PrivateFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "cortege-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
      throw Error("no temporary folder can be made: is there room in " + pattern + "?");
    path_ = pattern;
  }
  ~PrivateFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  PrivateFolder(const PrivateFolder &) = delete;
  PrivateFolder &operator=(const PrivateFolder &) = delete;

  const std::filesystem::path &path() const { return path_; }

private:
  std::filesystem::path path_;
};

} // namespace cortege::cli
