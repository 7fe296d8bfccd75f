// How the march panel finds the way; what it says of it is in march_panel.cpp.
#include "plugin/explain.hpp"
#include "plugin/march_assumptions.hpp"
#include "plugin/march_panel.hpp"
#include "plugin/session.hpp"
#include "plugin/street_list.hpp"

namespace cortege::plugin {

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
  broken_ = line.length() <= 0;
  if (broken_) {
    read_only_ ? receive({}) : follow(addresses);
    return;
  }
  last_ = addresses;
  asked_ = request(addresses);
  RouteAnswer stored;
  stored.line = line;
  stored.length = line.length();
  for (const int stop : asked_.stops)
    stored.chainages.append(line.lineLocatePoint(QgsGeometry::fromPointXY(asked_.points[stop])));
  receive(stored);
  if (!session_.steady())
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

} // namespace cortege::plugin
