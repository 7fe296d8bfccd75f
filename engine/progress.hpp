#pragma once

#include "engine/error.hpp"

#include <functional>

namespace cortege::engine {

/// Called from the calling thread or a worker, at least every 50 ms of work, with the share done in [0, 1].
/// Returning false stops the work: the verb throws Cancelled. An empty function means "never stop".
using Progress = std::function<bool(double share)>;

inline void report(const Progress &progress, double share) {
  if (progress && !progress(share))
    throw Cancelled();
}

} // namespace cortege::engine
