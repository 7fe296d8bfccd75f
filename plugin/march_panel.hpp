#pragma once

#include "engine/march/march.hpp"
#include "plugin/event.hpp"
#include "plugin/gazetteer.hpp"

#include <QWidget>

class QLabel;

namespace cortege::plugin {

class MarchAssumptions;
class Session;
class StreetList;
class Timetable;

/// The way of a march and its timetable: length, duration at the chosen speed, head and tail at each
/// waypoint, the streets in order. Speed, density and width are assumptions to try out; they are not stored.
class MarchPanel : public QWidget {
  Q_OBJECT

public:
  MarchPanel(Session &session, QWidget *parent = nullptr);

  /// Finds the way again if the points changed; a way already drawn for the same points is kept.
  void follow(const QList<EventAddress> &addresses);
  /// A stored way and its addresses: shown as it is until a point moves. What leads nowhere (a single point)
  /// is told, and found again where it may be changed.
  void keep(const QgsGeometry &line, const QList<EventAddress> &addresses);
  /// The way stays what it is.
  void setReadOnly();
  /// When and how many: the timetable follows. No count: nobody is counted, only the head is told.
  void setDeclared(const QDateTime &begin, std::optional<int> persons);

  const QgsGeometry &line() const { return route_.line; }
  const QList<double> &chainages() const { return route_.chainages; }
  double speed() const; ///< m/s, as assumed
  /// The part of the way taken at an instant; null when nobody is there or the figures do not allow it.
  QgsGeometry occupied(const QDateTime &at) const;

signals:
  void routed();
  /// Something the person should know; empty when all is well.
  void told(const QString &sentence);

private:
  RouteRequest request(const QList<EventAddress> &addresses);
  void ask(const RouteRequest &request);
  void receive(const RouteAnswer &answer);
  void tell();
  QString brokenWords() const;
  /// Nothing without a way, a count and a start. Throws engine::Error when the figures cannot go together.
  std::optional<engine::March> march() const;

  Session &session_;
  RouteRequest asked_;
  std::optional<RouteRequest> waiting_; ///< asked while the server was busy; only the last is kept
  bool busy_ = false;
  bool read_only_ = false;
  bool broken_ = false; ///< what is stored leads nowhere
  RouteAnswer route_;
  QStringList labels_;
  QList<EventAddress> last_;
  QDateTime begin_;
  std::optional<int> persons_;
  MarchAssumptions *assumptions_;
  QLabel *summary_;
  Timetable *timetable_;
  StreetList *streets_;
};

} // namespace cortege::plugin
