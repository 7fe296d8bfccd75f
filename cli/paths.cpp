#include "cli/paths.hpp"

#include "cli/console.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <system_error>

namespace fs = std::filesystem;

namespace cortege::cli {

fs::path data_folder(const std::string &name) {
  const fs::path program = fs::read_symlink("/proc/self/exe");
  const fs::path prefix = program.parent_path().parent_path();
  for (const char *place : {"prefix/share/cortege", "share/cortege"}) {
    fs::path folder = prefix / place / name;
    if (fs::is_directory(folder))
      return folder;
  }
  throw Error(fmt::format("the data folder '{}' is missing beside {}: install Cortège again.", name,
                          program.string()));
}

fs::path default_database_directory() {
  if (geteuid() == 0)
    return "/var/lib/cortege";
  const char *data = std::getenv("XDG_DATA_HOME");
  if (data != nullptr && *data == '/')
    return fs::path(data) / "cortege";
  const char *home = std::getenv("HOME");
  if (home == nullptr || *home == '\0')
    throw Error("HOME is not set: say where the database lies with --dir.");
  return fs::path(home) / ".local/share/cortege";
}

std::string read_file(const fs::path &path) {
  std::ifstream file(path, std::ios::binary);
  if (!file || fs::is_directory(path))
    throw Error(fmt::format("cannot read {}: {}.", path.string(), std::strerror(file ? EISDIR : errno)));
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const fs::path &path, const std::string &text, fs::perms permissions) {
  const fs::path beside = path.string() + ".part";
  std::error_code ignored;
  fs::remove(beside, ignored);
  std::ofstream file(beside, std::ios::binary);
  std::error_code problem;
  fs::permissions(beside, permissions, problem); // before the content, which may be a secret
  file << text << std::flush;
  file.close();
  if (!file || problem) {
    const int reason = errno;
    fs::remove(beside, ignored);
    throw Error(fmt::format("cannot write {}: {}.", path.string(), std::strerror(reason)));
  }
  fs::rename(beside, path);
}

} // namespace cortege::cli
