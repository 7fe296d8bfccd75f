#pragma once

#include "plugin/event.hpp"

#include <QObject>

class QFormLayout;
class QLineEdit;

namespace cortege::plugin {

class FieldNote;

/// Persons and cars, expected by the service and declared by the organiser: four figures that are never
/// merged. Empty is « unknown », which zero is not.
class CountFields : public QObject {
  Q_OBJECT

public:
  /// Adds its rows to a form.
  CountFields(QFormLayout &form, QWidget *parent);

  void fill(const Event &event);
  void read(Event &event) const;
  void setReadOnly();

signals:
  void changed();

private:
  void addPair(QFormLayout &form, QWidget *parent, const QString &label, const QString &object,
               QLineEdit *&expected, QLineEdit *&declared);
  void tell();

  QLineEdit *persons_expected_ = nullptr, *persons_declared_ = nullptr, *cars_expected_ = nullptr,
            *cars_declared_ = nullptr;
  FieldNote *note_;
};

} // namespace cortege::plugin
