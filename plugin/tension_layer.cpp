#include "plugin/tension_layer.hpp"

#include "engine/error.hpp"
#include "engine/grid.hpp"
#include "plugin/connection_settings.hpp"
#include "plugin/processing/algorithm.hpp"
#include "providers/tension/input.hpp"

#include <QCoreApplication>
#include <qgslayertree.h>
#include <qgsproject.h>
#include <qgsrasterblock.h>
#include <qgsrasterdataprovider.h>
#include <qgsrasterdataprovidertemporalcapabilities.h>
#include <qgsrasterlayer.h>

namespace cortege::plugin {

namespace {

const QString preview_property = QStringLiteral("cortege/tension_preview");
constexpr std::int64_t most_cells = 50'000'000;

} // namespace

void put_below_events(QgsProject &project, QgsMapLayer *layer) {
  QgsLayerTreeGroup *group = project.layerTreeRoot()->findGroup(QStringLiteral("Tension"));
  (group ? group : project.layerTreeRoot())->insertLayer(0, layer);
}

QString tension_uri(const ConnectionSettings &settings, const TensionChoice &choice) {
  QString uri = QStringLiteral("%1 model='%2' from='%3' to='%4'")
                    .arg(settings.uri(), choice.model, choice.from.toUTC().toString(Qt::ISODate),
                         choice.to.toUTC().toString(Qt::ISODate));
  if (!choice.changes.isEmpty())
    uri += QStringLiteral(" changes='%1'").arg(choice.changes);
  return uri;
}

QgsRasterLayer *preview_of(const QgsProject &project) {
  for (QgsMapLayer *layer : project.mapLayers())
    if (layer->customProperty(preview_property).toBool())
      return qobject_cast<QgsRasterLayer *>(layer);
  return nullptr;
}

QgsRasterLayer *show_preview(QgsProject &project, const ConnectionSettings &settings,
                             const TensionChoice &choice, const QString &title, QString &why) {
  const QString uri = tension_uri(settings, choice);
  QgsRasterLayer *layer = preview_of(project);
  if (layer) {
    layer->setDataSource(uri, title, QStringLiteral("tension"), QgsDataProvider::ProviderOptions(), false);
    layer->setName(title);
  } else {
    auto made = std::make_unique<QgsRasterLayer>(uri, title, QStringLiteral("tension"));
    if (made->isValid()) {
      made->setCustomProperty(preview_property, true);
      layer = qobject_cast<QgsRasterLayer *>(project.addMapLayer(made.release(), false));
      put_below_events(project, layer);
    } else {
      why = made->error().summary();
      return nullptr;
    }
  }
  if (!layer->isValid()) {
    why = layer->error().summary();
    return nullptr;
  }
  layer->triggerRepaint();
  return layer;
}

TensionSaving::TensionSaving(const QgsRasterLayer &live, const engine::TensionModel &model,
                             const TensionChoice &choice, const QgsRectangle &extent, const QString &file)
    : QgsTask(QCoreApplication::translate("TensionPanel", "Tension saved in %1").arg(file),
              QgsTask::CanCancel),
      source_(qobject_cast<QgsRasterDataProvider *>(live.dataProvider()->clone())), model_(model),
      choice_(choice),
      grid_(engine::covering({extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()}, 0,
                             model.resolution)),
      file_(file), feedback_(std::make_unique<QgsRasterBlockFeedback>()) {}

TensionSaving::~TensionSaving() = default;

void TensionSaving::cancel() {
  feedback_->cancel();
  QgsTask::cancel();
}

bool TensionSaving::run() {
  try {
    if (grid_.cells() > most_cells)
      throw engine::Error(
          QCoreApplication::translate("TensionPanel", "This extent has too many cells: zoom in.")
              .toStdString());
    source_->temporalCapabilities()->setRequestedTemporalRange(
        QgsDateTimeRange(choice_.from, choice_.to, true, false));
    const engine::Box box = grid_.extent();
    const std::unique_ptr<QgsRasterBlock> block(
        source_->block(1, QgsRectangle(box.xmin, box.ymin, box.xmax, box.ymax), int(grid_.width),
                       int(grid_.height), feedback_.get()));
    if (!block->isValid())
      throw engine::Error(block->error().summary().toStdString());
    std::vector<double> values;
    values.reserve(std::size_t(grid_.cells()));
    for (qgssize cell = 0; cell < qgssize(grid_.cells()); ++cell)
      values.push_back(block->value(cell));
    write_raster(
        file_, grid_, values,
        {{"MODELE", model_.name},
         {"MODELE_TITRE", model_.title},
         {"MODELE_STATUT", model_.status},
         {"MODELE_EMPREINTE", model_.digest},
         {"FENETRE_DEBUT",
          choice_.from.toOffsetFromUtc(choice_.from.offsetFromUtc()).toString(Qt::ISODate).toStdString()},
         {"FENETRE_FIN",
          choice_.to.toOffsetFromUtc(choice_.to.offsetFromUtc()).toString(Qt::ISODate).toStdString()},
         {"UNITE", tension::unit}},
        [this](double share) {
          setProgress(100 * share);
          return !isCanceled();
        });
    return true;
  } catch (const std::exception &error) {
    why_ = QString::fromUtf8(error.what());
    return false;
  }
}

} // namespace cortege::plugin
