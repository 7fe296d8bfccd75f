#include "plugin/session.hpp"

#include "plugin/explain.hpp"
#include "providers/pg/patience.hpp"

#include <QTimer>

#include <cstdlib>
#include <utility>

namespace cortege::plugin {

namespace {
constexpr int seconds_between_questions = 30;
constexpr std::chrono::seconds longest_silence(5);
} // namespace

Session::Session(QObject *parent) : QObject(parent) {}

Session::~Session() = default;

Worker::Open Session::opener(const QString &conninfo) {
  return [conninfo = conninfo.toStdString()](const std::atomic<bool> &stop) {
    pg::ConnectOptions options;
    options.stop = [&stop] { return stop.load(); };
    options.application_name = "cortege-qgis";
    options.timeout = longest_silence;
    options.keywords = {{"tcp_user_timeout", "10000"}, {"keepalives_idle", "30"}};
    return pg::Connection(conninfo, options);
  };
}

// A server that stalls is told of, not waited for.
Person Session::ask_person(Line &line) {
  return pg::within(longest_silence, line.connection(), [&line] { return person_on(line); });
}

Person Session::person_on(Line &line) {
  const pg::Result row =
      line.ask("SELECT m ->> 'login', m ->> 'profil', m ->> 'service', (m ->> 'habilitee')::boolean, "
               "(m ->> 'saisie')::boolean, (m ->> 'plateforme')::boolean, "
               "coalesce(m ->> 'unites', m ->> 'genres', m ->> 'sources') IS NOT NULL, "
               "(m ->> 'convention_en_vigueur')::boolean, e.etat, e.fin, "
               "extract(epoch FROM clock_timestamp()), (SELECT fuseau FROM voirie.territoire) "
               "FROM habilitation.moi() AS m, convention.etat() AS e");
  const auto text = [&row](int column) {
    return QString::fromStdString(row.get<std::optional<std::string>>(0, column).value_or(""));
  };
  return {text(0),
          text(1),
          text(2),
          row.get<bool>(0, 3),
          row.get<bool>(0, 4),
          row.get<bool>(0, 5),
          row.get<bool>(0, 6),
          row.get<bool>(0, 7),
          text(8),
          QDate::fromString(text(9), Qt::ISODate),
          QDateTime::currentSecsSinceEpoch() - qint64(row.get<double>(0, 10)),
          text(11)};
}

void Session::open(const ConnectionSettings &settings) {
  close();
  settings_ = settings;
  conninfo_ = std::make_shared<const QString>(settings.conninfo());
  const auto open = opener(*conninfo_.load());
  quick_ = std::make_unique<Worker>(open);
  steady_ = std::make_unique<Worker>(open);
  side_ = std::make_unique<Worker>(open);
  steady_->run<Person>(
      this, &Session::ask_person,
      [this](const Person &person) {
        person_ = person;
        refusal_.clear();
        asking_ = false;
        heard_ = 0;
        ear_ = std::make_unique<Worker>(opener(*conninfo_.load()));
        listen();
        emit opened();
      },
      [this](const pg::Error &error) {
        const QString why = explain(error);
        close();
        emit refused(why);
      });
}

void Session::refresh() {
  heard_ = 0;
  if (!person_ || std::exchange(asking_, true))
    return;
  steady_->run<Person>(
      this, &Session::ask_person,
      [this](Person person) {
        asking_ = false;
        if (!person_)
          return;
        // Two readings of two clocks differ by what they took.
        constexpr qint64 unsteady = 30;
        if (std::abs(person.clock_ahead - person_->clock_ahead) < unsteady)
          person.clock_ahead = person_->clock_ahead;
        const bool news = person != *person_ || !refusal_.isEmpty();
        refusal_.clear();
        person_ = person;
        if (news)
          emit changed();
      },
      [this](const pg::Error &error) {
        asking_ = false;
        if (person_ && account_closed(error)) { // nothing is theirs any more
          person_->habilitated = person_->enters = person_->platform = false;
          emit changed();
        }
        if (const QString why = explain(error); why != std::exchange(refusal_, why))
          emit refused(why);
      });
}

pg::Connection Session::connection(const std::atomic<bool> &stop) const {
  const auto conninfo = conninfo_.load();
  if (!conninfo)
    throw pg::Error("closed");
  return opener(*conninfo)(stop);
}

QString Session::silence(const std::atomic<bool> &stop) const {
  try {
    Line line(connection(stop), stop);
    pg::within(longest_silence, line.connection(), [&line] { line.ask("SELECT 1"); });
    return {};
  } catch (const pg::Error &error) {
    return explain(error);
  } catch (const Abandoned &) {
    return {};
  }
}

void Session::close() {
  conninfo_ = std::shared_ptr<const QString>();
  ear_.reset();
  quick_.reset();
  side_.reset();
  steady_.reset();
  if (!person_)
    return;
  person_.reset();
  emit closed();
}

// One job hears for a second, then asks for the next: the thread can always be stopped, and a lost server is
// tried again every ten seconds. No announcement tells of a habilitation: it is asked for twice a minute.
void Session::listen() {
  if (!ear_)
    return;
  ear_->run<bool>(
      this, [](Line &line) { return line.hear("cortege", std::chrono::seconds(1)); },
      [this](bool changed) {
        if (changed)
          emit eventsChanged();
        if (++heard_ >= seconds_between_questions || !refusal_.isEmpty())
          refresh();
        listen();
      },
      [this](const pg::Error &) {
        refresh();
        QTimer::singleShot(10000, this, &Session::listen);
      });
}

} // namespace cortege::plugin
