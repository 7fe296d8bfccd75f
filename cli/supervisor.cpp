#include "cli/supervisor.hpp"

#include "cli/console.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <grp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <thread>

namespace cortege::cli {

namespace {

using namespace std::chrono_literals;

constexpr int waiting_requests = 256;

/// In the child: becomes the program or ends. Our own process has one thread, so any call is allowed here.
[[noreturn]] void become(const Kept &program) {
  setpgid(0, 0); // Ctrl-C is for us; we end the others in order
  const int log = open(program.log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0640);
  const int input = program.input >= 0 ? program.input : open("/dev/null", O_RDONLY | O_CLOEXEC);
  dup2(input, STDIN_FILENO);
  dup2(log, STDOUT_FILENO);
  dup2(log, STDERR_FILENO);
  close_range(STDERR_FILENO + 1, ~0U, 0);
  const bool dropped = program.account.uid == geteuid()
                       || (initgroups(program.account.name.c_str(), program.account.gid) == 0
                           && setgid(program.account.gid) == 0 && setuid(program.account.uid) == 0);
  prctl(PR_SET_PDEATHSIG, SIGTERM); // nothing outlives us, however we end
  if (dropped && chdir("/") == 0)
    execve(program.arguments.front().c_str(), exec_pointers(program.arguments).data(),
           exec_pointers(program.environment).data());
  _exit(127);
}

} // namespace

ListeningSocket::ListeningSocket(std::filesystem::path path, const Account &owner)
    : path_(std::move(path)), file_(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strncpy(address.sun_path, path_.c_str(), sizeof address.sun_path - 1);
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
  const mode_t before = umask(0177);
  const bool bound = bind(file_, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
  umask(before);
  if (!bound || listen(file_, waiting_requests) != 0
      || (geteuid() == 0 && chown(path_.c_str(), owner.uid, owner.gid) != 0))
    throw Error(fmt::format("cannot use {}: {}.", path_.string(), std::strerror(errno)));
}

ListeningSocket::~ListeningSocket() {
  close(file_);
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

Supervisor::Supervisor(std::vector<Kept> programs)
    : programs_(std::move(programs)), running_(programs_.size()) {}

Supervisor::~Supervisor() {
  stop();
}

void Supervisor::start(std::size_t index) {
  const pid_t child = fork();
  if (child < 0)
    throw Error(
        fmt::format("cannot start {}: {}.", programs_[index].arguments.front(), std::strerror(errno)));
  if (child == 0)
    become(programs_[index]);
  running_[index].process = child;
  running_[index].since = Clock::now();
}

void Supervisor::ended(std::size_t index) {
  Running &program = running_[index];
  program.process = 0;
  const bool quick = Clock::now() - program.since < 5s;
  program.quick_ends = quick ? program.quick_ends + 1 : 0;
  if (program.quick_ends >= 10)
    throw Error(fmt::format("{} ends as soon as it starts: see {}.", programs_[index].arguments.front(),
                            programs_[index].log.string()));
  // One that was killed once comes back at once.
  program.not_before = Clock::now() + (program.quick_ends > 3 ? 1s : 0s);
}

void Supervisor::round() {
  for (std::size_t i = 0; i < running_.size(); ++i) {
    int status = 0;
    if (running_[i].process != 0 && waitpid(running_[i].process, &status, WNOHANG) == running_[i].process)
      ended(i);
    if (running_[i].process == 0 && Clock::now() >= running_[i].not_before)
      start(i);
  }
}

void Supervisor::signal(std::size_t index, int number) const {
  if (running_[index].process != 0)
    kill(running_[index].process, number);
}

/// First those that let requests in, last those that answer.
void Supervisor::stop() {
  for (std::size_t i = running_.size(); i-- > 0;) {
    if (running_[i].process == 0)
      continue;
    kill(running_[i].process, SIGTERM);
    int status = 0;
    for (int attempt = 0; waitpid(running_[i].process, &status, WNOHANG) == 0; ++attempt) {
      if (attempt == 60)
        kill(running_[i].process, SIGKILL);
      std::this_thread::sleep_for(50ms);
    }
    running_[i].process = 0;
  }
}

} // namespace cortege::cli
