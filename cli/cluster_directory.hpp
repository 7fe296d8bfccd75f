#pragma once

#include "cli/process.hpp"

#include <filesystem>

namespace cortege::cli {

/// Two starts at the same time wait for each other. Throws Error when the directory cannot be used.
class DirectoryLock {
public:
  explicit DirectoryLock(const std::filesystem::path &directory);
  DirectoryLock(const DirectoryLock &) = delete;
  DirectoryLock &operator=(const DirectoryLock &) = delete;
  ~DirectoryLock();

private:
  int file_;
};

/// Throw Error with what to do: the directory holds files that are not a cluster's, its path is too long for
/// a Unix socket, or the server's account cannot enter it.
void refuse_foreign(const std::filesystem::path &directory);
void refuse_long(const std::filesystem::path &directory);
void require_reachable(const std::filesystem::path &directory, const Account &server);

/// Gives a file or folder to the server's account, when we are root. Throws Error.
void hand_to(const std::filesystem::path &path, const Account &account);

} // namespace cortege::cli
