#include "cli/process.hpp"

#include "cli/console.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <grp.h>
#include <poll.h>
#include <pwd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

namespace cortege::cli {

namespace {

struct Pipe {
  std::array<int, 2> ends{-1, -1};
  Pipe() {
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
      throw Error(fmt::format("cannot make a pipe: {}.", std::strerror(errno)));
  }
  Pipe(const Pipe &) = delete;
  Pipe &operator=(const Pipe &) = delete;
  ~Pipe() {
    shut(0);
    shut(1);
  }
  void shut(std::size_t end) {
    if (ends.at(end) >= 0)
      close(ends.at(end));
    ends.at(end) = -1;
  }
};

/// Between fork and exec only async-signal-safe calls are allowed: everything is prepared before.
[[noreturn]] void become(char *const *arguments, char *const *environment,
                         const std::optional<Account> &account, const std::vector<gid_t> &groups, int out,
                         int err) {
  dup2(out, STDOUT_FILENO);
  dup2(err, STDERR_FILENO);
  const bool dropped = !account || account->uid == geteuid()
                       || (setgroups(groups.size(), groups.data()) == 0 && setgid(account->gid) == 0
                           && setuid(account->uid) == 0);
  if (dropped && chdir("/") == 0) {
    setpgid(0, 0); // Ctrl-C is for us; we decide what becomes of the program
    execvpe(arguments[0], arguments, environment);
  }
  const char *reason = std::strerror(errno);
  [[maybe_unused]] const auto ignored = write(STDERR_FILENO, reason, std::strlen(reason));
  _exit(127);
}

std::vector<gid_t> groups_of(const std::optional<Account> &account) {
  if (!account)
    return {};
  int count = 64;
  std::vector<gid_t> groups(static_cast<std::size_t>(count));
  getgrouplist(account->name.c_str(), account->gid, groups.data(), &count);
  groups.resize(static_cast<std::size_t>(std::max(count, 0)));
  return groups;
}

/// Reads until the program has closed both; Ctrl-C is passed on to it once.
void collect(Pipe &out, Pipe &err, pid_t child, Finished &finished) {
  std::array<pollfd, 2> open{pollfd{out.ends[0], POLLIN, 0}, pollfd{err.ends[0], POLLIN, 0}};
  std::array<std::string *, 2> texts{&finished.out, &finished.err};
  std::array<char, 4096> buffer{};
  bool told = false;
  for (int left = 2; left > 0;) {
    if (interrupted() && !std::exchange(told, true))
      kill(child, SIGTERM);
    if (poll(open.data(), open.size(), 200) < 0 && errno != EINTR)
      break;
    for (std::size_t i = 0; i < open.size(); ++i) {
      if (open.at(i).fd < 0 || open.at(i).revents == 0)
        continue;
      const auto got = read(open.at(i).fd, buffer.data(), buffer.size());
      if (got > 0) {
        texts.at(i)->append(buffer.data(), static_cast<std::size_t>(got));
      } else if (got == 0 || errno != EINTR) {
        open.at(i).fd = -1;
        --left;
      }
    }
  }
}

Account account_of(const passwd &entry) {
  return {entry.pw_name, entry.pw_uid, entry.pw_gid};
}

} // namespace

std::vector<char *> exec_pointers(const std::vector<std::string> &texts) {
  std::vector<char *> all;
  all.reserve(texts.size() + 1);
  for (const std::string &text : texts)
    all.push_back(const_cast<char *>(text.c_str())); // exec promises not to write there
  all.push_back(nullptr);
  return all;
}

Account own_account() {
  const passwd *entry = getpwuid(geteuid());
  if (entry == nullptr)
    throw Error(fmt::format("user {} has no name on this machine: run as a user known to it.", geteuid()));
  return account_of(*entry);
}

std::optional<Account> find_account(const std::string &name) {
  const passwd *entry = getpwnam(name.c_str());
  return entry == nullptr ? std::nullopt : std::optional(account_of(*entry));
}

Finished run(const Call &call) {
  auto environment = call.environment;
  for (char **entry = environ; *entry != nullptr; ++entry)
    if (!call.without_pg_environment || !std::string_view(*entry).starts_with("PG"))
      environment.emplace_back(*entry);
  const auto argument_pointers = exec_pointers(call.arguments);
  const auto environment_pointers = exec_pointers(environment);
  const auto groups = groups_of(call.account);
  Pipe out;
  Pipe err;
  const pid_t child = fork();
  if (child < 0)
    throw Error(fmt::format("cannot start {}: {}.", call.arguments.front(), std::strerror(errno)));
  if (child == 0)
    become(argument_pointers.data(), environment_pointers.data(), call.account, groups, out.ends[1],
           err.ends[1]);
  out.shut(1);
  err.shut(1);
  Finished finished;
  collect(out, err, child, finished);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  finished.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return finished;
}

std::string run_or_throw(const Call &call, const std::string &doing) {
  Finished finished = run(call);
  stop_if_interrupted();
  if (finished.status != 0)
    throw Error(fmt::format("{} failed: {}", doing, finished.err.empty() ? finished.out : finished.err));
  return std::move(finished.out);
}

} // namespace cortege::cli
