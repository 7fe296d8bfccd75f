#pragma once

#include <stdexcept>

namespace cortege::engine {

/// Input the engine cannot honour. The message is one sentence for the person who asked: what is wrong and
/// what to do.
class Error : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// The caller's progress callback asked to stop; nothing was written.
class Cancelled : public std::runtime_error {
public:
  Cancelled() : std::runtime_error("cancelled") {}
};

} // namespace cortege::engine
