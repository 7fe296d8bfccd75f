#include "providers/qgis/edit_buffer.hpp"

#include "providers/pg/error.hpp"
#include "providers/qgis/text.hpp"

#include <qgsvectorlayer.h>
#include <qgsvectorlayereditbuffer.h>

namespace cortege::qgis {
namespace {

// The buffer's maps are protected and QGIS offers no way to say "this much is saved": a derived class may
// name them.
struct Buffer : QgsVectorLayerEditBuffer {
  static void clear(QgsVectorLayerEditBuffer &buffer) {
    (buffer.*(&Buffer::mDeletedFeatureIds)).clear();
    (buffer.*(&Buffer::mAddedFeatures)).clear();
    (buffer.*(&Buffer::mChangedAttributeValues)).clear();
    (buffer.*(&Buffer::mChangedGeometries)).clear();
  }
  static void drop(QgsVectorLayerEditBuffer &buffer, QgsFeatureId id) {
    (buffer.*(&Buffer::mDeletedFeatureIds)).remove(id);
    (buffer.*(&Buffer::mChangedAttributeValues)).remove(id);
    (buffer.*(&Buffer::mChangedGeometries)).remove(id);
  }
};

} // namespace

BufferedEdits buffered_edits(const QgsVectorLayer &layer) {
  const QgsVectorLayerEditBuffer &buffer = *const_cast<QgsVectorLayer &>(layer).editBuffer();
  if (!buffer.addedAttributes().isEmpty() || !buffer.deletedAttributeIds().isEmpty())
    throw pg::Error(tr("The table's fields were changed: save them apart from rows."));
  BufferedEdits edits{
      buffer.deletedFeatureIds(), {}, {}, buffer.changedAttributeValues(), buffer.changedGeometries()};
  const QgsFeatureMap added = buffer.addedFeatures();
  for (auto entry = added.begin(); entry != added.end(); ++entry) {
    edits.temporary_ids << entry.key();
    edits.added << entry.value();
  }
  return edits;
}

void empty_buffer(QgsVectorLayer &layer, const BufferedEdits &saved) {
  if (layer.editBuffer() == nullptr)
    return;
  Buffer::clear(*layer.editBuffer());
  for (int i = 0; i < saved.added.size(); ++i) {
    emit layer.featureDeleted(saved.temporary_ids.at(i));
    emit layer.featureAdded(saved.added.at(i).id());
  }
  if (!saved.added.isEmpty())
    emit layer.committedFeaturesAdded(layer.id(), saved.added);
  if (!saved.deleted.isEmpty())
    emit layer.committedFeaturesRemoved(layer.id(), saved.deleted);
  if (!saved.attributes.isEmpty())
    emit layer.committedAttributeValuesChanges(layer.id(), saved.attributes);
  if (!saved.geometries.isEmpty())
    emit layer.committedGeometriesChanges(layer.id(), saved.geometries);
}

void drop_edits_of(QgsVectorLayer &layer, QgsFeatureId id) {
  if (layer.editBuffer() == nullptr)
    return;
  Buffer::drop(*layer.editBuffer(), id);
  layer.triggerRepaint();
}

} // namespace cortege::qgis
