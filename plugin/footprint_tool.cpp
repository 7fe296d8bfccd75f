#include "plugin/footprint_tool.hpp"

#include "plugin/lambert.hpp"

#include <QKeyEvent>
#include <qgsmapcanvas.h>
#include <qgsmapmouseevent.h>
#include <qgsrubberband.h>

namespace cortege::plugin {

FootprintTool::FootprintTool(QgsMapCanvas *canvas)
    : QgsMapTool(canvas), shape_(std::make_unique<QgsRubberBand>(canvas, Qgis::GeometryType::Polygon)),
      sketch_(std::make_unique<QgsRubberBand>(canvas, Qgis::GeometryType::Polygon)) {
  setCursor(Qt::CrossCursor);
  shape_->setStrokeColor(QColor(0, 83, 159));
  shape_->setFillColor(QColor(0, 83, 159, 60));
  shape_->setWidth(2);
  sketch_->setStrokeColor(QColor(224, 92, 0));
  sketch_->setFillColor(QColor(224, 92, 0, 40));
  sketch_->setWidth(2);
}

FootprintTool::~FootprintTool() = default;

void FootprintTool::show(const QgsGeometry &footprint) {
  if (footprint.isNull())
    shape_->reset(Qgis::GeometryType::Polygon);
  else
    shape_->setToGeometry(to_map(*canvas(), footprint));
}

void FootprintTool::canvasReleaseEvent(QgsMapMouseEvent *event) {
  if (event->button() == Qt::RightButton) {
    finish();
    return;
  }
  corners_.append(event->mapPoint());
  if (section_ && corners_.size() == 2) {
    const QgsPointXY from = to_lambert(*canvas(), corners_[0]), to = to_lambert(*canvas(), corners_[1]);
    corners_.clear();
    showCorners(nullptr);
    emit sectionChosen(from, to);
    return;
  }
  showCorners(nullptr);
}

void FootprintTool::askSection() {
  section_ = true;
  corners_.clear();
  showCorners(nullptr);
}

void FootprintTool::askCorners() {
  section_ = false;
  corners_.clear();
  showCorners(nullptr);
}

void FootprintTool::canvasMoveEvent(QgsMapMouseEvent *event) {
  if (corners_.isEmpty())
    return;
  const QgsPointXY cursor = event->mapPoint();
  showCorners(&cursor);
}

void FootprintTool::keyPressEvent(QKeyEvent *event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
    finish();
  else if (event->key() == Qt::Key_Backspace && !corners_.isEmpty())
    corners_.removeLast();
  else if (event->key() == Qt::Key_Escape)
    corners_.clear();
  else
    return;
  showCorners(nullptr);
  event->ignore(); // tells QGIS that the key was ours: Backspace must not delete features
}

void FootprintTool::showCorners(const QgsPointXY *cursor) {
  sketch_->reset(Qgis::GeometryType::Polygon);
  for (const QgsPointXY &corner : corners_)
    sketch_->addPoint(corner, false);
  if (cursor)
    sketch_->addPoint(*cursor, false);
  sketch_->updatePosition();
  sketch_->update();
}

void FootprintTool::finish() {
  QVector<QgsPointXY> ring;
  for (const QgsPointXY &corner : corners_)
    ring.append(to_lambert(*canvas(), corner));
  corners_.clear();
  showCorners(nullptr);
  if (ring.size() < 3)
    return;
  // A ring drawn across itself is taken for the ground it covers.
  const QgsGeometry footprint = QgsGeometry::fromPolygonXY({ring}).makeValid();
  if (footprint.type() == Qgis::GeometryType::Polygon)
    emit drawn(footprint);
}

} // namespace cortege::plugin
