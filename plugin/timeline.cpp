#include "plugin/timeline.hpp"

#include "plugin/locale.hpp"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

namespace cortege::plugin {

Timeline::Timeline(QWidget *parent) : QWidget(parent) {
  setObjectName(QStringLiteral("cortegeTimeline"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleName(tr("Events of the next thirty days"));
}

void Timeline::show(const QDate &first, const QList<DaySpan> &spans) {
  first_ = first;
  counts_.fill(0);
  for (const DaySpan &span : spans) {
    const auto from = std::max<qint64>(0, first_.daysTo(span.first));
    const auto last = first_.daysTo(span.last.isValid() ? span.last : span.first);
    for (auto day = from; day <= std::min<qint64>(last, days - 1); ++day)
      ++counts_[std::size_t(day)];
  }
  update();
}

void Timeline::setCurrent(const QDate &day) {
  current_ = day;
  update();
}

int Timeline::dayAt(int x) const {
  return std::clamp(x * days / std::max(1, width()), 0, days - 1);
}

void Timeline::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const int labels = fontMetrics().height() + 1;
  const double base = height() - labels, column = double(width()) / days;
  const int most = std::max(3, *std::max_element(counts_.begin(), counts_.end()));
  QFont small = font();
  small.setPointSizeF(small.pointSizeF() * 0.8);
  painter.setFont(small);
  QColor weekend =
      palette().color(QPalette::Text); // a shade of what is written there: dark themes set no other
  weekend.setAlpha(24);
  for (int i = 0; i < days; ++i) {
    const QDate day = first_.addDays(i);
    const QRectF cell(i * column, 0, column, base);
    if (day.dayOfWeek() >= 6)
      painter.fillRect(cell, weekend);
    if (day == current_)
      painter.fillRect(cell, QColor(224, 92, 0, 60));
    const double high = counts_[std::size_t(i)] * (base - 4) / most;
    painter.setPen(Qt::NoPen);
    painter.setBrush(day == QDate::currentDate() ? QColor(224, 92, 0) : QColor(47, 128, 208));
    if (high > 0)
      painter.drawRoundedRect(QRectF(cell.left() + 1, base - high, column - 2, high), 1.5, 1.5);
    const QString name = person_locale().toString(day, QStringLiteral("d MMM"));
    const bool whole = cell.left() + painter.fontMetrics().horizontalAdvance(name) <= width();
    if (whole && (day.dayOfWeek() == 1 || (i == 0 && day.dayOfWeek() < 5))) {
      painter.setPen(palette().color(QPalette::Text));
      painter.drawText(QRectF(cell.left(), base, 7 * column, labels), Qt::AlignLeft | Qt::AlignVCenter, name);
    }
  }
  painter.setPen(palette().color(QPalette::Mid));
  painter.drawLine(QPointF(0, base), QPointF(width(), base));
}

void Timeline::mousePressEvent(QMouseEvent *event) {
  emit dayChosen(first_.addDays(dayAt(event->pos().x())));
}

void Timeline::wheelEvent(QWheelEvent *event) {
  emit scrolled(event->angleDelta().y() > 0 ? -7 : 7);
  event->accept();
}

bool Timeline::event(QEvent *event) {
  if (event->type() == QEvent::ToolTip) {
    auto *help = static_cast<QHelpEvent *>(event);
    const int day = dayAt(help->pos().x());
    QToolTip::showText(help->globalPos(),
                       tr("%1: %n event(s)", nullptr, counts_[std::size_t(day)])
                           .arg(person_locale().toString(first_.addDays(day), QStringLiteral("dddd d MMMM"))),
                       this);
    return true;
  }
  return QWidget::event(event);
}

} // namespace cortege::plugin
