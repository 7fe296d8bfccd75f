#pragma once

#include "plugin/address_list.hpp"

#include <qgsmaptool.h>

class QgsRubberBand;

namespace cortege::plugin {

class Session;

/// Draws a march on the map: click to place the departure, the arrival and waypoints, drag a point or any
/// part of the line to lead the way elsewhere, right click a waypoint to take it out. A stretch drawn by hand
/// takes bends in the same way. The addresses and the line stay one thing.
class RouteTool : public QgsMapTool {
  Q_OBJECT

public:
  RouteTool(QgsMapCanvas *canvas, Session &session, AddressList &addresses);
  ~RouteTool() override;

  /// The way as it now is, in EPSG:2154, with the chainage of each address.
  void show(const QgsGeometry &line, const QList<double> &chainages);
  /// The stretch taken by people at the time of the map.
  void showOccupied(const QgsGeometry &stretch);
  void hideAll();

  void canvasPressEvent(QgsMapMouseEvent *event) override;
  void canvasMoveEvent(QgsMapMouseEvent *event) override;
  void canvasReleaseEvent(QgsMapMouseEvent *event) override;

private:
  int waypointAt(const QgsPointXY &on_map) const;
  int legAt(const QgsPointXY &on_map) const;
  /// A bend of a stretch drawn by hand: the row before it, and which.
  std::optional<std::pair<int, int>> bendAt(const QgsPointXY &on_map) const;
  bool near(const QgsPointXY &lambert, const QgsPointXY &on_map) const;
  void addBend(int row, const QgsPointXY &on_map);
  void put(int row, const QgsPointXY &on_map);
  void showPoints();
  double reach() const;

  Session &session_;
  AddressList &addresses_;
  QgsGeometry line_;
  QList<double> chainages_;
  std::unique_ptr<QgsRubberBand> way_, occupied_, points_, moving_;
  int dragged_ = -1;                        ///< row, -1 for none
  std::optional<std::pair<int, int>> bend_; ///< dragged
};

} // namespace cortege::plugin
