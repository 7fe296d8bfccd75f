#pragma once

#include "providers/pg/connection.hpp"

#include <QString>

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

namespace cortege::plugin {

/// The person turned to something else, or the plugin is closing: the answer interests nobody.
class Abandoned : public std::runtime_error {
public:
  Abandoned() : std::runtime_error("abandoned") {}
};

/// A connection that never waits longer than the person wants: every wait looks at a stop flag ten times a
/// second.
class Line {
public:
  Line(pg::Connection connection, const std::atomic<bool> &stop)
      : connection_(std::move(connection)), stop_(stop) {}

  /// Runs one command. Throws pg::Error when refused, Abandoned when stopped; the line is then unfit for
  /// more.
  pg::Result ask(const std::string &sql, const pg::Parameters &parameters = {});
  /// All or nothing: commits when `work` returns, rolls back when it throws.
  void transact(const std::function<void()> &work);
  /// Whether somebody announced something on a channel within this time; false when stopped.
  bool hear(const std::string &channel, std::chrono::milliseconds patience);
  bool usable() const { return usable_ && connection_.idle(); }
  pg::Connection &connection() { return connection_; }

private:
  pg::Connection connection_;
  const std::atomic<bool> &stop_;
  bool usable_ = true;
};

/// A text of a result; empty for NULL.
inline QString text_of(const pg::Result &result, int row, int column) {
  return QString::fromStdString(result.get<std::optional<std::string>>(row, column).value_or(std::string()));
}

} // namespace cortege::plugin
