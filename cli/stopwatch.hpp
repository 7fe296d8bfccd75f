#pragma once

#include <chrono>
#include <utility>

namespace cortege::cli {

/// For what a command says of its time: {"seconds": {"read": …, "compute": …, "write": …}}.
class Stopwatch {
public:
  /// Seconds since the last lap, or since it was started.
  double lap() {
    const auto now = std::chrono::steady_clock::now();
    return std::chrono::duration<double>(now - std::exchange(last_, now)).count();
  }

private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

} // namespace cortege::cli
