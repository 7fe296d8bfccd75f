#pragma once

#include <QDateTime>
#include <QObject>

#include <optional>

class QFormLayout;
class QLabel;
class QLineEdit;
class QgsDateTimeEdit;

namespace cortege::plugin {

class FieldNote;

/// When an event begins and ends, in the workstation's local time. The end is typed as a time or as a
/// duration (2h30, 90 min, 3 j); it follows when the start moves.
class TimeFields : public QObject {
  Q_OBJECT

public:
  /// Adds its rows to a form.
  TimeFields(QFormLayout &form, QWidget *parent);

  void setTimes(const QDateTime &begin, const QDateTime &end);
  QDateTime begin() const; ///< to the minute; invalid when empty
  QDateTime end() const;   ///< invalid: not known yet
  void setReadOnly();
  /// Brings the keyboard to what is missing or out of order.
  void goToMissing();
  bool ordered() const { return !end().isValid() || !begin().isValid() || begin() <= end(); }

signals:
  void changed();

private:
  void beginChanged();
  void endChanged();
  void durationTyped();
  void tell();

  QgsDateTimeEdit *begin_, *end_;
  QLineEdit *duration_;
  QLabel *day_;
  FieldNote *note_;
  std::optional<qint64> length_; ///< seconds
  bool following_ = false;       ///< a field is being set by another
};

} // namespace cortege::plugin
