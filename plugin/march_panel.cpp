#include "plugin/march_panel.hpp"

#include "engine/error.hpp"
#include "plugin/explain.hpp"
#include "plugin/field_note.hpp"
#include "plugin/figures.hpp"
#include "plugin/march_assumptions.hpp"
#include "plugin/session.hpp"
#include "plugin/street_list.hpp"
#include "plugin/timetable.hpp"

#include <QLabel>
#include <QVBoxLayout>

namespace cortege::plugin {

MarchPanel::MarchPanel(Session &session, QWidget *parent)
    : QWidget(parent), session_(session), assumptions_(new MarchAssumptions(this)),
      summary_(new QLabel(this)), timetable_(new Timetable(this)), streets_(new StreetList(this)) {
  setObjectName(QStringLiteral("cortegeMarch"));
  summary_->setObjectName(QStringLiteral("cortegeMarchSummary"));
  summary_->setWordWrap(true);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  for (QWidget *part : {static_cast<QWidget *>(assumptions_), static_cast<QWidget *>(summary_),
                        static_cast<QWidget *>(timetable_), static_cast<QWidget *>(streets_)})
    layout->addWidget(part);
  connect(assumptions_, &MarchAssumptions::changed, this, &MarchPanel::tell);
  connect(assumptions_, &MarchAssumptions::stepsChanged, this, [this] { follow(last_); });
  connect(streets_, &StreetList::failed, this, &MarchPanel::told);
  connect(streets_, &StreetList::saved, &session_, [this](qint64 streets, const QString &file) {
    emit session_.fileWritten(QStringLiteral("rues d'un cortège"), streets, file);
  });
  tell();
}

void MarchPanel::setReadOnly() {
  assumptions_->setReadOnly();
}

double MarchPanel::speed() const {
  return assumptions_->speed() / 3.6;
}

// Stops are the addresses that have a place; the bends of stretches drawn by hand go between them.
RouteRequest MarchPanel::request(const QList<EventAddress> &addresses) {
  RouteRequest request;
  request.steps = assumptions_->steps();
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
  if (!session_.steady() || line.isNull())
    return;
  session_.steady()->run<QList<RouteStreet>>(
      this, [line](Line &connection) { return streets_of(connection, line); },
      [this, asked = asked_](const QList<RouteStreet> &streets) {
        if (asked != asked_)
          return; // led elsewhere meanwhile
        route_.streets = streets;
        streets_->show(streets);
      },
      {});
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
  return engine::March({route,
                        to_instant(begin_),
                        double(*persons_),
                        {assumptions_->width()},
                        assumptions_->density(),
                        speed(),
                        {}});
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
    text += QStringLiteral("<br><span style='color:%1'>%2</span>")
                .arg(attention(*this).name(), assumptions_->impossible());
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
