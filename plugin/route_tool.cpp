#include "plugin/route_tool.hpp"

#include "plugin/lambert.hpp"
#include "plugin/session.hpp"

#include <qgsmapcanvas.h>
#include <qgsmapmouseevent.h>
#include <qgsrubberband.h>

namespace cortege::plugin {

namespace {

std::unique_ptr<QgsRubberBand> band(QgsMapCanvas *canvas, Qgis::GeometryType type, const QColor &colour,
                                    int width) {
  auto made = std::make_unique<QgsRubberBand>(canvas, type);
  made->setColor(colour);
  made->setWidth(width);
  made->setSecondaryStrokeColor(QColor(255, 255, 255, 200));
  return made;
}

const QColor blue(0, 83, 159);
const QColor orange(224, 92, 0);

} // namespace

RouteTool::RouteTool(QgsMapCanvas *canvas, Session &session, AddressList &addresses)
    : QgsMapTool(canvas), session_(session), addresses_(addresses),
      way_(band(canvas, Qgis::GeometryType::Line, blue, 6)),
      occupied_(band(canvas, Qgis::GeometryType::Line, orange, 9)),
      points_(band(canvas, Qgis::GeometryType::Point, blue, 3)),
      moving_(band(canvas, Qgis::GeometryType::Point, orange, 3)) {
  setCursor(Qt::CrossCursor);
  points_->setIcon(QgsRubberBand::ICON_CIRCLE);
  points_->setFillColor(Qt::white);
  points_->setIconSize(12);
  moving_->setIcon(QgsRubberBand::ICON_FULL_BOX);
  moving_->setIconSize(12);
  connect(&addresses_, &AddressList::changed, this, &RouteTool::showPoints);
}

RouteTool::~RouteTool() = default;

void RouteTool::show(const QgsGeometry &line, const QList<double> &chainages) {
  line_ = line;
  chainages_ = chainages;
  way_->setToGeometry(to_map(*canvas(), line));
  showPoints();
}

void RouteTool::showOccupied(const QgsGeometry &stretch) {
  occupied_->setToGeometry(to_map(*canvas(), stretch));
}

void RouteTool::hideAll() {
  for (auto *each : {way_.get(), occupied_.get(), points_.get(), moving_.get()})
    each->reset(each == way_.get() || each == occupied_.get() ? Qgis::GeometryType::Line
                                                              : Qgis::GeometryType::Point);
}

void RouteTool::showPoints() {
  points_->reset(Qgis::GeometryType::Point);
  for (int i = 0; i < addresses_.count(); ++i)
    if (const auto point = addresses_.point(i))
      points_->addPoint(to_map(*canvas(), *point));
  for (int i = 0; i < addresses_.count(); ++i)
    if (addresses_.freehand(i))
      for (const QgsPointXY &bend : addresses_.bends(i))
        points_->addPoint(to_map(*canvas(), bend));
}

double RouteTool::reach() const {
  return 9 * canvas()->mapUnitsPerPixel();
}

bool RouteTool::near(const QgsPointXY &lambert, const QgsPointXY &on_map) const {
  return to_map(*canvas(), lambert).distance(on_map) < reach();
}

int RouteTool::waypointAt(const QgsPointXY &on_map) const {
  for (int i = 0; i < addresses_.count(); ++i)
    if (const auto point = addresses_.point(i); point && near(*point, on_map))
      return i;
  return -1;
}

std::optional<std::pair<int, int>> RouteTool::bendAt(const QgsPointXY &on_map) const {
  for (int row = 0; row < addresses_.count(); ++row)
    for (int i = 0; addresses_.freehand(row) && i < addresses_.bends(row).size(); ++i)
      if (near(addresses_.bends(row)[i], on_map))
        return std::pair(row, i);
  return std::nullopt;
}

// The row of the address before the place of the way under the cursor; -1 off the line.
int RouteTool::legAt(const QgsPointXY &on_map) const {
  if (line_.isNull() || to_map(*canvas(), line_).distance(QgsGeometry::fromPointXY(on_map)) > reach())
    return -1;
  const double chainage = line_.lineLocatePoint(QgsGeometry::fromPointXY(to_lambert(*canvas(), on_map)));
  int leg = -1;
  for (int row = 0, stop = 0; row < addresses_.count() && stop + 1 < chainages_.size(); ++row)
    if (addresses_.point(row)) {
      leg = row;
      if (chainage <= chainages_[++stop])
        break;
    }
  return leg;
}

// Between the bends that are there, in the order of the way.
void RouteTool::addBend(int row, const QgsPointXY &on_map) {
  const QgsPointXY point = to_lambert(*canvas(), on_map);
  const auto along = [this](const QgsPointXY &place) {
    return line_.lineLocatePoint(QgsGeometry::fromPointXY(place));
  };
  QList<QgsPointXY> bends = addresses_.bends(row);
  int place = 0;
  while (place < bends.size() && along(bends[place]) < along(point))
    ++place;
  bends.insert(place, point);
  addresses_.setBends(row, bends);
  bend_ = std::pair(row, place);
}

void RouteTool::canvasPressEvent(QgsMapMouseEvent *event) {
  bend_ = bendAt(event->mapPoint());
  const int row = waypointAt(event->mapPoint());
  if (event->button() == Qt::RightButton) {
    if (bend_) {
      QList<QgsPointXY> bends = addresses_.bends(bend_->first);
      bends.removeAt(bend_->second);
      addresses_.setBends(bend_->first, bends);
      bend_.reset();
    } else if (row > 0 && row + 1 < addresses_.count())
      addresses_.remove(row);
    return;
  }
  const int leg = row >= 0 || bend_ ? -1 : legAt(event->mapPoint());
  if (bend_)
    dragged_ = -1;
  else if (row >= 0)
    dragged_ = row;
  else if (leg >= 0 && addresses_.freehand(leg))
    addBend(leg, event->mapPoint());
  else if (leg >= 0)
    dragged_ = addresses_.insert(leg + 1);
  else {
    // Off the way: the next place that is missing, else one more waypoint before the arrival.
    const int missing = addresses_.firstUnplaced();
    dragged_ = missing >= 0 ? missing : addresses_.insert(addresses_.count() - 1);
  }
  canvasMoveEvent(event);
}

void RouteTool::canvasMoveEvent(QgsMapMouseEvent *event) {
  if (dragged_ < 0 && !bend_)
    return;
  moving_->reset(Qgis::GeometryType::Point);
  moving_->addPoint(event->mapPoint());
}

void RouteTool::canvasReleaseEvent(QgsMapMouseEvent *event) {
  if (dragged_ < 0 && !bend_)
    return;
  moving_->reset(Qgis::GeometryType::Point);
  if (bend_) {
    QList<QgsPointXY> bends = addresses_.bends(bend_->first);
    bends[bend_->second] = to_lambert(*canvas(), event->mapPoint());
    addresses_.setBends(bend_->first, bends);
  } else
    put(dragged_, event->mapPoint());
  dragged_ = -1;
  bend_.reset();
}

// The spot counts at once; its address follows when the base has answered.
void RouteTool::put(int row, const QgsPointXY &on_map) {
  const QgsPointXY point = to_lambert(*canvas(), on_map);
  addresses_.place(row, tr("Point on the map"), point);
  if (!session_.steady())
    return;
  session_.steady()->run<std::optional<Place>>(
      this, [point](Line &line) { return nearest_place(line, point); },
      [this, row, point](const std::optional<Place> &found) {
        if (found && row < addresses_.count() && addresses_.point(row) == point)
          addresses_.place(row, found->label, point);
      },
      {});
}

} // namespace cortege::plugin
