#include "plugin/march_assumptions.hpp"

#include "engine/march/march.hpp"
#include "engine/march/walking.hpp"
#include "engine/units.hpp"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QVBoxLayout>

namespace cortege::plugin {

MarchAssumptions::MarchAssumptions(QWidget *parent)
    : QWidget(parent), speed_(box(QStringLiteral("cortegeSpeed"), tr("Speed"), tr(" km/h"), 0.5, 6, 0.5, 3)),
      width_(box(QStringLiteral("cortegeWidth"), tr("Width of the street"), tr(" m wide"), 1, 100, 1,
                 engine::usual_width)),
      density_(box(QStringLiteral("cortegeDensity"), tr("Density of the column"), tr(" p/m²"), 0, 6, 0.5, 0)),
      steps_(new QCheckBox(tr("Allow steps"), this)) {
  density_->setSpecialValueText(tr("usual density"));
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  steps_->setObjectName(QStringLiteral("cortegeSteps"));
  auto *figures = new QHBoxLayout;
  for (QDoubleSpinBox *figure : {speed_, width_, density_})
    figures->addWidget(figure);
  figures->addStretch(1);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addLayout(figures);
  layout->addWidget(steps_);
  connect(steps_, &QCheckBox::toggled, this, &MarchAssumptions::stepsChanged);
}

QDoubleSpinBox *MarchAssumptions::box(const QString &object, const QString &name, const QString &unit,
                                      double least, double most, double step, double value) {
  auto *made = new QDoubleSpinBox(this);
  made->setObjectName(object);
  made->setAccessibleName(name);
  made->setToolTip(name);
  made->setRange(least, most);
  made->setSingleStep(step);
  made->setDecimals(step < 1 ? 1 : 0);
  made->setSuffix(unit);
  made->setValue(value);
  connect(made, qOverload<double>(&QDoubleSpinBox::valueChanged), this, &MarchAssumptions::changed);
  return made;
}

double MarchAssumptions::speed() const {
  return speed_->value();
}

double MarchAssumptions::width() const {
  return width_->value();
}

std::optional<double> MarchAssumptions::density() const {
  return density_->value() > 0 ? std::optional(density_->value()) : std::nullopt;
}

bool MarchAssumptions::steps() const {
  return steps_->isChecked();
}

QString MarchAssumptions::impossible() const {
  if (density_->value() >= engine::standstill_density)
    return tr("At %L1 p/m² nobody moves: take fewer.").arg(density_->value(), 0, 'f', 1);
  if (density_->value() > 0)
    return tr("%L1 p/m² at %L2 km/h cannot be: so dense, a crowd walks at %L3 km/h at most.")
        .arg(density_->value(), 0, 'f', 1)
        .arg(speed_->value(), 0, 'f', 1)
        .arg(engine::kmh * engine::walking_speed(density_->value()), 0, 'f', 1);
  return tr("Nobody marches at %L1 km/h: marches walk at 2 to 4 km/h.").arg(speed_->value(), 0, 'f', 1);
}

void MarchAssumptions::setReadOnly() {
  steps_->hide();
}

} // namespace cortege::plugin
