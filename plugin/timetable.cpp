#include "plugin/timetable.hpp"

#include "plugin/locale.hpp"

#include <QHeaderView>

#include <cmath>

namespace cortege::plugin {

engine::Instant to_instant(const QDateTime &time) {
  return engine::Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

QDateTime to_local(engine::Instant at) {
  return QDateTime::fromMSecsSinceEpoch(
      std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count());
}

QString metres_text(double length) {
  return length < 1000 ? QStringLiteral("%L1 m").arg(length, 0, 'f', 0)
                       : QStringLiteral("%L1 km").arg(length / 1000, 0, 'f', 2);
}

QString clock_text(const QDateTime &time, const QDateTime &begin) {
  const QString hour = person_locale().toString(time.time(), QStringLiteral("HH:mm"));
  const auto days = begin.date().daysTo(time.date());
  return days == 0 ? hour : QStringLiteral("%1 (+%2)").arg(hour).arg(days);
}

QString duration_text(double seconds) {
  const int minutes = int(std::lround(seconds / 60));
  return minutes < 60 ? Timetable::tr("%1 min").arg(minutes)
                      : Timetable::tr("%1 h %2").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

Timetable::Timetable(QWidget *parent) : QTableWidget(0, 3, parent) {
  setObjectName(QStringLiteral("cortegeTimetable"));
  setHorizontalHeaderLabels({tr("Place"), tr("Head"), tr("Free again")});
  verticalHeader()->hide();
  horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  horizontalHeader()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setSelectionMode(QAbstractItemView::NoSelection);
  setTabKeyNavigation(false);
}

void Timetable::show(const QStringList &places, const QList<double> &chainages, const QDateTime &begin,
                     double speed, const std::optional<engine::March> &march) {
  constexpr int most_rows = 6;
  setRowCount(int(chainages.size()));
  for (int i = 0; i < chainages.size(); ++i) {
    const double at = chainages[i];
    const QDateTime head = march ? to_local(march->head_at(at)) : begin.addMSecs(qint64(1000 * at / speed));
    setItem(i, 0, new QTableWidgetItem(places.value(i)));
    setItem(i, 1, new QTableWidgetItem(begin.isValid() ? clock_text(head, begin) : QString()));
    setItem(i, 2, new QTableWidgetItem(march ? clock_text(to_local(march->free_at(at)), begin) : QString()));
  }
  resizeRowsToContents();
  setFixedHeight(horizontalHeader()->sizeHint().height() + 4
                 + std::min(rowCount(), most_rows) * verticalHeader()->sectionSize(0));
}

} // namespace cortege::plugin
