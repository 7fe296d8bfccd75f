#pragma once

#include "plugin/event.hpp"
#include "plugin/gazetteer.hpp"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QTableWidget;
class QTreeWidget;

namespace cortege::plugin {

class Session;

/// The way of a march and its timetable: length, duration at the chosen speed, head and tail at each
/// waypoint, the streets in order. Speed, density and width are assumptions to try out; they are not stored.
class MarchPanel : public QWidget {
  Q_OBJECT

public:
  MarchPanel(Session &session, QWidget *parent = nullptr);

  /// Finds the way again if the points changed; a way already drawn for the same points is kept.
  void follow(const QList<EventAddress> &addresses);
  /// A stored way and its addresses: shown as it is until a point moves.
  void keep(const QgsGeometry &line, const QList<EventAddress> &addresses);
  /// When and how many: the timetable follows. No count: nobody is counted, only the head is told.
  void setDeclared(const QDateTime &begin, std::optional<int> persons);

  const QgsGeometry &line() const { return route_.line; }
  const QList<double> &chainages() const { return route_.chainages; }
  /// The part of the way taken at an instant; null when nobody is there or the figures do not allow it.
  QgsGeometry occupied(const QDateTime &at) const;
  QString streetsAsCsv() const;

signals:
  void routed();
  /// Something the person should know; empty when all is well.
  void told(const QString &sentence);

private:
  void ask(const RouteRequest &request);
  void receive(const RouteAnswer &answer);
  void tell();
  void tellTimetable();
  void tellStreets();
  void saveStreets();

  Session &session_;
  RouteRequest asked_;
  std::optional<RouteRequest> waiting_; ///< asked while the server was busy; only the last is kept
  bool busy_ = false;
  RouteAnswer route_;
  QStringList labels_;
  QDateTime begin_;
  std::optional<int> persons_;
  QLabel *summary_;
  QDoubleSpinBox *speed_, *width_;
  QCheckBox *steps_;
  QTableWidget *timetable_;
  QTreeWidget *streets_;
  QList<EventAddress> last_;
};

} // namespace cortege::plugin
