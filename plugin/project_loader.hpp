#pragma once

#include "plugin/project.hpp"

#include <qgsrectangle.h>
#include <qgstaskmanager.h>

#include <vector>

class QgsMapCanvas;

namespace cortege::plugin {

/// Puts layers into the project in their groups, with their styles and forms. They are opened in a thread: a
/// slow server leaves QGIS responsive. Layers of the same name that are there already stay.
class ProjectLoader : public QgsTask {
  Q_OBJECT

public:
  ProjectLoader(QgsMapCanvas &canvas, const QList<ProjectLayer> &layers);

signals:
  /// All is in the project but these.
  void loaded(const QStringList &missing);

protected:
  bool run() override;
  void finished(bool done) override;

private:
  void add(const ProjectLayer &wanted, std::unique_ptr<QgsMapLayer> layer);

  QgsMapCanvas &canvas_;
  QList<ProjectLayer> wanted_;
  std::vector<std::unique_ptr<QgsMapLayer>> opened_; ///< in the order of what is wanted
  QgsRectangle streets_;                             ///< where the base map is
};

} // namespace cortege::plugin
