#pragma once

#include "plugin/counts.hpp"

#include <QObject>

class QFormLayout;
class QLineEdit;

namespace cortege::plugin {

class FieldNote;

/// Persons and cars, expected and declared: four fields, and what is odd about their figures.
class CountFields : public QObject {
  Q_OBJECT

public:
  /// Adds its rows to a form.
  CountFields(QFormLayout &form, QWidget *parent);

  void fill(const Counts &counts);
  Counts counts() const;
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
