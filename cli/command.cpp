#include "cli/command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace cortege::cli {

namespace {

/// Errors are one line each; libraries below us (libpq, GDAL) like several.
std::string one_line(std::string text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())))
    text.pop_back();
  std::string line;
  for (const char c : text) {
    const char shown = c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
    if (shown != ' ' || line.empty() || line.back() != ' ')
      line += shown;
  }
  return line;
}

} // namespace

void examples(CLI::App &app, std::initializer_list<std::string_view> lines) {
  std::string text = "Examples:";
  for (const std::string_view line : lines)
    text += fmt::format("\n  {}", line);
  app.footer(text);
}

Program::Program(std::string name, const std::string &version)
    : app_("Planning public space: events, habilitations, tension zones.", std::move(name)) {
  app_.require_subcommand(1);
  app_.set_version_flag("--version", version);
}

void Program::group(const std::string &name, const std::string &description) {
  app_.add_subcommand(name, description)->require_subcommand(1);
}

void Program::add(std::string_view words, const std::string &description, std::unique_ptr<Command> command) {
  const auto space = words.find(' ');
  CLI::App *parent =
      space == std::string_view::npos ? &app_ : app_.get_subcommand(std::string(words.substr(0, space)));
  const auto leaf = space == std::string_view::npos ? words : words.substr(space + 1);
  CLI::App *app = parent->add_subcommand(std::string(leaf), description);
  app->add_flag("--json", json_, "Print one JSON object instead of text");
  Command *raw = command.get();
  raw->declare(*app);
  app->callback([this, raw] { chosen_ = raw; });
  commands_.push_back(std::move(command));
}

Command &Program::parse(std::vector<std::string> arguments) {
  std::reverse(arguments.begin(), arguments.end()); // CLI11 takes them from the back
  chosen_ = nullptr;
  app_.parse(std::move(arguments));
  return *chosen_;
}

int Program::usage(const CLI::ParseError &error, std::ostream &out, std::ostream &err) const {
  if (error.get_exit_code() == 0) // --help, --version
    return app_.exit(error, out, err);
  const CLI::App *app = &app_;
  std::string words = app->get_name();
  while (!app->get_subcommands().empty()) {
    app = app->get_subcommands().front();
    words += ' ' + app->get_name();
  }
  err << fmt::format("{}: {} (see {} --help)\n", app_.get_name(), one_line(error.what()), words);
  return 2;
}

int Program::execute(std::vector<std::string> arguments, std::ostream &out, std::ostream &err,
                     bool terminal) {
  const auto failed = [&](const char *what, int code) {
    err << fmt::format("{}: {}\n", app_.get_name(), one_line(what));
    return code;
  };
  try {
    Command &command = parse(std::move(arguments));
    Console console(out, err, terminal);
    console.json = json_;
    command.run(console);
    return 0;
  } catch (const CLI::ParseError &error) {
    return usage(error, out, err);
  } catch (const UsageError &error) {
    return failed(error.what(), 2);
  } catch (const engine::Cancelled &) {
    return failed("interrupted: nothing was written.", 1);
  } catch (const std::bad_alloc &) {
    return failed("not enough memory: ask for less at a time.", 1);
  } catch (const std::exception &error) {
    return failed(error.what(), 1);
  }
}

} // namespace cortege::cli
