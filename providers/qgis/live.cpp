#include "providers/qgis/live.hpp"

#include "providers/pg/patience.hpp"
#include "providers/qgis/provider.hpp"
#include "providers/qgis/text.hpp"

#include <qgsmessagelog.h>
#include <qgsvectorlayer.h>

#include <map>
#include <mutex>

namespace cortege::qgis {
namespace {

constexpr std::chrono::milliseconds wake_up(200); // how long the end of the program may wait for the thread
constexpr int pauses_between_attempts = 10;

// The tables behind a view, and the table itself.
constexpr const char *tables_behind = R"(
WITH RECURSIVE behind(oid) AS (
  SELECT $1::oid
  UNION
  SELECT d.refobjid FROM behind b JOIN pg_rewrite r ON r.ev_class = b.oid
  JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass)
SELECT n.nspname || '.' || c.relname FROM behind b JOIN pg_class c ON c.oid = b.oid
JOIN pg_namespace n ON n.oid = c.relnamespace)";

void tell(const char *english, Qgis::MessageLevel level) {
  QgsMessageLog::logMessage(sentence(english), QStringLiteral("Cortège"), level);
}

QSet<QString> tables_of(const Access &access, Oid oid) {
  QSet<QString> tables;
  try {
    const auto session = take_session(access);
    const auto rows = pg::within(opening_limit, *session, [&] { return session->exec(tables_behind, oid); });
    for (const auto row : rows)
      tables << from_utf8(row.get<std::string_view>(0));
  } catch (const pg::Error &error) {
    QgsMessageLog::logMessage(from_utf8(error.full()), QStringLiteral("Cortège"),
                              Qgis::MessageLevel::Warning);
  }
  return tables;
}

} // namespace

std::shared_ptr<Listener> Listener::of(const Access &access) {
  static std::mutex mutex;
  static std::map<std::string, std::weak_ptr<Listener>> listeners;
  const std::lock_guard lock(mutex);
  auto &known = listeners[access.key()];
  auto listener = known.lock();
  if (!listener) {
    listener.reset(new Listener(access));
    listener->start();
    known = listener;
  }
  return listener;
}

Listener::Listener(Access access) : access_(std::move(access)) {
  setObjectName(QStringLiteral("cortege listener"));
}

Listener::~Listener() {
  stop_ = true;
  wait();
}

void Listener::run() {
  while (!stop_) {
    try {
      listen();
    } catch (const pg::Error &) {
      if (!std::exchange(was_lost_, true))
        tell("The connection to the database was lost: the map is no longer refreshed by itself. Trying "
             "again.",
             Qgis::MessageLevel::Warning);
    }
    for (int i = 0; i < pauses_between_attempts && !stop_; ++i)
      msleep(static_cast<unsigned long>(wake_up.count()));
  }
}

void Listener::listen() {
  const auto connection = open_session(access_, [this] { return stop_.load(); });
  pg::within(opening_limit, *connection, [&] { connection->listen("cortege"); });
  if (std::exchange(was_lost_, false)) {
    tell("The connection to the database is back.", Qgis::MessageLevel::Success);
    emit saved(QString());
  }
  while (!stop_)
    for (const pg::Notification &notification : connection->notifications(wake_up))
      emit saved(from_utf8(notification.payload));
}

LiveLink::LiveLink(Provider &provider) : QObject(&provider), provider_(provider) {
  // In the event loop: a script without one has no map to refresh and needs no listener. A provider made in a
  // thread and moved to the interface's takes this with it.
  QMetaObject::invokeMethod(
      this, [this] { start(); }, Qt::QueuedConnection);
}

void LiveLink::start() {
  const Access access = provider_.access();
  if (const auto relation = provider_.relation(); relation->oid != 0)
    learnTables(access, relation->oid);
  listener_ = Listener::of(access);
  connect(listener_.get(), &Listener::saved, this, &LiveLink::refresh, Qt::QueuedConnection);
}

// In a thread: this is the interface's, and the server may have stalled since the layer was opened. Until it
// answers, any table's save counts.
void LiveLink::learnTables(const Access &access, Oid oid) {
  const auto tables = std::make_shared<QSet<QString>>();
  QThread *asking = QThread::create([access, oid, tables] { *tables = tables_of(access, oid); });
  connect(asking, &QThread::finished, this, [this, tables] { tables_ = *tables; });
  connect(asking, &QThread::finished, asking, &QObject::deleteLater);
  asking->start();
}

void LiveLink::refresh(const QString &table) {
  if (!table.isEmpty() && !tables_.isEmpty() && !tables_.contains(table))
    return;
  provider_.changed_by_us();
  emit provider_.notify(table);
  emit provider_.dataChanged();
  if (auto *layer = qobject_cast<QgsVectorLayer *>(provider_.parent()))
    layer->triggerRepaint();
}

} // namespace cortege::qgis
