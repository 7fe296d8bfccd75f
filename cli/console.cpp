#include "cli/console.hpp"

#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <memory>
#include <ostream>

namespace cortege::cli {

namespace {

std::atomic<bool> stop{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may only touch lock-free atomics");

/// One line redrawn at most ten times a second and wiped at the end, also when the work throws.
class Bar {
public:
  Bar(std::ostream &stream, std::string title) : stream_(stream), title_(std::move(title)) {}
  Bar(const Bar &) = delete;
  Bar &operator=(const Bar &) = delete;
  ~Bar() {
    if (drawn_)
      stream_ << "\r\033[K" << std::flush;
  }

  void show(double share) {
    const auto now = std::chrono::steady_clock::now();
    if (drawn_ && now - last_ < std::chrono::milliseconds(100))
      return;
    constexpr int width = 30;
    const int full = static_cast<int>(share * width);
    stream_ << fmt::format("\r{} [{:#<{}}{:.<{}}] {:3.0f} %", title_, "", full, "", width - full, share * 100)
            << std::flush;
    drawn_ = true;
    last_ = now;
  }

private:
  std::ostream &stream_;
  std::string title_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point last_;
};

} // namespace

Console::Console(std::ostream &out, std::ostream &err, bool terminal)
    : out_(out), err_(err), terminal_(terminal) {}

void Console::result(const nlohmann::json &object, std::string_view text) {
  if (json)
    out_ << object.dump() << '\n' << std::flush;
  else if (!text.empty())
    out_ << text << '\n' << std::flush;
}

void Console::note(std::string_view text) {
  if (terminal_ && !json)
    err_ << text << '\n' << std::flush;
}

engine::Progress Console::progress(std::string title) {
  if (!terminal_ || json)
    return [](double) { return !interrupted(); };
  auto bar = std::make_shared<Bar>(err_, std::move(title));
  return [bar](double share) {
    bar->show(share);
    return !interrupted();
  };
}

void watch_interruption() {
  struct sigaction action = {};
  action.sa_handler = [](int) { stop.store(true); };
  action.sa_flags = static_cast<int>(SA_RESETHAND); // a second Ctrl-C kills
  for (const int signal : {SIGINT, SIGTERM})
    sigaction(signal, &action, nullptr);
}

bool interrupted() {
  return stop.load();
}

void stop_if_interrupted() {
  if (interrupted())
    throw engine::Cancelled();
}

} // namespace cortege::cli
