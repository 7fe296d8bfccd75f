#include "plugin/footprint_panel.hpp"

#include "plugin/explain.hpp"
#include "plugin/field_note.hpp"
#include "plugin/gazetteer.hpp"
#include "plugin/locale.hpp"
#include "plugin/session.hpp"
#include "plugin/tab_order.hpp"

#include <QComboBox>
#include <QGridLayout>
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
QString words(double density, const QWidget &shown_on) {
  density *= 0.98;
  const auto coloured = [](const QColor &colour, const QString &text) {
    return QStringLiteral("<span style='color:%1'>%2</span>").arg(colour.name(), text);
  };
  if (density > dangerous)
    return coloured(
        danger(shown_on),
        FootprintPanel::tr("dangerous: people can be crushed; check the count or widen the ground"));
  if (density > implausible)
    return coloured(attention(shown_on),
                    FootprintPanel::tr("implausible: more than four persons on a square metre"));
  if (density > dense)
    return FootprintPanel::tr("very dense crowd");
  if (density > loose)
    return FootprintPanel::tr("dense crowd");
  return FootprintPanel::tr("loose crowd");
}

} // namespace

FootprintPanel::FootprintPanel(Session &session, QWidget *parent)
    : QWidget(parent), session_(session), summary_(new QLabel(this)), density_(new QComboBox(this)) {
  summary_->setObjectName(QStringLiteral("cortegeFootprintSummary"));
  summary_->setWordWrap(true);
  build();
  tell();
}

QPushButton *FootprintPanel::button(const QString &text, const QString &object, const QString &tip) {
  auto *made = new QPushButton(text, this);
  made->setObjectName(object);
  made->setToolTip(tip);
  return made;
}

void FootprintPanel::build() {
  QPushButton *draw = button(tr("Draw"), QStringLiteral("cortegeDrawFootprint"),
                             tr("Click its corners on the map; right click or Enter to end"));
  square_ = button(tr("Square"), QStringLiteral("cortegeSquare"),
                   tr("The open ground that the streets enclose about the address"));
  QPushButton *section = button(tr("Street"), QStringLiteral("cortegeSection"),
                                tr("A street section with its width: click its two ends on the map"));
  circle_ = button(tr("Circle"), QStringLiteral("cortegeCircle"),
                   tr("A circle about the address that holds the persons at this density"));
  QPushButton *clear = button(tr("Erase"), QStringLiteral("cortegeEraseFootprint"), tr("Begin again"));
  density_->addItem(tr("loose (1 p/m²)"), loose);
  density_->addItem(tr("dense (2.4 p/m²)"), dense);
  density_->addItem(tr("very dense (4 p/m²)"), implausible);
  density_->setAccessibleName(tr("Density of the circle"));
  tools_ = new QWidget(this);
  auto *grid = new QGridLayout(tools_);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->addWidget(draw, 0, 0);
  grid->addWidget(square_, 0, 1);
  grid->addWidget(section, 0, 2);
  grid->addWidget(clear, 0, 3);
  grid->addWidget(circle_, 1, 0);
  grid->addWidget(density_, 1, 1, 1, 3);
  set_tab_order({draw, square_, section, clear, circle_, density_}); // as they are read
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(tools_);
  layout->addWidget(summary_);
  connect(draw, &QPushButton::clicked, this, &FootprintPanel::drawRequested);
  connect(section, &QPushButton::clicked, this, &FootprintPanel::sectionRequested);
  connect(square_, &QPushButton::clicked, this, &FootprintPanel::takeSquare);
  connect(circle_, &QPushButton::clicked, this, &FootprintPanel::takeCircle);
  connect(clear, &QPushButton::clicked, this, [this] { setFootprint({}); });
}

void FootprintPanel::propose(std::function<QgsGeometry(Line &)> find, const QString &nothing) {
  if (!session_.steady())
    return;
  session_.steady()->run<QgsGeometry>(
      this, std::move(find),
      [this, nothing](const QgsGeometry &found) {
        if (found.isNull())
          emit told(nothing);
        else
          setFootprint(found);
      },
      [this](const pg::Error &error) { emit told(explain(error)); });
}

void FootprintPanel::takeSquare() {
  propose([centre = *centre_](Line &line) { return square_around(line, centre); },
          tr("No open ground is enclosed by streets there: draw it, or take a circle."));
}

void FootprintPanel::takeSection(const QgsPointXY &from, const QgsPointXY &to) {
  propose([from, to](Line &line) { return street_section(line, from, to); },
          tr("No street joins these two places: draw the ground."));
}

void FootprintPanel::setFootprint(const QgsGeometry &footprint) {
  footprint_ = footprint;
  crossed_ = !footprint.isNull() && !footprint.isGeosValid();
  tell();
  emit changed();
}

void FootprintPanel::setReadOnly() {
  tools_->hide();
  tell();
}

void FootprintPanel::setPersons(std::optional<int> persons) {
  persons_ = persons;
  tell();
}

void FootprintPanel::setCentre(const std::optional<QgsPointXY> &centre) {
  centre_ = centre;
  tell();
}

void FootprintPanel::takeCircle() {
  const double area = *persons_ / density_->currentData().toDouble();
  setFootprint(QgsGeometry::fromPointXY(*centre_).buffer(std::sqrt(area / std::numbers::pi), 24));
}

void FootprintPanel::tell() {
  const bool possible = centre_ && persons_.value_or(0) > 0;
  circle_->setEnabled(possible);
  square_->setEnabled(centre_.has_value());
  density_->setEnabled(possible);
  if (crossed_) {
    summary_->setText(QStringLiteral("<span style='color:%1'>%2</span>")
                          .arg(attention(*this).name(),
                               tools_->isHidden()
                                   ? tr("The stored ground crosses itself: its area is not known.")
                                   : tr("This ground crosses itself: erase it, then draw it again.")));
    return;
  }
  const double area = footprint_.isNull() ? 0 : footprint_.area();
  if (area <= 0) {
    summary_->setText(
        tools_->isHidden() ? tr("No ground is drawn.")
        : possible
            ? tr("Draw the ground on the map, or begin from a square, a street or a circle for the persons.")
            : tr("Draw the ground on the map; with a placed address and a count, a circle can be "
                 "made."));
    return;
  }
  const QLocale locale = person_locale();
  QString text = tr("<b>%1 m²</b>, room for about %2 persons")
                     .arg(locale.toString(area, 'f', 0), locale.toString(std::floor(area * dense), 'f', 0));
  if (persons_.value_or(0) > 0)
    text += tr("; %1 persons make %2 p/m²: %3")
                .arg(locale.toString(*persons_), locale.toString(*persons_ / area, 'f', 1),
                     words(*persons_ / area, *this));
  summary_->setText(text);
}

} // namespace cortege::plugin
