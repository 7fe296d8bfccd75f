#pragma once

#include "providers/pg/connection.hpp"
#include "providers/qgis/source.hpp"

#include <QStringList>

#include <memory>
#include <mutex>
#include <vector>

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

  /// Layers of the transaction, told when it goes back to a savepoint.
  void join(const std::shared_ptr<LayerState> &layer) { layers_.push_back(layer); }
  /// How many savepoints stand.
  std::size_t depth() const { return savepoints_.size(); }
  void savepoint_set(const QString &name) { savepoints_ << name; }
  void savepoint_restored(const QString &name);

private:
  std::recursive_mutex mutex_;
  std::unique_ptr<pg::Connection> connection_;
  QStringList savepoints_;
  std::vector<std::weak_ptr<LayerState>> layers_;
};

} // namespace cortege::qgis
