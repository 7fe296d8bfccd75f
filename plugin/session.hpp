#pragma once

#include "plugin/connection_settings.hpp"
#include "plugin/person.hpp"
#include "plugin/worker.hpp"

#include <QObject>

namespace cortege::plugin {

/// The person's way to the database while QGIS runs: one thread for what is typed, one for what is saved and
/// read, one for what is computed, one that listens for colleagues' changes. Lives in the interface thread.
class Session : public QObject {
  Q_OBJECT

public:
  explicit Session(QObject *parent = nullptr);
  ~Session() override;

  void open(const ConnectionSettings &settings);
  void close();
  /// Asks the database again who the person is: a habilitation ends, a convention too, in the middle of a
  /// day.
  void refresh();
  bool connected() const { return person_.has_value(); }
  const ConnectionSettings &settings() const { return settings_; }
  const std::optional<Person> &person() const { return person_; }

  /// Searches and routes: only the latest matters. Null when closed.
  Worker *quick() { return quick_.get(); }
  /// Reading and saving, in order. Null when closed.
  Worker *steady() { return steady_.get(); }

  /// What surrounds an event: may be slow, must hold up neither typing nor saving. Null when closed.
  Worker *side() { return side_.get(); }

  /// A connection for these settings: bounded waits, the plugin's name. Throws pg::Error.
  static Worker::Open opener(const QString &conninfo);
  static Person ask_person(Line &line);
  /// One more connection, for a thread of QGIS's own. Throws pg::Error. Callable from any thread once opened.
  pg::Connection connection(const std::atomic<bool> &stop) const;
  /// Why the server does not answer, in words; empty when it does. As connection().
  QString silence(const std::atomic<bool> &stop) const;

signals:
  void opened();
  /// What the person may do, or the convention, is no longer what it was; or a lost server is back.
  void changed();
  void refused(const QString &why);
  void closed();
  /// A colleague, or this person, changed events.
  void eventsChanged();
  /// A part of the plugin wrote a file from what the platform holds.
  void fileWritten(const QString &what, qint64 rows, const QString &file);

private:
  static Person person_on(Line &line);
  void listen();

  ConnectionSettings settings_;
  std::atomic<std::shared_ptr<const QString>> conninfo_; ///< replaced, never changed: other threads read it
  std::optional<Person> person_;
  int heard_ = 0;       ///< seconds listened since the person was last asked for
  QString refusal_;     ///< why the server answered nothing last; empty when it did
  bool asking_ = false; ///< who the person is, right now
  std::unique_ptr<Worker> quick_, steady_, side_, ear_;
};

} // namespace cortege::plugin
