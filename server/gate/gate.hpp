#pragma once

#include "server/gate/answer.hpp"
#include "server/gate/authority.hpp"
#include "server/gate/configuration.hpp"
#include "server/gate/passwords.hpp"
#include "server/gate/request.hpp"

namespace cortege::gate {

/// The door of the published side: who is asking, what exactly, may they. Everything is refused unless all
/// three have an answer. Thread-safe.
class Gate {
public:
  explicit Gate(Configuration configuration);

  /// Never throws: what cannot be answered is refused, without saying what went wrong inside.
  Answer answer(const Request &request);

private:
  Answer judge(const Request &request);

  const Configuration configuration_;
  Passwords passwords_;
  Authority authority_;
};

} // namespace cortege::gate
