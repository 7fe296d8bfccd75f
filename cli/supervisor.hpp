#pragma once

#include "cli/process.hpp"

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace cortege::cli {

/// A Unix socket that listens, readable by its owner alone; several programs may accept on it. Gone with this
/// object.
class ListeningSocket {
public:
  /// Throws Error when the path cannot be used.
  ListeningSocket(std::filesystem::path path, const Account &owner);
  ~ListeningSocket();
  ListeningSocket(const ListeningSocket &) = delete;
  ListeningSocket &operator=(const ListeningSocket &) = delete;
  int descriptor() const { return file_; }

private:
  std::filesystem::path path_;
  int file_;
};

/// A program that must always run.
struct Kept {
  std::vector<std::string> arguments;
  std::vector<std::string> environment; ///< the whole of it
  Account account;
  int input = -1; ///< its standard input: a listening socket, or -1 for nothing
  std::filesystem::path log;
};

/// Runs programs and starts again those that end, waiting longer when they end at once.
class Supervisor {
public:
  explicit Supervisor(std::vector<Kept> programs);
  ~Supervisor(); ///< ends them all
  Supervisor(const Supervisor &) = delete;
  Supervisor &operator=(const Supervisor &) = delete;

  /// Looks once: starts what should run and does not. Throws Error when a program could not be kept running
  /// for its first seconds, with its log.
  void round();
  /// Sends a signal to one of the programs, if it runs.
  void signal(std::size_t index, int number) const;

private:
  using Clock = std::chrono::steady_clock;
  struct Running {
    pid_t process = 0;
    Clock::time_point since;
    Clock::time_point not_before;
    int quick_ends = 0;
  };
  void start(std::size_t index);
  void ended(std::size_t index);
  void stop();

  std::vector<Kept> programs_;
  std::vector<Running> running_;
};

} // namespace cortege::cli
