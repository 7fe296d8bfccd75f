#include "cli/detached.hpp"

#include "cli/console.hpp"
#include "cli/process.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace cortege::cli {

namespace {

/// Between fork and exec only async-signal-safe calls are allowed: everything is prepared before.
[[noreturn]] void leave(char *const *arguments, int nothing, int log) {
  setsid();
  if (fork() != 0) // the grandchild has no parent to wait for it
    _exit(0);
  dup2(nothing, STDIN_FILENO);
  dup2(log, STDOUT_FILENO);
  dup2(log, STDERR_FILENO);
  close_range(STDERR_FILENO + 1, ~0U, 0);
  if (chdir("/") == 0)
    execv(arguments[0], arguments);
  _exit(127);
}

} // namespace

void start_detached(const std::vector<std::string> &arguments, const std::filesystem::path &log) {
  const std::vector<char *> pointers = exec_pointers(arguments);
  const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
  const int file = open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  const pid_t child = nothing < 0 || file < 0 ? -1 : fork();
  if (child == 0)
    leave(pointers.data(), nothing, file);
  const int problem = errno;
  close(nothing);
  close(file);
  if (child < 0)
    throw Error(fmt::format("cannot start {}: {}.", arguments.front(), std::strerror(problem)));
  while (waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
  }
}

} // namespace cortege::cli
