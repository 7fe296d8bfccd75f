// The one click that loads the ordered project; the rest of the plugin is in plugin.cpp.
#include "plugin/plugin.hpp"
#include "plugin/project_loader.hpp"
#include "plugin/session.hpp"

#include <QAction>
#include <qgisinterface.h>
#include <qgsapplication.h>
#include <qgsmessagebar.h>
#include <qgstaskmanager.h>

namespace cortege::plugin {

void Plugin::loadLayers() {
  layers_->setEnabled(false);
  loader_ =
      new ProjectLoader(*qgis_.mapCanvas(), project_layers(session_->settings(), *session_->person()),
                        [session = session_.get()](const auto &stop) { return session->silence(stop); });
  connect(loader_, &ProjectLoader::loaded, this, [this](const QStringList &missing) {
    if (!missing.isEmpty())
      qgis_.messageBar()->pushWarning(
          tr("Cortège"), tr("These layers could not be opened: %1").arg(missing.join(QStringLiteral(", "))));
  });
  connect(loader_, &ProjectLoader::interrupted, this, [this](const QString &why, int opened, int all) {
    qgis_.messageBar()->pushWarning(
        tr("Cortège"),
        tr("%1 of %2 layers. %3 “%4” opens the rest.").arg(opened).arg(all).arg(why, layers_->iconText()));
  });
  for (const auto end : {&QgsTask::taskCompleted, &QgsTask::taskTerminated})
    connect(loader_, end, this, [this] { layers_->setEnabled(true); });
  QgsApplication::taskManager()->addTask(loader_); // which owns it
}

} // namespace cortege::plugin
