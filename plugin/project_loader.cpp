#include "plugin/project_loader.hpp"

#include <QDomDocument>
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

// loadNamedStyle() would first ask the database for a style of that name, in the interface's thread.
void dress(QgsMapLayer &layer, const QString &style) {
  QFile file(style);
  QDomDocument document;
  QString error;
  if (file.open(QIODevice::ReadOnly) && document.setContent(&file))
    layer.importNamedStyle(document, error);
}

QgsLayerTreeGroup *group(const QString &name) {
  QgsLayerTreeGroup *root = QgsProject::instance()->layerTreeRoot();
  QgsLayerTreeGroup *there = root->findGroup(name);
  return there ? there : root->addGroup(name);
}

} // namespace

ProjectLoader::ProjectLoader(QgsMapCanvas &canvas, const QList<ProjectLayer> &layers, Silence silence)
    : QgsTask(tr("Cortège: opening the layers")), canvas_(canvas), silence_(std::move(silence)) {
  for (const ProjectLayer &layer : layers)
    if (!present(layer.name))
      wanted_.append(layer);
}

void ProjectLoader::cancel() {
  stop_ = true;
  QgsTask::cancel();
}

// A layer waits for its server while it is opened: in a thread that can be told to wait no longer.
bool ProjectLoader::run() {
  const std::unique_ptr<QThread> opening(QThread::create([this] { openAll(); }));
  constexpr unsigned long between_looks = 100; // ms
  opening->start();
  while (!opening->wait(between_looks))
    if (isCanceled())
      opening->requestInterruption();
  return !isCanceled();
}

void ProjectLoader::openAll() {
  for (const ProjectLayer &wanted : wanted_) {
    if (isCanceled())
      return;
    auto layer = open_layer(wanted);
    if (!layer->isValid() && !(fell_silent_ = silence_(stop_)).isEmpty())
      return;
    // QGIS asks for it in the interface's thread, and keeps it.
    const QgsRectangle extent = layer->extent();
    if (wanted.style == QLatin1String("troncon"))
      streets_ = extent;
    layer->moveToThread(QCoreApplication::instance()->thread());
    opened_.push_back(std::move(layer));
    setProgress(100.0 * double(opened_.size()) / double(wanted_.size()));
  }
}

void ProjectLoader::finished(bool done) {
  if (!done)
    return;
  const bool empty = QgsProject::instance()->count() == 0;
  const int opened = int(opened_.size());
  QStringList missing;
  for (int i = 0; i < opened; ++i)
    if (opened_[std::size_t(i)]->isValid())
      add(wanted_[i], std::move(opened_[std::size_t(i)]));
    else
      missing << wanted_[i].name;
  if (empty && opened > 0)
    showStreets();
  if (fell_silent_.isEmpty())
    emit loaded(missing);
  else
    emit interrupted(fell_silent_, opened, int(wanted_.size()));
}

void ProjectLoader::showStreets() {
  QgsProject &project = *QgsProject::instance();
  project.setCrs(QgsCoordinateReferenceSystem(QStringLiteral("EPSG:2154")));
  canvas_.setDestinationCrs(project.crs());
  // QGIS itself shows all that the first layers hold, in a moment.
  if (!streets_.isEmpty())
    QTimer::singleShot(0, &canvas_, [canvas = &canvas_, streets = streets_] {
      canvas->setExtent(streets);
      canvas->refresh();
    });
}

void ProjectLoader::add(const ProjectLayer &wanted, std::unique_ptr<QgsMapLayer> layer) {
  const QString style =
      QgsApplication::prefixPath() + QStringLiteral("/share/cortege/styles/%1.qml").arg(wanted.style);
  if (!wanted.style.isEmpty())
    dress(*layer, style);
  layer->setCustomProperty(ours, true); // a style brings its own properties, instead of those there
  QgsLayerTreeLayer *node =
      group(wanted.group)->addLayer(QgsProject::instance()->addMapLayer(layer.release(), false));
  node->setItemVisibilityChecked(wanted.visible);
  node->setExpanded(false);
}

} // namespace cortege::plugin
