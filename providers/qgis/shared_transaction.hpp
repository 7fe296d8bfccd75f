#pragma once

#include "providers/pg/connection.hpp"

#include <memory>
#include <mutex>

namespace cortege::qgis {

/// The one connection of a QGIS transaction group, used by its layers and their iterators in turn.
class SharedTransaction {
public:
  explicit SharedTransaction(std::unique_ptr<pg::Connection> connection)
      : connection_(std::move(connection)) {}

  class Hold {
  public:
    explicit Hold(SharedTransaction &shared) : lock_(shared.mutex_), connection_(*shared.connection_) {}
    pg::Connection &operator*() const { return connection_; }
    pg::Connection *operator->() const { return &connection_; }

  private:
    std::unique_lock<std::recursive_mutex> lock_;
    pg::Connection &connection_;
  };
  Hold hold() { return Hold(*this); }

private:
  std::recursive_mutex mutex_;
  std::unique_ptr<pg::Connection> connection_;
};

} // namespace cortege::qgis
