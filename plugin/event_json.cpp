#include "plugin/event_json.hpp"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cortege::plugin {

namespace {

QJsonValue json_count(const std::optional<int> &value) {
  return value ? QJsonValue(*value) : QJsonValue();
}

std::optional<int> count_in(const QJsonValue &value) {
  return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

QJsonValue json_time(const QDateTime &time) {
  return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QDateTime time_in(const QJsonValue &value) {
  return value.isString() ? QDateTime::fromString(value.toString(), Qt::ISODate).toLocalTime() : QDateTime();
}

QJsonArray json_point(const QgsPointXY &point) {
  return {point.x(), point.y()};
}

QgsPointXY point_in(const QJsonValue &value) {
  return {value[0].toDouble(), value[1].toDouble()};
}

QJsonObject json_address(const EventAddress &address) {
  QJsonArray bends;
  for (const QgsPointXY &bend : address.bends)
    bends.append(json_point(bend));
  QJsonObject json{
      {"role", address.role}, {"label", address.label}, {"freehand", address.freehand}, {"bends", bends}};
  if (address.point)
    json["point"] = json_point(*address.point);
  return json;
}

EventAddress address_in(const QJsonValue &json) {
  EventAddress address{
      json["role"].toString(), json["label"].toString(), std::nullopt, json["freehand"].toBool(), {}};
  if (json["point"].isArray())
    address.point = point_in(json["point"]);
  for (const QJsonValue bend : json["bends"].toArray())
    address.bends.append(point_in(bend));
  return address;
}

} // namespace

QByteArray to_json(const Event &event) {
  QJsonArray addresses;
  for (const EventAddress &address : event.addresses)
    addresses.append(json_address(address));
  const QJsonObject json{{"kind", facts(event.kind).code},
                         {"id", event.id ? QJsonValue(*event.id) : QJsonValue()},
                         {"version", event.version},
                         {"status", event.status},
                         {"service", event.service},
                         {"subject", event.subject},
                         {"description", event.description},
                         {"begin", json_time(event.begin)},
                         {"end", json_time(event.end)},
                         {"persons_expected", json_count(event.persons_expected)},
                         {"persons_declared", json_count(event.persons_declared)},
                         {"cars_expected", json_count(event.cars_expected)},
                         {"cars_declared", json_count(event.cars_declared)},
                         {"organiser", event.organiser},
                         {"theme", event.theme},
                         {"geometry", event.geometry.isNull() ? QString() : event.geometry.asWkt(3)},
                         {"addresses", addresses}};
  return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<Event> event_from_json(const QByteArray &text) {
  const QJsonObject json = QJsonDocument::fromJson(text).object();
  const auto kind = kind_of(json["kind"].toString());
  if (!kind)
    return std::nullopt;
  Event event;
  event.kind = *kind;
  if (json["id"].isDouble())
    event.id = qint64(json["id"].toDouble());
  event.version = json["version"].toInt();
  event.status = json["status"].toString();
  event.service = json["service"].toString();
  event.subject = json["subject"].toString();
  event.description = json["description"].toString();
  event.begin = time_in(json["begin"]);
  event.end = time_in(json["end"]);
  event.persons_expected = count_in(json["persons_expected"]);
  event.persons_declared = count_in(json["persons_declared"]);
  event.cars_expected = count_in(json["cars_expected"]);
  event.cars_declared = count_in(json["cars_declared"]);
  event.organiser = json["organiser"].toString();
  event.theme = json["theme"].toString();
  if (const QString wkt = json["geometry"].toString(); !wkt.isEmpty())
    event.geometry = QgsGeometry::fromWkt(wkt);
  for (const QJsonValue address : json["addresses"].toArray())
    event.addresses.append(address_in(address));
  return event;
}

} // namespace cortege::plugin
