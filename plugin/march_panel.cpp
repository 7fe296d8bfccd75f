#include "plugin/march_panel.hpp"

#include "engine/error.hpp"
#include "engine/march/walking.hpp"
#include "plugin/explain.hpp"
#include "plugin/field_note.hpp"
#include "plugin/session.hpp"
#include "plugin/street_list.hpp"
#include "plugin/timetable.hpp"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QVBoxLayout>

namespace cortege::plugin {

MarchPanel::MarchPanel(Session &session, QWidget *parent)
    : QWidget(parent), session_(session), summary_(new QLabel(this)), speed_(new QDoubleSpinBox(this)),
      width_(new QDoubleSpinBox(this)), density_(new QDoubleSpinBox(this)),
      steps_(new QCheckBox(tr("Allow steps"), this)), timetable_(new Timetable(this)),
      streets_(new StreetList(this)) {
  setObjectName(QStringLiteral("cortegeMarch"));
  build();
  for (QDoubleSpinBox *assumption : {speed_, width_, density_})
    connect(assumption, qOverload<double>(&QDoubleSpinBox::valueChanged), this, &MarchPanel::tell);
  connect(steps_, &QCheckBox::toggled, this, [this] { follow(last_); });
  connect(streets_, &StreetList::failed, this, &MarchPanel::told);
  connect(streets_, &StreetList::saved, &session_, [this](qint64 streets, const QString &file) {
    emit session_.fileWritten(QStringLiteral("rues d'un cortège"), streets, file);
  });
  tell();
}

void MarchPanel::build() {
  summary_->setObjectName(QStringLiteral("cortegeMarchSummary"));
  summary_->setWordWrap(true);
  speed_->setObjectName(QStringLiteral("cortegeSpeed"));
  speed_->setRange(0.5, 6);
  speed_->setSingleStep(0.5);
  speed_->setDecimals(1);
  speed_->setValue(3);
  speed_->setSuffix(tr(" km/h"));
  speed_->setAccessibleName(tr("Speed"));
  width_->setObjectName(QStringLiteral("cortegeWidth"));
  width_->setRange(1, 100);
  width_->setValue(engine::usual_width);
  width_->setDecimals(0);
  width_->setSuffix(tr(" m wide"));
  width_->setAccessibleName(tr("Width of the street"));
  density_->setObjectName(QStringLiteral("cortegeDensity"));
  density_->setRange(0, 6);
  density_->setSingleStep(0.5);
  density_->setDecimals(1);
  density_->setSpecialValueText(tr("usual density"));
  density_->setSuffix(tr(" p/m²"));
  density_->setAccessibleName(tr("Density of the column"));
  steps_->setObjectName(QStringLiteral("cortegeSteps"));
  auto *assumptions = new QHBoxLayout;
  assumptions->addWidget(speed_);
  assumptions->addWidget(width_);
  assumptions->addWidget(density_);
  assumptions->addStretch(1);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addLayout(assumptions);
  layout->addWidget(steps_);
  layout->addWidget(summary_);
  layout->addWidget(timetable_);
  layout->addWidget(streets_);
}

double MarchPanel::speed() const {
  return speed_->value() / 3.6;
}

// Stops are the addresses that have a place; the bends of stretches drawn by hand go between them.
RouteRequest MarchPanel::request(const QList<EventAddress> &addresses) {
  RouteRequest request;
  request.steps = steps_->isChecked();
  labels_.clear();
  for (const EventAddress &address : addresses) {
    if (!address.point)
      continue;
    request.stops.append(int(request.points.size()));
    request.points.append(*address.point);
    labels_.append(address.label.section(',', 0, 0));
    if (!address.freehand)
      continue;
    request.freehand.append(int(request.points.size()));
    for (const QgsPointXY &bend : address.bends) {
      request.points.append(bend);
      request.freehand.append(int(request.points.size()));
    }
  }
  return request;
}

void MarchPanel::follow(const QList<EventAddress> &addresses) {
  last_ = addresses;
  const RouteRequest now = request(addresses);
  if (now == asked_) {
    tell();
    return;
  }
  asked_ = now;
  if (now.stops.size() < 2)
    receive({});
  else
    ask(now);
}

void MarchPanel::keep(const QgsGeometry &line, const QList<EventAddress> &addresses) {
  last_ = addresses;
  asked_ = request(addresses);
  RouteAnswer stored;
  stored.line = line;
  stored.length = line.length();
  for (const int stop : asked_.stops)
    stored.chainages.append(line.lineLocatePoint(QgsGeometry::fromPointXY(asked_.points[stop])));
  receive(stored);
}

void MarchPanel::ask(const RouteRequest &request) {
  if (!session_.steady())
    return;
  if (busy_) {
    waiting_ = request;
    return;
  }
  busy_ = true;
  const auto next = [this] {
    busy_ = false;
    if (const auto waiting = std::exchange(waiting_, std::nullopt))
      ask(*waiting);
  };
  session_.steady()->run<RouteAnswer>(
      this, [request](Line &line) { return find_route(line, request); },
      [this, next](const RouteAnswer &answer) {
        if (!waiting_)
          receive(answer);
        next();
      },
      [this, next](const pg::Error &error) {
        receive({});
        emit told(explain(error));
        next();
      });
}

void MarchPanel::receive(const RouteAnswer &answer) {
  route_ = answer;
  emit told(QString());
  tell();
  emit routed();
}

void MarchPanel::setDeclared(const QDateTime &begin, std::optional<int> persons) {
  if (begin == begin_ && persons == persons_)
    return;
  begin_ = begin;
  persons_ = persons;
  tell();
}

std::optional<engine::March> MarchPanel::march() const {
  if (route_.line.isNull() || persons_.value_or(0) <= 0 || !begin_.isValid())
    return std::nullopt;
  engine::Line route;
  for (const QgsPointXY &point : route_.line.asPolyline())
    route.push_back({point.x(), point.y()});
  const auto density = density_->value() > 0 ? std::optional(density_->value()) : std::nullopt;
  return engine::March(
      {route, to_instant(begin_), double(*persons_), {width_->value()}, density, speed(), {}});
}

// Weidmann's speed for the density decides: the engine refuses, this says it in the person's words.
QString MarchPanel::impossible() const {
  if (density_->value() >= engine::standstill_density)
    return tr("At %L1 p/m² nobody moves: take fewer.").arg(density_->value(), 0, 'f', 1);
  if (density_->value() > 0)
    return tr("%L1 p/m² at %L2 km/h cannot be: so dense, a crowd walks at %L3 km/h at most.")
        .arg(density_->value(), 0, 'f', 1)
        .arg(speed_->value(), 0, 'f', 1)
        .arg(3.6 * engine::walking_speed(density_->value()), 0, 'f', 1);
  return tr("Nobody marches at %L1 km/h: marches walk at 2 to 4 km/h.").arg(speed_->value(), 0, 'f', 1);
}

void MarchPanel::tell() {
  const bool drawn = !route_.line.isNull();
  timetable_->setVisible(drawn);
  streets_->show(route_.streets);
  if (!drawn) {
    summary_->setText(
        tr("Type the departure and the arrival, or click them on the map: the way follows the streets."));
    return;
  }
  QString text =
      tr("<b>%1</b>, walked in %2").arg(metres_text(route_.length), duration_text(route_.length / speed()));
  std::optional<engine::March> column;
  try {
    column = march();
    if (column)
      text += tr("; a column of %1 (%L2 p/m²) that takes %3 to pass; the way is free at <b>%4</b>")
                  .arg(metres_text(column->column_length()))
                  .arg(column->density(), 0, 'f', 1)
                  .arg(duration_text(column->passage_time().count()),
                       clock_text(to_local(column->clear()), begin_));
    else
      text += tr("; give the number of persons to know how long the column is");
  } catch (const engine::Error &) {
    text += QStringLiteral("<br><span style='color:%1'>%2</span>").arg(attention(*this).name(), impossible());
  }
  summary_->setText(text);
  timetable_->show(labels_, route_.chainages, begin_, speed(), column);
}

QgsGeometry MarchPanel::occupied(const QDateTime &at) const {
  try {
    const auto column = march();
    QgsPolylineXY stretch;
    if (column)
      for (const engine::Point &point : column->occupied(to_instant(at)))
        stretch.append({point.x, point.y});
    return stretch.size() < 2 ? QgsGeometry() : QgsGeometry::fromPolylineXY(stretch);
  } catch (const engine::Error &) {
    return {}; // told beside the figures
  }
}

} // namespace cortege::plugin
