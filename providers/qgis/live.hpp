#pragma once

#include "providers/qgis/sessions.hpp"

#include <QObject>
#include <QSet>
#include <QThread>

#include <atomic>
#include <memory>

namespace cortege::qgis {

class Provider;

/// Listens on the database's channel `cortege`, on a connection of the person's own. One per access, shared
/// by layers. It sleeps on the socket; a lost connection is opened again, with a message.
class Listener : public QThread {
  Q_OBJECT

public:
  static std::shared_ptr<Listener> of(const Access &access);
  ~Listener() override;

signals:
  /// Something was saved in this table, named as schema.table; empty after a time without connection:
  /// anything may have.
  void saved(const QString &table);

private:
  explicit Listener(Access access);
  void run() override;
  void listen();

  const Access access_;
  std::atomic<bool> stop_{false};
  bool was_lost_ = false;
};

/// Refreshes a layer when a colleague saved in its table, or in a table its view reads. Edits in progress
/// stay.
class LiveLink : public QObject {
  Q_OBJECT

public:
  explicit LiveLink(Provider &provider);

private:
  void start();
  void learnTables(const Access &access, Oid oid);
  void refresh(const QString &table);

  Provider &provider_;
  std::shared_ptr<Listener> listener_;
  QSet<QString> tables_;
};

} // namespace cortege::qgis
