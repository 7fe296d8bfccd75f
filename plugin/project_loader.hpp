#pragma once

#include "plugin/project.hpp"

#include <qgsrectangle.h>
#include <qgstaskmanager.h>

#include <atomic>
#include <functional>
#include <vector>

class QgsMapCanvas;

namespace cortege::plugin {

/// Puts layers into the project in their groups, with their styles and forms. They are opened in a thread: a
/// slow server leaves QGIS responsive, one that falls silent is told of. Layers of the same name that are
/// there already stay.
class ProjectLoader : public QgsTask {
  Q_OBJECT

public:
  /// `silence` says why the server does not answer, empty when it does; asked in the thread.
  using Silence = std::function<QString(const std::atomic<bool> &stop)>;
  ProjectLoader(QgsMapCanvas &canvas, const QList<ProjectLayer> &layers, Silence silence);

  void cancel() override;

signals:
  /// All is in the project but these.
  void loaded(const QStringList &missing);
  /// The server fell silent: the first `opened` of `all` are in the project.
  void interrupted(const QString &why, int opened, int all);

protected:
  bool run() override;
  void finished(bool done) override;

private:
  void openAll();
  void add(const ProjectLayer &wanted, std::unique_ptr<QgsMapLayer> layer);
  void showStreets();

  QgsMapCanvas &canvas_;
  const Silence silence_;
  std::atomic<bool> stop_{false};
  QString fell_silent_; ///< why nothing more was opened
  QList<ProjectLayer> wanted_;
  std::vector<std::unique_ptr<QgsMapLayer>> opened_; ///< in the order of what is wanted
  QgsRectangle streets_;                             ///< where the base map is
};

} // namespace cortege::plugin
