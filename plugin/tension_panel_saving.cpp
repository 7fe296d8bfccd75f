// How the tension panel writes a file; the rest is in tension_panel.cpp.
#include "plugin/locale.hpp"
#include "plugin/session.hpp"
#include "plugin/tension_panel.hpp"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QFileDialog>
#include <qgisinterface.h>
#include <qgsapplication.h>
#include <qgscoordinatetransform.h>
#include <qgsmapcanvas.h>
#include <qgsmessagebar.h>
#include <qgsproject.h>
#include <qgsrasterlayer.h>
#include <qgsrasterrenderer.h>

namespace cortege::plugin {

void TensionPanel::save() {
  const QString file = QFileDialog::getSaveFileName(this, tr("Save the tension of the map's extent"),
                                                    QStringLiteral("tension.tif"), tr("GeoTIFF (*.tif)"));
  if (file.isEmpty())
    return;
  live_->setChecked(true);
  preview();
  const QgsRasterLayer *layer = preview_of(*QgsProject::instance());
  if (!layer)
    return;
  const QgsCoordinateTransform transform(qgis_.mapCanvas()->mapSettings().destinationCrs(), layer->crs(),
                                         QgsProject::instance());
  const QgsRectangle extent =
      transform.transformBoundingBox(qgis_.mapCanvas()->extent()).intersect(layer->extent());
  auto *saving = new TensionSaving(*layer, model(), choice(), extent, file);
  const QString name = QStringLiteral("%1, %2").arg(
      title(), person_locale().toString(from_->dateTime(), QStringLiteral("d MMM yyyy HH:mm")));
  connect(saving, &QgsTask::taskCompleted, this, [this, saving, name] { saved(*saving, name); });
  connect(saving, &QgsTask::taskTerminated, this,
          [this, saving] { qgis_.messageBar()->pushWarning(tr("Cortège"), saving->why()); });
  QgsApplication::taskManager()->addTask(saving);
}

void TensionPanel::saved(const TensionSaving &saving, const QString &title) {
  auto *layer = new QgsRasterLayer(saving.file(), title);
  if (const QgsRasterLayer *live = preview_of(*QgsProject::instance()))
    layer->setRenderer(live->renderer()->clone());
  put_below_events(*QgsProject::instance(), QgsProject::instance()->addMapLayer(layer, false));
  qgis_.messageBar()->pushSuccess(tr("Cortège"), tr("The tension is saved in %1.").arg(saving.file()));
  emit session_.fileWritten(title, 1, saving.file());
}

} // namespace cortege::plugin
