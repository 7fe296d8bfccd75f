#include "plugin/project_loader.hpp"

#include <QFile>
#include <QThread>
#include <QTimer>
#include <qgsapplication.h>
#include <qgscoordinatereferencesystem.h>
#include <qgslayertree.h>
#include <qgslayertreegroup.h>
#include <qgslayertreelayer.h>
#include <qgsmapcanvas.h>
#include <qgsproject.h>

namespace cortege::plugin {

namespace {

const QString ours = QStringLiteral("cortege/layer");

bool present(const QString &name) {
  for (const QgsMapLayer *layer : QgsProject::instance()->mapLayersByName(name))
    if (layer->customProperty(ours).toBool())
      return true;
  return false;
}

QgsLayerTreeGroup *group(const QString &name) {
  QgsLayerTreeGroup *root = QgsProject::instance()->layerTreeRoot();
  QgsLayerTreeGroup *there = root->findGroup(name);
  return there ? there : root->addGroup(name);
}

} // namespace

ProjectLoader::ProjectLoader(QgsMapCanvas &canvas, const QList<ProjectLayer> &layers)
    : QgsTask(tr("Cortège: opening the layers")), canvas_(canvas) {
  for (const ProjectLayer &layer : layers)
    if (!present(layer.name))
      wanted_.append(layer);
}

bool ProjectLoader::run() {
  for (const ProjectLayer &wanted : wanted_) {
    if (isCanceled())
      return false;
    auto layer = open_layer(wanted);
    if (layer->isValid() && wanted.style == QLatin1String("troncon"))
      streets_ = layer->extent();
    layer->moveToThread(QCoreApplication::instance()->thread());
    opened_.push_back(std::move(layer));
    setProgress(100.0 * double(opened_.size()) / double(wanted_.size()));
  }
  return true;
}

void ProjectLoader::finished(bool done) {
  if (!done)
    return;
  QgsProject &project = *QgsProject::instance();
  const bool empty = project.count() == 0;
  QStringList missing;
  for (int i = 0; i < wanted_.size(); ++i)
    if (opened_[std::size_t(i)]->isValid())
      add(wanted_[i], std::move(opened_[std::size_t(i)]));
    else
      missing << wanted_[i].name;
  if (empty) {
    project.setCrs(QgsCoordinateReferenceSystem(QStringLiteral("EPSG:2154")));
    canvas_.setDestinationCrs(project.crs());
    // QGIS itself shows all that the first layers hold, in a moment.
    if (!streets_.isEmpty())
      QTimer::singleShot(0, &canvas_, [canvas = &canvas_, streets = streets_] {
        canvas->setExtent(streets);
        canvas->refresh();
      });
  }
  emit loaded(missing);
}

void ProjectLoader::add(const ProjectLayer &wanted, std::unique_ptr<QgsMapLayer> layer) {
  layer->setCustomProperty(ours, true);
  const QString style =
      QgsApplication::prefixPath() + QStringLiteral("/share/cortege/styles/%1.qml").arg(wanted.style);
  bool loaded = false;
  if (!wanted.style.isEmpty() && QFile::exists(style))
    layer->loadNamedStyle(style, loaded);
  QgsLayerTreeLayer *node =
      group(wanted.group)->addLayer(QgsProject::instance()->addMapLayer(layer.release(), false));
  node->setItemVisibilityChecked(wanted.visible);
  node->setExpanded(false);
}

} // namespace cortege::plugin
