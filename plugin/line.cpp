#include "plugin/line.hpp"

#include "providers/pg/quote.hpp"

#include <chrono>
#include <optional>

namespace cortege::plugin {

namespace {
constexpr std::chrono::milliseconds between_looks(100);
}

pg::Result Line::ask(const std::string &sql, const pg::Parameters &parameters) {
  usable_ = false;
  connection_.send(sql, parameters, pg::Format::text);
  std::optional<pg::Result> answer;
  std::optional<pg::Error> refusal;
  // A command has one result; what libpq keeps after an error must be drained before the next command.
  for (bool more = true; more;) {
    try {
      while (!connection_.ready_within(between_looks))
        if (stop_)
          throw Abandoned();
      auto result = connection_.receive();
      more = result.has_value();
      if (more)
        answer.emplace(std::move(*result));
    } catch (const pg::Error &error) {
      refusal = error;
      more = !error.connection_lost();
    }
  }
  usable_ = !refusal || !refusal->connection_lost();
  if (refusal)
    throw *refusal;
  return std::move(*answer);
}

void Line::transact(const std::function<void()> &work) {
  ask("BEGIN");
  try {
    work();
    ask("COMMIT");
  } catch (...) {
    if (usable_ && connection_.in_transaction())
      ask("ROLLBACK");
    throw;
  }
}

bool Line::hear(const std::string &channel, std::chrono::milliseconds patience) {
  ask("LISTEN " + pg::quote(channel));
  for (auto waited = between_looks; waited <= patience && !stop_; waited += between_looks)
    if (!connection_.notifications(between_looks).empty())
      return true;
  return false;
}

} // namespace cortege::plugin
