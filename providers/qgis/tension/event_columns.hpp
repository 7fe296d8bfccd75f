#pragma once

#include "engine/geometry.hpp"
#include "engine/tension/event.hpp"
#include "engine/time.hpp"

#include <qgsfeature.h>

#include <optional>

namespace cortege::qgis {

/// The event columns of the platform's layers, by their French names; a layer of another origin may lack all
/// but `debut`.
struct EventRow {
  QString key;   ///< cle, else the feature's number
  QString kind;  ///< genre, else from the geometry
  QString title; ///< objet
  engine::Instant from;
  std::optional<engine::Instant> to;
  std::optional<double> expected, declared, cars_expected, cars_declared;
  QString source, category;
  double weight = 1;
};

/// Throws engine::Error naming the feature that has no start or ends before it.
EventRow event_row(const QgsFeature &feature, const engine::Shape &shape);

/// What a tension model knows of it.
engine::TensionEvent tension_event(const EventRow &row, engine::Shape shape);

/// A date without a zone is in the workstation's.
engine::Instant instant_of(const QDateTime &time);

} // namespace cortege::qgis
