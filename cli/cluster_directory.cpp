#include "cli/cluster_directory.hpp"

#include "cli/console.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string_view>

namespace fs = std::filesystem;

namespace cortege::cli {

DirectoryLock::DirectoryLock(const fs::path &directory)
    : file_(open((directory / ".lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600)) {
  if (file_ < 0 || flock(file_, LOCK_EX) != 0)
    throw Error(fmt::format("cannot use {}: {}.", directory.string(), std::strerror(errno)));
}

DirectoryLock::~DirectoryLock() {
  close(file_);
}

void refuse_foreign(const fs::path &directory) {
  if (fs::exists(directory) && !fs::is_directory(directory))
    throw Error(fmt::format("{} is not a directory: choose another --dir.", directory.string()));
  if (!fs::is_directory(directory))
    return;
  for (const auto &entry : fs::directory_iterator(directory))
    if (entry.path().filename() != ".lock")
      throw Error(fmt::format("{} holds files that Cortège did not make: choose an empty or new --dir.",
                              directory.string()));
}

void refuse_long(const fs::path &directory) {
  // A socket's path ends at 107 bytes.
  constexpr std::size_t longest = 107 - std::string_view("/run/.s.PGSQL.65535").size();
  if (directory.string().size() > longest)
    throw Error(
        fmt::format("{} is too long a path for a Unix socket ({} bytes at most): choose a shorter --dir.",
                    directory.string(), longest));
}

void require_reachable(const fs::path &directory, const Account &server) {
  const bool enters = run({{"test", "-x", directory.string()}, server, {}}).status == 0;
  if (!enters)
    throw Error(
        fmt::format("the account {} that runs the server cannot enter {}: choose a --dir it can reach, such "
                    "as /var/lib/cortege.",
                    server.name, directory.string()));
}

void hand_to(const fs::path &path, const Account &account) {
  if (geteuid() == 0 && chown(path.c_str(), account.uid, account.gid) != 0)
    throw Error(fmt::format("cannot give {} to {}: {}.", path.string(), account.name, std::strerror(errno)));
}

} // namespace cortege::cli
