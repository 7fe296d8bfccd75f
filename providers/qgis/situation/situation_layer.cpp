#include "providers/qgis/situation/situation_layer.hpp"

#include <array>
#include <utility>
#include <vector>

namespace cortege::qgis {
namespace {

using Type = QMetaType::Type;
using Columns = std::vector<std::pair<const char *, Type>>;

constexpr std::array<std::pair<SituationLayer, const char *>, 5> names{
    {{SituationLayer::zones, "zones"},
     {SituationLayer::marches, "defiles"},
     {SituationLayer::heads, "tetes"},
     {SituationLayer::clashes, "conflits"},
     {SituationLayer::partial, "partiel"}}};

Columns columns(SituationLayer layer) {
  switch (layer) {
  case SituationLayer::zones: // of zones.gpkg, and whether something may be hidden
    return {{"niveau", Type::Int},        {"niveau_nom", Type::QString}, {"seuil_bas", Type::Double},
            {"seuil_haut", Type::Double}, {"aire_ha", Type::Double},     {"moyenne", Type::Double},
            {"maximum", Type::Double},    {"personnes", Type::Double},   {"debut", Type::QDateTime},
            {"fin", Type::QDateTime},     {"evenements", Type::QString}, {"nombre", Type::Int},
            {"modele", Type::QString},    {"empreinte", Type::QString},  {"statut", Type::QString},
            {"partiel", Type::QString}};
  case SituationLayer::marches:
    return {{"cle", Type::QString},          {"objet", Type::QString},    {"debut", Type::QDateTime},
            {"fin", Type::QDateTime},        {"personnes", Type::Double}, {"tete_m", Type::Double},
            {"queue_m", Type::Double},       {"depart", Type::QDateTime}, {"arrivee", Type::QDateTime},
            {"degagement", Type::QDateTime}, {"hypothese", Type::QString}};
  case SituationLayer::heads:
    return {{"cle", Type::QString},       {"objet", Type::QString},     {"role", Type::QString},
            {"debut", Type::QDateTime},   {"fin", Type::QDateTime},     {"instant", Type::QDateTime},
            {"distance_m", Type::Double}, {"en_attente", Type::Double}, {"en_marche", Type::Double},
            {"arrives", Type::Double}};
  case SituationLayer::clashes:
    return {{"evenement_1", Type::QString}, {"objet_1", Type::QString},  {"evenement_2", Type::QString},
            {"objet_2", Type::QString},     {"debut", Type::QDateTime},  {"fin", Type::QDateTime},
            {"distance_m", Type::Double},   {"ecart_min", Type::Double}, {"duree_min", Type::Double},
            {"ensemble", Type::Bool}};
  default:
    return {{"perimetre", Type::QString}, {"debut", Type::QDateTime}, {"fin", Type::QDateTime}};
  }
}

} // namespace

std::optional<SituationLayer> situation_layer(const QString &name) {
  for (const auto &[layer, known] : names)
    if (name == QLatin1String(known))
      return layer;
  return std::nullopt;
}

QString name_of(SituationLayer layer) {
  for (const auto &[known, name] : names)
    if (known == layer)
      return QLatin1String(name);
  return {};
}

QgsFields fields_of(SituationLayer layer) {
  QgsFields fields;
  for (const auto &[name, type] : columns(layer))
    fields.append(QgsField(QLatin1String(name), type));
  return fields;
}

Qgis::WkbType geometry_of(SituationLayer layer) {
  switch (layer) {
  case SituationLayer::zones:
    return Qgis::WkbType::Polygon;
  case SituationLayer::marches:
    return Qgis::WkbType::LineString;
  case SituationLayer::partial:
    return Qgis::WkbType::MultiPolygon;
  default:
    return Qgis::WkbType::Point;
  }
}

} // namespace cortege::qgis
