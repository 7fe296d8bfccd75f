#pragma once

#include <QObject>
#include <QPointer>
#include <qgsfeatureid.h>

class QgsVectorLayer;

namespace cortege::qgis {

class Provider;

/// A layer while it is being edited: keeps the version each edit began on, and turns QGIS's own save into
/// ours. QGIS asks a provider step by step and could lose half of a save; before its first step this saves
/// the whole buffer in one transaction, so that QGIS finds nothing left to do, or forbids it to go on, with
/// every edit still in the buffer.
class EditSession : public QObject {
  Q_OBJECT

public:
  EditSession(Provider &provider, QgsVectorLayer &layer);

private:
  void edit_begins(QgsFeatureId id);
  void save();

  Provider &provider_;
  QPointer<QgsVectorLayer> layer_;
};

} // namespace cortege::qgis
