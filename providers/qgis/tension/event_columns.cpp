#include "providers/qgis/tension/event_columns.hpp"

#include "engine/error.hpp"

#include <QCoreApplication>
#include <QDateTime>

namespace cortege::qgis {

namespace {

QVariant value_of(const QgsFeature &feature, const char *name) {
  const int index = feature.fields().lookupField(QString::fromLatin1(name));
  return index < 0 ? QVariant() : feature.attribute(index);
}

std::optional<double> optional_number(const QgsFeature &feature, const char *name) {
  const QVariant value = value_of(feature, name);
  bool number = false;
  const double read = value.isNull() ? 0 : value.toDouble(&number);
  return number ? std::optional(read) : std::nullopt;
}

std::optional<engine::Instant> optional_time(const QgsFeature &feature, const char *name) {
  const QVariant value = value_of(feature, name);
  const QDateTime time = value.toDateTime();
  return value.isNull() || !time.isValid() ? std::nullopt : std::optional(instant_of(time));
}

QString kind_from(const engine::Shape &shape) {
  return !shape.lines.empty()      ? QStringLiteral("deambulatoire")
         : !shape.polygons.empty() ? QStringLiteral("statique")
                                   : QStringLiteral("fait");
}

} // namespace

engine::Instant instant_of(const QDateTime &time) {
  return engine::Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

EventRow event_row(const QgsFeature &feature, const engine::Shape &shape) {
  EventRow row;
  row.key = value_of(feature, "cle").toString();
  if (row.key.isEmpty())
    row.key = QString::number(feature.id());
  row.kind = value_of(feature, "genre").toString();
  if (row.kind.isEmpty())
    row.kind = kind_from(shape);
  row.title = value_of(feature, "objet").toString();
  const auto from = optional_time(feature, "debut");
  row.to = optional_time(feature, "fin");
  if (!from || (row.to && *row.to < *from))
    throw engine::Error(
        QCoreApplication::translate("Cortege",
                                    "Event %1 has no start (field “debut”), or ends before it: correct it.")
            .arg(row.key)
            .toStdString());
  row.from = *from;
  row.expected = optional_number(feature, "personnes_attendues");
  row.declared = optional_number(feature, "personnes_declarees");
  row.cars_expected = optional_number(feature, "voitures_attendues");
  row.cars_declared = optional_number(feature, "voitures_declarees");
  row.source = value_of(feature, "source").toString();
  row.category = value_of(feature, "categorie").toString();
  row.weight = optional_number(feature, "poids").value_or(1);
  return row;
}

engine::TensionEvent tension_event(const EventRow &row, engine::Shape shape) {
  engine::TensionEvent event;
  event.key = row.key.toStdString();
  event.kind = row.kind.toStdString();
  event.fact_source = row.source.toStdString();
  event.category = row.category.toStdString();
  event.from = row.from;
  event.to = row.to;
  event.persons_expected = row.expected;
  event.persons_declared = row.declared;
  event.cars_expected = row.cars_expected;
  event.cars_declared = row.cars_declared;
  event.weight = row.weight;
  event.shape = std::move(shape);
  return event;
}

} // namespace cortege::qgis
