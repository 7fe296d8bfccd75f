#include "plugin/undrawn_layers.hpp"

#include <qgisinterface.h>
#include <qgsmapcanvas.h>
#include <qgsmessagebar.h>
#include <qgsmessagebaritem.h>
#include <qgsproject.h>

namespace cortege::plugin {

namespace {

const QString qgis_words = QStringLiteral("Data source invalid");
constexpr int names_told = 3;

bool ours(const QString &name) {
  const QStringList providers{QStringLiteral("cortege"), QStringLiteral("situation"),
                              QStringLiteral("tension")};
  for (const QgsMapLayer *layer : QgsProject::instance()->mapLayersByName(name))
    if (providers.contains(layer->providerType()))
      return true;
  return false;
}

} // namespace

UndrawnLayers::UndrawnLayers(QgisInterface &qgis) : qgis_(qgis) {
  soon_.setSingleShot(true);
  soon_.setInterval(300);
  connect(&soon_, &QTimer::timeout, this, &UndrawnLayers::tell);
  connect(qgis_.messageBar(), &QgsMessageBar::widgetAdded, this, &UndrawnLayers::hear);
  connect(qgis_.mapCanvas(), &QgsMapCanvas::renderStarting, this, [this] { names_.clear(); });
  connect(qgis_.mapCanvas(), &QgsMapCanvas::mapCanvasRefreshed, this, [this] {
    if (names_.isEmpty())
      withdraw();
  });
}

void UndrawnLayers::hear(QgsMessageBarItem *item) {
  if (item->text() != qgis_words || !ours(item->title()))
    return;
  if (!names_.contains(item->title()))
    names_ << item->title();
  // Not from under the bar that is showing it.
  QTimer::singleShot(0, this, [this, item = QPointer<QgsMessageBarItem>(item)] {
    if (item)
      qgis_.messageBar()->popWidget(item);
    soon_.start();
  });
}

void UndrawnLayers::tell() {
  const QgsMessageBarItem *shown = qgis_.messageBar()->currentItem();
  const bool explained = shown && shown != told_ && shown->title() == tr("Cortège")
                         && shown->level() >= Qgis::MessageLevel::Warning
                         && shown->level() <= Qgis::MessageLevel::Critical;
  if (explained || names_.isEmpty())
    return;
  withdraw();
  QString names = names_.mid(0, names_told).join(QStringLiteral(", "));
  if (const int more = int(names_.size()) - names_told; more > 0)
    names = tr("%1 and %n more", nullptr, more).arg(names);
  told_ = new QgsMessageBarItem(tr("Cortège"),
                                tr("The map is incomplete, the server did not give: %1. Move it to draw it "
                                   "again; the message log says why.")
                                    .arg(names),
                                Qgis::MessageLevel::Warning);
  qgis_.messageBar()->pushItem(told_);
}

void UndrawnLayers::withdraw() {
  if (told_)
    qgis_.messageBar()->popWidget(told_);
}

} // namespace cortege::plugin
