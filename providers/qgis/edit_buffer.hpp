#pragma once

#include <QList>
#include <qgsfeature.h>
#include <qgsvectordataprovider.h>

class QgsVectorLayer;

namespace cortege::qgis {

/// What a layer's edit buffer holds, copied.
struct BufferedEdits {
  QgsFeatureIds deleted;
  QgsFeatureList added; ///< with the temporary ids of the buffer; the writer replaces them
  QList<QgsFeatureId> temporary_ids;
  QgsChangedAttributesMap attributes;
  QgsGeometryMap geometries;
};

/// Throws pg::Error if the buffer also changes the table's structure, which is not saved with rows.
BufferedEdits buffered_edits(const QgsVectorLayer &layer);

/// Empties the buffer of what has been saved, and tells the layer's listeners as QGIS does after its own
/// save.
void empty_buffer(QgsVectorLayer &layer, const BufferedEdits &saved);

/// Gives up the edits of one row: what the database holds shows again.
void drop_edits_of(QgsVectorLayer &layer, QgsFeatureId id);

} // namespace cortege::qgis
