#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

namespace cortege::gate {

/// Slows those who guess: after some failures a name must wait, twice as long after each further one. A name
/// is a login or an address. Thread-safe.
class Attempts {
public:
  using Clock = std::chrono::steady_clock;

  /// Failures that cost nothing, and the longest wait.
  Attempts(int free, std::chrono::seconds longest) : free_(free), longest_(longest) {}

  /// How long this name must still wait; zero: it may try.
  std::chrono::seconds wait(const std::string &name, Clock::time_point now = Clock::now());
  void failed(const std::string &name, Clock::time_point now = Clock::now());
  void succeeded(const std::string &name);

private:
  struct Record {
    int failures = 0;
    Clock::time_point until, last;
  };
  void forget_old(Clock::time_point now);

  const int free_;
  const std::chrono::seconds longest_;
  std::mutex mutex_;
  std::map<std::string, Record> records_;
};

} // namespace cortege::gate
