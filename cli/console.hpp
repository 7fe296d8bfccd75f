#pragma once

#include "engine/progress.hpp"

#include <nlohmann/json.hpp>

#include <iosfwd>
#include <stdexcept>
#include <string>
#include <string_view>

namespace cortege::cli {

/// The work failed: exit code 1. One sentence: what is wrong and what to do.
class Error : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// The command line makes no sense: exit code 2.
class UsageError : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// How a command speaks to the person or the program that started it.
class Console {
public:
  Console(std::ostream &out, std::ostream &err, bool terminal);

  /// What the command has to say: `text` for a person, or the one object when --json was given.
  void result(const nlohmann::json &object, std::string_view text);
  /// A note beside the result, on stderr and only on a terminal: a successful run leaves stderr empty.
  void note(std::string_view text);
  /// A bar on a terminal, nothing elsewhere. Stops the work once Ctrl-C was pressed.
  engine::Progress progress(std::string title);

  bool json = false;

private:
  std::ostream &out_;
  std::ostream &err_;
  bool terminal_;
};

/// From now on Ctrl-C and SIGTERM are remembered instead of killing; a second one kills.
void watch_interruption();
bool interrupted();
/// Throws engine::Cancelled once Ctrl-C was pressed. Long loops call it.
void stop_if_interrupted();

} // namespace cortege::cli
