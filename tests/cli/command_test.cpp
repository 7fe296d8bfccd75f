#include "cli/command.hpp"

#include <gtest/gtest.h>

#include <sstream>

using namespace cortege::cli;

namespace {

struct Ran {
  int code;
  std::string out, err;
};

/// A program of its own with one command that does what the test says.
class Probe : public Command {
public:
  explicit Probe(std::function<void(Console &, int)> work) : work_(std::move(work)) {}
  void declare(CLI::App &app) override {
    app.add_option("--number", number_, "A number");
    examples(app, {"probe act --number 3"});
  }
  void run(Console &console) override { work_(console, number_); }

private:
  std::function<void(Console &, int)> work_;
  int number_ = 0;
};

Ran run(std::vector<std::string> arguments, std::function<void(Console &, int)> work) {
  Program program("probe", "1.2");
  program.group("two", "Two words");
  program.add("act", "Acts", std::make_unique<Probe>(work));
  program.add("two act", "Acts too", std::make_unique<Probe>(work));
  std::ostringstream out, err;
  const int code = program.execute(std::move(arguments), out, err, false);
  return {code, out.str(), err.str()};
}

const auto nothing = [](Console &, int) {};

} // namespace

TEST(Program, RunsTheCommandItsWordsName) {
  int seen = 0;
  const auto work = [&](Console &console, int number) {
    seen = number;
    console.result({{"n", number}}, "done");
  };
  const Ran ran = run({"two", "act", "--number", "7"}, work);
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(seen, 7);
  EXPECT_EQ(ran.out, "done\n");
  EXPECT_EQ(ran.err, "");
}

TEST(Program, JsonIsOneObjectAndNothingElse) {
  const Ran ran = run({"act", "--json"}, [](Console &console, int) {
    console.note("not for machines");
    console.result({{"n", 1}}, "text");
  });
  EXPECT_EQ(ran.out, "{\"n\":1}\n");
  EXPECT_EQ(ran.err, "");
}

TEST(Program, WrongUsageIsOneLineAndCode2) {
  for (const auto &arguments : std::vector<std::vector<std::string>>{{},
                                                                     {"nonsense"},
                                                                     {"act", "--number", "many"},
                                                                     {"act", "--unknown"},
                                                                     {"two"},
                                                                     {"act", "too", "much"}}) {
    const Ran ran = run(arguments, nothing);
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1) << ran.err;
    EXPECT_NE(ran.err.find("--help"), std::string::npos);
  }
  EXPECT_EQ(run({"act"}, [](Console &, int) { throw UsageError("no such kernel"); }).code, 2);
}

TEST(Program, FailureIsOneLineAndCode1) {
  const Ran ran = run({"act"}, [](Console &, int) { throw Error("first\n  second\n"); });
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(ran.err, "probe: first second\n");
}

TEST(Program, InterruptionSaysThatNothingWasWritten) {
  const Ran ran = run({"act"}, [](Console &, int) { throw cortege::engine::Cancelled(); });
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.err, "probe: interrupted: nothing was written.\n");
}

TEST(Program, HelpAndVersionGoToStdout) {
  const Ran help = run({"act", "--help"}, nothing);
  EXPECT_EQ(help.code, 0);
  EXPECT_NE(help.out.find("Examples:\n  probe act --number 3"), std::string::npos) << help.out;
  EXPECT_EQ(help.err, "");
  EXPECT_EQ(run({"--version"}, nothing).out, "1.2\n");
}

TEST(Program, EveryCommandHasHelpWithExamples) {
  for (const auto &words : std::vector<std::vector<std::string>>{{"db", "start"},
                                                                 {"db", "stop"},
                                                                 {"db", "status"},
                                                                 {"db", "deploy"},
                                                                 {"db", "backup"},
                                                                 {"db", "restore"},
                                                                 {"import", "facts"},
                                                                 {"import", "streets"},
                                                                 {"import", "addresses"},
                                                                 {"import", "areas"},
                                                                 {"import", "places"}}) {
    Program program("cortege", "0");
    register_commands(program);
    std::ostringstream out, err;
    auto arguments = words;
    arguments.emplace_back("--help");
    EXPECT_EQ(program.execute(arguments, out, err, false), 0);
    EXPECT_NE(out.str().find("Examples:\n  cortege " + words[0] + " " + words[1]), std::string::npos)
        << out.str();
  }
}
