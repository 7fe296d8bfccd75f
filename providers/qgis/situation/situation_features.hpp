#pragma once

#include "engine/geometry.hpp"
#include "engine/progress.hpp"
#include "providers/qgis/situation/situation_layer.hpp"
#include "providers/qgis/tension/seen_events.hpp"

#include <QTimeZone>
#include <qgsfeature.h>

#include <memory>
#include <vector>

namespace cortege::qgis {

using Features = std::vector<QgsFeature>;

/// What is computed of: one reading by one person, and a window of time.
struct Question {
  std::shared_ptr<const Seen> seen;
  engine::TensionModel model;
  engine::Window window;
  engine::Box territory;
  QTimeZone zone; ///< of the instants given back
};

/// The features of a layer, in EPSG:2154, numbered from 1 in an order of their own. The last few answers are
/// remembered, each with the reading it was computed of. Throws engine::Error; Cancelled.
std::shared_ptr<const Features> situation_features(SituationLayer layer, const Question &question,
                                                   const engine::Progress &progress);

Features zone_features(const Question &question, const engine::Progress &progress);
Features march_features(const Question &question);
Features head_features(const Question &question);
Features clash_features(const Question &question, const engine::Progress &progress);
Features partial_features(const Question &question);

/// A feature of a layer with its attributes in the order of its fields.
QgsFeature feature_of(const QgsFields &fields, const QVector<QVariant> &attributes,
                      const QgsGeometry &geometry);

} // namespace cortege::qgis
