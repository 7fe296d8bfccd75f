#include "plugin/time_link.hpp"

#include <qgsmapcanvas.h>
#include <qgstemporalcontroller.h>
#include <qgstemporalnavigationobject.h>

namespace cortege::plugin {

// The temporal controller says UTC of hours that are those of the clock on the wall, and layers are filtered
// by them as such.
QgsDateTimeRange window_of(const QgsMapCanvas &canvas) {
  const QgsDateTimeRange &shown = canvas.temporalRange();
  const auto local = [](const QDateTime &time) {
    return time.isValid() ? QDateTime(time.date(), time.time()) : QDateTime();
  };
  return {local(shown.begin()), local(shown.end()), shown.includeBeginning(), shown.includeEnd()};
}

TimeLink::TimeLink(QgsMapCanvas &canvas, QObject *parent) : QObject(parent), canvas_(canvas) {
  connect(&canvas_, &QgsMapCanvas::temporalRangeChanged, this, &TimeLink::moved);
  if (QgsTemporalNavigationObject *time = controller())
    connect(time, &QgsTemporalNavigationObject::stateChanged, this, [this](Qgis::AnimationState state) {
      emit playingChanged(state == Qgis::AnimationState::Forward);
    });
}

// The canvas hands its controller out as const; it is the application's own, which anybody may move.
QgsTemporalNavigationObject *TimeLink::controller() const {
  return qobject_cast<QgsTemporalNavigationObject *>(
      const_cast<QgsTemporalController *>(canvas_.temporalController()));
}

QgsDateTimeRange TimeLink::window() const {
  return window_of(canvas_);
}

void TimeLink::setDriving(bool driving) {
  driving_ = driving;
  if (QgsTemporalNavigationObject *time = controller(); time && !driving)
    time->setNavigationMode(Qgis::TemporalNavigationMode::Disabled);
}

void TimeLink::goTo(const QDateTime &at) {
  QgsTemporalNavigationObject *time = controller();
  if (!driving_ || !time || !at.isValid())
    return;
  const QDateTime day = at.date().startOfDay();
  time->setNavigationMode(Qgis::TemporalNavigationMode::Animated);
  time->setFrameDuration(QgsInterval(15, Qgis::TemporalUnit::Minutes));
  time->setTemporalExtents(QgsDateTimeRange(day, day.addDays(1), true, false));
  time->setCurrentFrameNumber(day.secsTo(at) / 60 / 15);
}

void TimeLink::play(const QgsDateTimeRange &window, const QgsInterval &frame) {
  QgsTemporalNavigationObject *time = controller();
  if (!time)
    return;
  time->setNavigationMode(Qgis::TemporalNavigationMode::Animated);
  time->setFrameDuration(frame);
  time->setTemporalExtents(window);
  time->setLooping(true);
  time->playForward();
}

void TimeLink::pause() {
  if (QgsTemporalNavigationObject *time = controller())
    time->pause();
}

bool TimeLink::playing() const {
  const QgsTemporalNavigationObject *time = controller();
  return time && time->animationState() == Qgis::AnimationState::Forward;
}

} // namespace cortege::plugin
