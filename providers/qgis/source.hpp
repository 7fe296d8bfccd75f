#pragma once

#include "providers/qgis/feature_ids.hpp"
#include "providers/qgis/relation.hpp"
#include "providers/qgis/sessions.hpp"
#include "providers/qgis/statement.hpp"
#include "providers/qgis/versions.hpp"

#include <qgscoordinatereferencesystem.h>
#include <qgsfeaturerequest.h>

#include <memory>

namespace cortege::qgis {

class SharedTransaction;

/// What a provider and the iterators it gave have in common and outlives it; each part is thread-safe.
struct LayerState {
  FeatureIds ids;
  Versions versions;
};

/// A snapshot of a layer's definition and of whose rows are asked, taken on the asking thread. It owns all it
/// needs: the provider may change or go away.
class FeatureSource : public QgsAbstractFeatureSource {
public:
  QgsFeatureIterator getFeatures(const QgsFeatureRequest &request = QgsFeatureRequest()) override;

  std::shared_ptr<const Relation> relation;
  std::shared_ptr<LayerState> state;
  std::shared_ptr<SharedTransaction> transaction; ///< reads happen inside it when there is one
  Access access;
  QString subset;         ///< SQL of the project
  QString request_filter; ///< expression a server's request added, known to compile
  QString time_filter;    ///< expression of a server's TIME, instead of QGIS's own
  QgsCoordinateReferenceSystem crs;
  bool editable = false; ///< versions are worth remembering

  /// The condition every row of the layer meets: subset string and geometry type; empty if none.
  std::string condition(Bindings &values) const;
};

} // namespace cortege::qgis
