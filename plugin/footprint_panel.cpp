#include "plugin/footprint_panel.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>
#include <numbers>

namespace cortege::plugin {

namespace {

// Jacobs' crowds and Fruin's levels, persons/m².
constexpr double loose = 1.08, dense = 2.39, implausible = 4, dangerous = 5.55;

// A circle drawn for a density is a polygon, a little smaller: the word stays the one that was chosen.
QString words(double density) {
  density *= 0.98;
  if (density > dangerous)
    return FootprintPanel::tr(
        "<span style='color:#b00000'>dangerous: people can be crushed; check the count or widen "
        "the ground</span>");
  if (density > implausible)
    return FootprintPanel::tr(
        "<span style='color:#b04000'>implausible: more than four persons on a square metre</span>");
  if (density > dense)
    return FootprintPanel::tr("very dense crowd");
  if (density > loose)
    return FootprintPanel::tr("dense crowd");
  return FootprintPanel::tr("loose crowd");
}

} // namespace

FootprintPanel::FootprintPanel(QWidget *parent)
    : QWidget(parent), summary_(new QLabel(this)), circle_(new QPushButton(tr("Circle"), this)),
      density_(new QComboBox(this)) {
  summary_->setObjectName(QStringLiteral("cortegeFootprintSummary"));
  summary_->setWordWrap(true);
  auto *draw = new QPushButton(QIcon(QStringLiteral(":/cortege/footprint.svg")), tr("Draw"), this);
  draw->setObjectName(QStringLiteral("cortegeDrawFootprint"));
  auto *clear = new QPushButton(tr("Erase"), this);
  circle_->setObjectName(QStringLiteral("cortegeCircle"));
  circle_->setToolTip(tr("A circle about the address that holds the persons at this density"));
  density_->addItem(tr("loose (1 p/m²)"), loose);
  density_->addItem(tr("dense (2.4 p/m²)"), dense);
  density_->addItem(tr("very dense (4 p/m²)"), implausible);
  density_->setAccessibleName(tr("Density of the circle"));
  auto *buttons = new QHBoxLayout;
  buttons->addWidget(draw);
  buttons->addWidget(circle_);
  buttons->addWidget(density_);
  buttons->addWidget(clear);
  buttons->addStretch(1);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addLayout(buttons);
  layout->addWidget(summary_);
  connect(draw, &QPushButton::clicked, this, &FootprintPanel::drawRequested);
  connect(circle_, &QPushButton::clicked, this, &FootprintPanel::makeCircle);
  connect(clear, &QPushButton::clicked, this, [this] { setFootprint({}); });
  tell();
}

void FootprintPanel::setFootprint(const QgsGeometry &footprint) {
  footprint_ = footprint;
  tell();
  emit changed();
}

void FootprintPanel::setPersons(std::optional<int> persons) {
  persons_ = persons;
  tell();
}

void FootprintPanel::setCentre(const std::optional<QgsPointXY> &centre) {
  centre_ = centre;
  tell();
}

void FootprintPanel::makeCircle() {
  const double area = *persons_ / density_->currentData().toDouble();
  setFootprint(QgsGeometry::fromPointXY(*centre_).buffer(std::sqrt(area / std::numbers::pi), 24));
}

void FootprintPanel::tell() {
  const bool possible = centre_ && persons_.value_or(0) > 0;
  circle_->setEnabled(possible);
  density_->setEnabled(possible);
  const double area = footprint_.isNull() ? 0 : footprint_.area();
  if (area <= 0) {
    summary_->setText(
        possible ? tr("Draw the ground on the map, or take a circle for the persons.")
                 : tr("Draw the ground on the map; with a placed address and a count, a circle can be "
                      "made."));
    return;
  }
  QString text = tr("<b>%L1 m²</b>, room for about %L2 persons")
                     .arg(area, 0, 'f', 0)
                     .arg(std::floor(area * dense), 0, 'f', 0);
  if (persons_.value_or(0) > 0)
    text += tr("; %L1 persons make %L2 p/m²: %3")
                .arg(*persons_)
                .arg(*persons_ / area, 0, 'f', 1)
                .arg(words(*persons_ / area));
  summary_->setText(text);
}

} // namespace cortege::plugin
