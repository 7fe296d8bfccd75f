#pragma once

#include "plugin/event.hpp"

#include <QObject>
#include <QPointer>

#include <memory>

class QgisInterface;
class QgsMapTool;
class QgsRubberBand;

namespace cortege::plugin {

class AddressList;
class FootprintPanel;
class FootprintTool;
class MarchPanel;
class PickTool;
class RouteTool;
class Session;

/// The event being entered, on the map: its way or its ground, the tools that draw them, the places where it
/// clashes. Gives the map its own tool back at the end.
class EventMap : public QObject {
  Q_OBJECT

public:
  /// `march` or `footprint` may be null.
  EventMap(QgisInterface &qgis, Session &session, AddressList &addresses, MarchPanel *march,
           FootprintPanel *footprint, QObject *parent);
  /// The map draws the way from now on.
  void draw();
  ~EventMap() override;

  /// Draws the shape again; the first place known brings the map there, after that the map is the person's.
  void show(const Event &event);
  void showClashes(const QList<QgsPointXY> &places);

signals:
  void told(const QString &sentence);

private:
  void pick(int row);
  void picked(const QgsPointXY &on_map);
  void useTool(QgsMapTool *tool);
  void showOccupied();

  QgisInterface &qgis_;
  Session &session_;
  AddressList &addresses_;
  MarchPanel *march_;
  FootprintPanel *footprint_;
  std::unique_ptr<RouteTool> route_tool_;
  std::unique_ptr<FootprintTool> footprint_tool_;
  std::unique_ptr<PickTool> pick_tool_;
  std::unique_ptr<QgsRubberBand> clashes_;
  QPointer<QgsMapTool> tool_before_;
  bool shown_ = false;
};

} // namespace cortege::plugin
