#pragma once

#include "cli/console.hpp"

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cortege::cli {

/// One verb of the command line: one source pair, one test file, one line in commands.cpp.
class Command {
public:
  Command() = default;
  Command(const Command &) = delete;
  Command &operator=(const Command &) = delete;
  virtual ~Command() = default;

  /// Adds options and examples to `app`, bound to members of this object. Opens nothing and reads no
  /// environment, so that parsing can be tested alone.
  virtual void declare(CLI::App &app) = 0;
  /// Does the work. Throws Error, UsageError or any std::exception with a sentence for the person.
  virtual void run(Console &console) = 0;
};

/// Examples shown at the end of --help, one command per line.
void examples(CLI::App &app, std::initializer_list<std::string_view> lines);

/// The whole command line: registered commands, parsing, and the door where errors become exit codes.
class Program {
public:
  Program(std::string name, const std::string &version);

  /// A heading for commands of two words, such as `db start`.
  void group(const std::string &name, const std::string &description);
  /// Registers a command under its words: add<DbStart>("db start", "…").
  template <typename T>
  void add(std::string_view words, const std::string &description) {
    add(words, description, std::make_unique<T>());
  }
  void add(std::string_view words, const std::string &description, std::unique_ptr<Command> command);

  /// Arguments without the program's name. The chosen command, declared and filled but not run.
  /// Throws CLI::ParseError (help and version included).
  Command &parse(std::vector<std::string> arguments);
  /// Parses and runs. 0 done, 1 failed, 2 wrong usage; never throws.
  int execute(std::vector<std::string> arguments, std::ostream &out, std::ostream &err, bool terminal);

private:
  int usage(const CLI::ParseError &error, std::ostream &out, std::ostream &err) const;

  CLI::App app_;
  std::vector<std::unique_ptr<Command>> commands_;
  Command *chosen_ = nullptr;
  bool json_ = false;
};

/// Every command of `cortege`.
void register_commands(Program &program);

} // namespace cortege::cli
