#pragma once

#include <QList>
#include <QString>
#include <qgsfeatureid.h>

#include <optional>

class QgsVectorLayer;
class QWidget;

namespace cortege::qgis {

struct SaveOutcome {
  bool saved = false;
  QString message; ///< why not
  /// The row someone else changed meanwhile, and the version it has now.
  struct Conflict {
    QgsVectorLayer *layer = nullptr;
    QgsFeatureId id = 0;
    qint64 version = 0;
  };
  std::optional<Conflict> conflict;
};

/// Saves the edit buffers of these layers, all in one transaction. They are emptied once it holds; on any
/// failure they are untouched, nothing is in the database, and the provider has told why. Layers of other
/// providers, or of another database or login than the first, make it fail.
SaveOutcome save_buffers(const QList<QgsVectorLayer *> &layers);

/// save_buffers() with a person at hand: a conflict is shown with both versions and the person chooses, to
/// keep theirs, to take what the database holds, or to go on editing (which leaves everything as it was and
/// saved false).
SaveOutcome save_choosing(const QList<QgsVectorLayer *> &layers, QWidget *parent);

/// The save that a button calls: save_choosing(), then QGIS's own closing of the edit.
bool save(const QList<QgsVectorLayer *> &layers, QWidget *parent, bool stop_editing = false);

} // namespace cortege::qgis
