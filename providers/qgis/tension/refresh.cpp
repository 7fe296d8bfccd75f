#include "providers/qgis/tension/refresh.hpp"

#include "providers/qgis/live.hpp"

#include <QTimer>
#include <qgsdataprovider.h>
#include <qgsmaplayer.h>

namespace cortege::qgis {
namespace {

constexpr int settle = 300; // ms: a burst of saves is one redraw

} // namespace

void refresh_on_save(QgsDataProvider &provider, const Access &access) {
  if (access.identity.server)
    return;
  auto *redraw = new QTimer(&provider);
  redraw->setSingleShot(true);
  redraw->setInterval(settle);
  QObject::connect(redraw, &QTimer::timeout, &provider, [&provider] {
    emit provider.dataChanged();
    if (auto *layer = qobject_cast<QgsMapLayer *>(provider.parent()))
      layer->triggerRepaint();
  });
  // In the event loop: a script without one has no map to refresh and needs no listener. A provider made in a
  // thread and moved to the interface's takes this with it.
  QMetaObject::invokeMethod(
      redraw,
      [redraw, access] {
        const auto listener = Listener::of(access);
        QObject::connect(listener.get(), &Listener::saved, redraw,
                         [redraw, listener](const QString &) { redraw->start(); });
      },
      Qt::QueuedConnection);
}

} // namespace cortege::qgis
