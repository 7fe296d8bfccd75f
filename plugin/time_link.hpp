#pragma once

#include <QObject>
#include <qgsinterval.h>
#include <qgsrange.h>

class QgsMapCanvas;
class QgsTemporalNavigationObject;

namespace cortege::plugin {

/// What a map shows, in hours of this workstation; infinite when it shows all times.
QgsDateTimeRange window_of(const QgsMapCanvas &canvas);

/// The map's hour and the agenda's, kept together: the agenda follows QGIS's temporal controller and, when
/// asked to, drives it.
class TimeLink : public QObject {
  Q_OBJECT

public:
  TimeLink(QgsMapCanvas &canvas, QObject *parent);

  bool driving() const { return driving_; }
  /// Whether choosing an event or a day moves the controller; off gives the map all times again.
  void setDriving(bool driving);
  /// Moves the controller to a day in steps of a quarter of an hour, at an instant of it.
  void goTo(const QDateTime &at);
  /// Plays a window, frame after frame, over and over; pauses.
  void play(const QgsDateTimeRange &window, const QgsInterval &frame);
  void pause();
  bool playing() const;
  /// What the map shows now; infinite when it shows all times.
  QgsDateTimeRange window() const;

signals:
  void moved();
  void playingChanged(bool playing);

private:
  QgsTemporalNavigationObject *controller() const;

  QgsMapCanvas &canvas_;
  bool driving_ = false;
};

} // namespace cortege::plugin
