#include "providers/qgis/edit_session.hpp"

#include "providers/qgis/provider.hpp"
#include "providers/qgis/save.hpp"

#include <QApplication>
#include <QTimer>
#include <qgsapplication.h>
#include <qgsvectorlayer.h>

namespace cortege::qgis {

EditSession::EditSession(Provider &provider, QgsVectorLayer &layer) : provider_(provider), layer_(&layer) {
  connect(&layer, &QgsVectorLayer::attributeValueChanged, this, [this](QgsFeatureId id) { edit_begins(id); });
  connect(&layer, &QgsVectorLayer::geometryChanged, this, [this](QgsFeatureId id) { edit_begins(id); });
  connect(&layer, &QgsVectorLayer::featureDeleted, this, [this](QgsFeatureId id) { edit_begins(id); });
  connect(&layer, &QgsVectorLayer::beforeCommitChanges, this, [this] { save(); });
}

void EditSession::edit_begins(QgsFeatureId id) {
  const auto state = provider_.state();
  if (id < 0 || state->versions.edit_begins(id))
    return;
  // Never shown to this process (an edit by a script): its base is what the database holds now.
  QgsFeature row;
  provider_.getFeatures(QgsFeatureRequest(id)).nextFeature(row);
  state->versions.edit_begins(id);
}

void EditSession::save() {
  if (!layer_ || provider_.transaction() != nullptr)
    return; // inside a QGIS transaction every step is already in it
  const bool someone_to_ask = QgsApplication::platform() == QLatin1String("desktop");
  const SaveOutcome outcome =
      someone_to_ask ? save_choosing({layer_}, QApplication::activeWindow()) : save_buffers({layer_});
  if (outcome.saved)
    return;
  layer_->setAllowCommit(false);
  QTimer::singleShot(0, layer_, [layer = layer_] {
    if (layer)
      layer->setAllowCommit(true);
  });
}

} // namespace cortege::qgis
