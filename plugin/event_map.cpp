#include "plugin/event_map.hpp"

#include "plugin/address_list.hpp"
#include "plugin/explain.hpp"
#include "plugin/footprint_panel.hpp"
#include "plugin/footprint_tool.hpp"
#include "plugin/help.hpp"
#include "plugin/lambert.hpp"
#include "plugin/march_panel.hpp"
#include "plugin/pick_tool.hpp"
#include "plugin/route_tool.hpp"
#include "plugin/session.hpp"
#include "plugin/time_link.hpp"

#include <qgisinterface.h>
#include <qgsmapcanvas.h>
#include <qgsrubberband.h>

namespace cortege::plugin {

EventMap::EventMap(QgisInterface &qgis, Session &session, AddressList &addresses, MarchPanel *march,
                   FootprintPanel *footprint, QObject *parent)
    : QObject(parent), qgis_(qgis), session_(session), addresses_(addresses), march_(march),
      footprint_(footprint), pick_tool_(std::make_unique<PickTool>(qgis.mapCanvas())),
      clashes_(std::make_unique<QgsRubberBand>(qgis.mapCanvas(), Qgis::GeometryType::Point)) {
  QgsMapCanvas *canvas = qgis_.mapCanvas();
  clashes_->setIcon(QgsRubberBand::ICON_X);
  clashes_->setIconSize(18);
  clashes_->setWidth(4);
  clashes_->setStrokeColor(QColor(190, 0, 0));
  addresses_.setCentre([canvas] { return centre_in_lambert(*canvas); });
  connect(&addresses_, &AddressList::pickRequested, this, &EventMap::pick);
  connect(pick_tool_.get(), &QgsMapToolEmitPoint::canvasClicked, this, &EventMap::picked);
  set_help(pick_tool_.get(), QStringLiteral("agent"), QStringLiteral("Adresses."));
  if (march_) {
    route_tool_ = std::make_unique<RouteTool>(canvas, session_, addresses_);
    set_help(route_tool_.get(), QStringLiteral("agent"), QStringLiteral("Tracé."));
    connect(canvas, &QgsMapCanvas::temporalRangeChanged, this, &EventMap::showOccupied);
  }
  if (footprint_) {
    footprint_tool_ = std::make_unique<FootprintTool>(canvas);
    set_help(footprint_tool_.get(), QStringLiteral("agent"), QStringLiteral("Emprise d'un rassemblement."));
    connect(footprint_, &FootprintPanel::drawRequested, this, [this] {
      footprint_tool_->askCorners();
      useTool(footprint_tool_.get());
    });
    connect(footprint_, &FootprintPanel::sectionRequested, this, [this] {
      footprint_tool_->askSection();
      useTool(footprint_tool_.get());
    });
    connect(footprint_, &FootprintPanel::told, this, &EventMap::told);
    connect(footprint_tool_.get(), &FootprintTool::sectionChosen, footprint_, &FootprintPanel::takeSection);
    connect(footprint_tool_.get(), &FootprintTool::drawn, footprint_, &FootprintPanel::setFootprint);
  }
}

EventMap::~EventMap() {
  QgsMapCanvas *canvas = qgis_.mapCanvas();
  for (QgsMapTool *tool :
       {static_cast<QgsMapTool *>(route_tool_.get()), static_cast<QgsMapTool *>(footprint_tool_.get()),
        static_cast<QgsMapTool *>(pick_tool_.get())})
    if (tool && canvas->mapTool() == tool)
      canvas->unsetMapTool(tool);
  if (tool_before_)
    canvas->setMapTool(tool_before_);
}

void EventMap::draw() {
  if (route_tool_)
    useTool(route_tool_.get());
}

void EventMap::show(const Event &event) {
  if (route_tool_) {
    route_tool_->show(march_->line(), march_->chainages());
    showOccupied();
  }
  if (footprint_tool_)
    footprint_tool_->show(event.geometry);
  QgsMultiPointXY points;
  for (const EventAddress &address : event.addresses)
    if (address.point)
      points.append(*address.point);
  const bool drawn = !event.geometry.isNull() && !event.geometry.isEmpty();
  if (shown_ || event.id || (march_ ? !drawn : points.isEmpty()))
    return;
  shown_ = true;
  show_on_map(*qgis_.mapCanvas(), drawn ? event.geometry : QgsGeometry::fromMultiPointXY(points));
}

void EventMap::showClashes(const QList<QgsPointXY> &places) {
  clashes_->reset(Qgis::GeometryType::Point);
  for (const QgsPointXY &place : places)
    clashes_->addPoint(to_map(*qgis_.mapCanvas(), place));
}

void EventMap::showOccupied() {
  const QgsDateTimeRange window = window_of(*qgis_.mapCanvas());
  route_tool_->showOccupied(window.isInfinite() ? QgsGeometry() : march_->occupied(window.begin()));
}

void EventMap::pick(int row) {
  pick_tool_->row = row;
  useTool(pick_tool_.get());
}

void EventMap::picked(const QgsPointXY &on_map) {
  const QgsPointXY point = to_lambert(*qgis_.mapCanvas(), on_map);
  const int row = pick_tool_->row;
  useTool(route_tool_ ? static_cast<QgsMapTool *>(route_tool_.get()) : tool_before_.data());
  if (row >= addresses_.count())
    return;
  addresses_.place(row, tr("Point on the map"), point);
  if (!session_.steady())
    return;
  session_.steady()->run<std::optional<Place>>(
      this, [point](Line &line) { return nearest_place(line, point); },
      [this, row, point](const std::optional<Place> &place) {
        if (place && row < addresses_.count() && addresses_.point(row) == point)
          addresses_.place(row, place->label, point);
      },
      [this](const pg::Error &error) { emit told(explain(error)); });
}

void EventMap::useTool(QgsMapTool *tool) {
  QgsMapCanvas *canvas = qgis_.mapCanvas();
  QgsMapTool *current = canvas->mapTool();
  if (current != route_tool_.get() && current != footprint_tool_.get() && current != pick_tool_.get())
    tool_before_ = current;
  if (tool)
    canvas->setMapTool(tool);
}

} // namespace cortege::plugin
