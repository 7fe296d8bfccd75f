#pragma once

#include <chrono>

namespace cortege::engine {

/// An instant in UTC. Time zones are the caller's business: they end before the engine begins.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;
using Seconds = std::chrono::duration<double>;

/// Half-open [from, to). `from <= to`; equal bounds are an instant.
struct Window {
  Instant from;
  Instant to;
  bool operator==(const Window &) const = default;
};

} // namespace cortege::engine
