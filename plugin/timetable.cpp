#include "plugin/timetable.hpp"

#include "plugin/figures.hpp"

#include <QHeaderView>

namespace cortege::plugin {

engine::Instant to_instant(const QDateTime &time) {
  return engine::Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

QDateTime to_local(engine::Instant at) {
  return QDateTime::fromMSecsSinceEpoch(
      std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count());
}

Timetable::Timetable(QWidget *parent) : QTableWidget(0, 3, parent) {
  setObjectName(QStringLiteral("cortegeTimetable"));
  setHorizontalHeaderLabels({tr("Place"), tr("Head"), tr("Free again")});
  verticalHeader()->hide();
  horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  horizontalHeader()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
  setWordWrap(false);
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
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
  setFixedHeight(horizontalHeader()->sizeHint().height() + 2 * frameWidth()
                 + std::min(rowCount(), most_rows) * verticalHeader()->defaultSectionSize());
}

} // namespace cortege::plugin
