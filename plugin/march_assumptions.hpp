#pragma once

#include <QWidget>

#include <optional>

class QCheckBox;
class QDoubleSpinBox;

namespace cortege::plugin {

/// What is assumed of a march, to try out and not stored: its speed, the width of the street, the density of
/// the column; and whether it may take steps.
class MarchAssumptions : public QWidget {
  Q_OBJECT

public:
  explicit MarchAssumptions(QWidget *parent = nullptr);

  double speed() const;                  ///< km/h
  double width() const;                  ///< metres
  std::optional<double> density() const; ///< persons/m²; none: what the speed makes usual
  bool steps() const;
  /// Why these figures cannot go together (Weidmann's speed for the density), in words.
  QString impossible() const;
  /// Figures may still be tried; the way stays what it is.
  void setReadOnly();

signals:
  void changed();
  void stepsChanged();

private:
  QDoubleSpinBox *box(const QString &object, const QString &name, const QString &unit, double least,
                      double most, double step, double value);

  QDoubleSpinBox *speed_, *width_, *density_;
  QCheckBox *steps_;
};

} // namespace cortege::plugin
