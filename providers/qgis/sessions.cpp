#include "providers/qgis/sessions.hpp"

#include "providers/qgis/text.hpp"

#include <QCoreApplication>
#include <QMutex>
#include <QThread>
#include <qgscredentials.h>
#include <qgsdatasourceuri.h>

namespace cortege::qgis {
namespace {

// Plans for reading everything, not the first rows; values in the forms the decoder expects.
constexpr const char *session_options = "-c cursor_tuple_fraction=1 -c jit=off -c datestyle=ISO -c "
                                        "intervalstyle=postgres -c extra_float_digits=1 "
                                        "-c bytea_output=hex -c standard_conforming_strings=on";

constexpr std::chrono::seconds refusal_remembered(30), expansion_remembered(300);

pg::Pool &pool() {
  static pg::Pool the_pool;
  return the_pool;
}

// A refused password is not tried again by every layer of the project: accounts lock after a few failures.
class Refusals {
public:
  void check(const std::string &key) {
    const QMutexLocker lock(&mutex_);
    const auto found = refused_.find(key);
    if (found == refused_.end())
      return;
    if (pg::Pool::Clock::now() - found->second.at < refusal_remembered)
      throw found->second.error;
    refused_.erase(found);
  }
  void remember(const std::string &key, const pg::Error &error) {
    const QMutexLocker lock(&mutex_);
    refused_.insert_or_assign(key, Refusal{error, pg::Pool::Clock::now()});
  }

private:
  struct Refusal {
    pg::Error error;
    pg::Pool::Clock::time_point at;
  };
  QMutex mutex_;
  std::map<std::string, Refusal> refused_;
};

Refusals &refusals() {
  static Refusals the_refusals;
  return the_refusals;
}

// What authentication configurations expand to. QGIS writes the authorities it trusts, and a certificate,
// into new files at each expansion: unremembered, no two accesses of a person would share a connection.
class Expansions {
public:
  std::string of(const QgsDataSourceUri &uri, const std::string &name) {
    const auto now = pg::Pool::Clock::now();
    {
      const QMutexLocker lock(&mutex_);
      const auto found = known_.find(name);
      if (found != known_.end() && now - found->second.at < expansion_remembered)
        return found->second.text;
    }
    // Without the lock: QGIS may have to ask for its master password, in the interface's thread.
    std::string text = connection_text(uri, true).toStdString();
    const QMutexLocker lock(&mutex_);
    known_.insert_or_assign(name, Expansion{text, now});
    return text;
  }
  /// It was refused: the configuration may have been changed since.
  void forget(const std::string &name) {
    const QMutexLocker lock(&mutex_);
    known_.erase(name);
  }

private:
  struct Expansion {
    std::string text;
    pg::Pool::Clock::time_point at;
  };
  QMutex mutex_;
  std::map<std::string, Expansion> known_;
};

Expansions &expansions() {
  static Expansions the_expansions;
  return the_expansions;
}

// A map server ends its requests itself, and its environment may not be read by a thread beside.
pg::Stop stop_of(const Access &access, const pg::Stop &stop) {
  if (access.identity.server)
    return {};
  return [stop] { return (stop && stop()) || QThread::currentThread()->isInterruptionRequested(); };
}

pg::ConnectOptions options_for(const Access &access, const pg::Stop &stop) {
  pg::ConnectOptions options;
  options.stop = stop_of(access, stop);
  options.application_name = application_of(access);
  if (access.conninfo.find("options=") == std::string::npos)
    options.keywords.emplace_back("options", session_options);
  if (access.identity.server)
    options.person = access.identity.person.toStdString();
  return options;
}

bool may_ask(const Access &access) {
  return !access.identity.server && QCoreApplication::instance() != nullptr
         && QgsCredentials::instance() != nullptr;
}

std::unique_ptr<pg::Connection> ask_and_open(const Access &access, pg::ConnectOptions options,
                                             const pg::Error &refusal) {
  const QgsDataSourceUri uri(QString::fromStdString(access.conninfo));
  QString user = uri.username();
  QString password;
  const QString realm = QgsDataSourceUri::removePassword(QString::fromStdString(access.conninfo));
  if (!QgsCredentials::instance()->get(realm, user, password, from_utf8(refusal.what())))
    throw refusal;
  options.keywords.emplace_back("user", user.toStdString());
  options.keywords.emplace_back("password", password.toStdString());
  auto connection = std::make_unique<pg::Connection>(access.conninfo, options);
  QgsCredentials::instance()->put(realm, user, password);
  return connection;
}

} // namespace

std::string Access::key() const {
  return (identity.server ? "server\n" + identity.person.toStdString() : std::string("desktop")) + "\n"
         + (name.empty() ? conninfo : name + "\n" + secret);
}

std::string application_of(const Access &access) {
  return access.identity.server ? "QGIS Server cortege" : "QGIS cortege";
}

QString connection_text(const QgsDataSourceUri &uri, bool expand) {
  QString text;
  for (const char *keyword : certificate_words) {
    QString value = uri.param(QLatin1String(keyword));
    if (value.isEmpty())
      continue;
    value.replace('\\', QLatin1String("\\\\")).replace('\'', QLatin1String("\\'"));
    text += QStringLiteral("%1='%2' ").arg(QLatin1String(keyword), value);
  }
  return text + uri.connectionInfo(expand); // of two equal words libpq takes the last
}

Access access_of(const QgsDataSourceUri &uri) {
  if (uri.authConfigId().isEmpty())
    return {connection_text(uri, true).toStdString(), current_identity(), {}, {}};
  const std::string name = connection_text(uri, false).toStdString();
  const std::string expanded = expansions().of(uri, name);
  const QgsDataSourceUri whole(QString::fromStdString(expanded));
  return {expanded, current_identity(), name, (whole.username() + '\n' + whole.password()).toStdString()};
}

std::unique_ptr<pg::Connection> open_session(const Access &access, const pg::Stop &stop) {
  if (!access.identity.known())
    throw pg::Error(tr("The request names no person: it is refused. The web server must pass CORTEGE_USER."));
  refusals().check(access.key());
  const pg::ConnectOptions options = options_for(access, stop);
  const auto heeding = [&options](std::unique_ptr<pg::Connection> connection) {
    connection->heed(options.stop);
    return connection;
  };
  try {
    return heeding(std::make_unique<pg::Connection>(access.conninfo, options));
  } catch (const pg::Error &refusal) {
    expansions().forget(access.name);
    if (!refusal.password_refused())
      throw;
    try {
      if (!may_ask(access))
        throw;
      return heeding(ask_and_open(access, options, refusal));
    } catch (const pg::Error &last) {
      refusals().remember(access.key(), last);
      throw;
    }
  }
}

pg::Pool::Lease take_session(const Access &access, const pg::Stop &stop) {
  auto session =
      pool().take(access.key(), [&](const std::string &) { return std::move(*open_session(access, stop)); });
  session->heed(stop_of(access, stop));
  return session;
}

void close_sessions(const Access &access) {
  pool().close(access.key());
}
void close_all_sessions() {
  pool().close_all();
}

} // namespace cortege::qgis
