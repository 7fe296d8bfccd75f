#include "plugin/time_fields.hpp"

#include "plugin/field_note.hpp"
#include "plugin/figures.hpp"
#include "plugin/locale.hpp"

#include <QFocusEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTimeZone>
#include <qgsdatetimeedit.h>

#include <cmath>

namespace cortege::plugin {

namespace {

// QGIS's own leaves the cursor outside of any section when the Tab key brings it: digits would be refused.
class TimeBox : public QgsDateTimeEdit {
public:
  using QgsDateTimeEdit::QgsDateTimeEdit;

protected:
  void focusInEvent(QFocusEvent *event) override {
    QgsDateTimeEdit::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason && event->reason() != Qt::PopupFocusReason)
      setSelectedSection(QDateTimeEdit::DaySection);
  }

  // Digits go on by themselves from the day to the minutes, arrows too: the Tab key leaves the box at once,
  // where Qt's would stop at each of its five sections.
  bool focusNextPrevChild(bool next) override {
    return QWidget::focusNextPrevChild(next); // NOLINT(bugprone-parent-virtual-call): see above
  }
};

QgsDateTimeEdit *time_box(QWidget *parent, const QString &object, const QString &name, const QString &none) {
  auto *box = new TimeBox(parent);
  box->setObjectName(object);
  box->setAccessibleName(name);
  box->setDisplayFormat(QStringLiteral("dd/MM/yyyy HH:mm"));
  box->setCalendarPopup(true);
  box->setAllowNull(true);
  box->setNullRepresentation(none);
  constexpr int buttons = 64; // to clear it and to open the calendar
  box->setMinimumWidth(box->fontMetrics().horizontalAdvance(QStringLiteral("00/00/0000 00:00")) + buttons);
  return box;
}

QDateTime to_the_minute(const QDateTime &time) {
  return time.isValid() ? QDateTime(time.date(), QTime(time.time().hour(), time.time().minute()))
                        : QDateTime();
}

QString zone_of(const QDateTime &time) {
  const int offset = time.offsetFromUtc() / 60;
  QString shown = QStringLiteral("UTC%1%2")
                      .arg(offset < 0 ? QStringLiteral("−") : QStringLiteral("+"))
                      .arg(std::abs(offset) / 60);
  if (offset % 60)
    shown += QStringLiteral(":%1").arg(std::abs(offset) % 60, 2, 10, QLatin1Char('0'));
  return QStringLiteral("%1 (%2)").arg(QString::fromUtf8(QTimeZone::systemTimeZoneId()).section('/', -1),
                                       shown);
}

} // namespace

TimeFields::TimeFields(QFormLayout &form, QWidget *parent)
    : QObject(parent), begin_(time_box(parent, QStringLiteral("cortegeBegin"), tr("Start"), QString())),
      end_(time_box(parent, QStringLiteral("cortegeEnd"), tr("End"), tr("to be completed"))),
      duration_(new QLineEdit(parent)), day_(new QLabel(parent)),
      note_(new FieldNote(QStringLiteral("cortegeTimeNote"), parent)) {
  duration_->setObjectName(QStringLiteral("cortegeDuration"));
  duration_->setAccessibleName(tr("Duration"));
  set_hint(*duration_, tr("2 h 30"));
  duration_->setToolTip(tr("How long it lasts: 2h30, 90 min, 3 d. The end follows."));
  duration_->setFixedWidth(11 * duration_->fontMetrics().averageCharWidth());
  day_->setObjectName(QStringLiteral("cortegeZone"));
  auto *second = new QHBoxLayout;
  second->setSpacing(6);
  second->addWidget(end_, 1);
  second->addWidget(new QLabel(tr("or lasting"), parent));
  second->addWidget(duration_);
  form.addRow(tr("Start *"), begin_);
  form.addRow(QString(), day_);
  form.addRow(tr("End"), second);
  form.addRow(note_);
  connect(begin_, &QgsDateTimeEdit::valueChanged, this, &TimeFields::beginChanged);
  connect(end_, &QgsDateTimeEdit::valueChanged, this, &TimeFields::endChanged);
  connect(duration_, &QLineEdit::textEdited, this, &TimeFields::durationTyped);
  tell();
}

void TimeFields::setTimes(const QDateTime &begin, const QDateTime &end) {
  following_ = true;
  begin_->setDateTime(begin);
  end_->setDateTime(end);
  following_ = false;
  endChanged();
}

void TimeFields::setReadOnly() {
  for (QgsDateTimeEdit *box : {begin_, end_}) {
    box->setReadOnly(true);                        // rather than disabled: it is there to be read
    box->setAllowNull(!box->dateTime().isValid()); // takes away what empties it
  }
  duration_->setReadOnly(true);
}

QDateTime TimeFields::begin() const {
  return to_the_minute(begin_->dateTime());
}

QDateTime TimeFields::end() const {
  return to_the_minute(end_->dateTime());
}

void TimeFields::goToMissing() {
  (begin().isValid() ? end_ : begin_)->setFocus(Qt::TabFocusReason);
}

void TimeFields::beginChanged() {
  if (following_)
    return;
  if (length_ && begin().isValid()) {
    following_ = true;
    end_->setDateTime(begin().addSecs(*length_));
    following_ = false;
  }
  tell();
  emit changed();
}

void TimeFields::endChanged() {
  if (following_)
    return;
  const bool known = begin().isValid() && end().isValid() && ordered();
  length_ = known ? std::optional(begin().secsTo(end())) : std::nullopt;
  duration_->setText(length_ ? typed_duration(*length_) : QString());
  tell();
  emit changed();
}

void TimeFields::durationTyped() {
  const auto minutes = minutes_of(duration_->text());
  length_ = minutes ? std::optional(qint64(60) * *minutes) : std::nullopt;
  following_ = true;
  end_->setDateTime(length_ && begin().isValid() ? begin().addSecs(*length_) : QDateTime());
  following_ = false;
  tell();
  emit changed();
}

void TimeFields::tell() {
  const QDateTime from = begin(), to = end(), now = QDateTime::currentDateTime();
  day_->setText(from.isValid()
                    ? tr("%1 · %2").arg(person_locale().toString(from, QStringLiteral("dddd")), zone_of(from))
                    : zone_of(now));
  QStringList notes;
  if (!ordered())
    notes << tr("The end is before the start.");
  if (!duration_->text().trimmed().isEmpty() && !minutes_of(duration_->text()) && duration_->hasFocus())
    notes << tr("This duration is not understood: type 2h30, 90 min or 3 d.");
  if (from.isValid() && from < now.addSecs(-3600))
    notes << tr("This start is in the past.");
  if (from.isValid() && from > now.addYears(2))
    notes << tr("This start is in more than two years.");
  if (from.isValid() && to.isValid() && ordered()) {
    const auto days = from.daysTo(to);
    if (from.secsTo(to) > qint64{24} * 3600)
      notes << tr("It lasts %n day(s): is that meant?", nullptr, int(std::max<qint64>(1, days)));
    if (from.offsetFromUtc() != to.offsetFromUtc())
      notes << tr("The clocks change in between: the duration counts real hours.");
  }
  note_->tell(notes);
}

} // namespace cortege::plugin
