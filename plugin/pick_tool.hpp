#pragma once

#include <qgsmaptoolemitpoint.h>

namespace cortege::plugin {

/// One click on the map that gives an address its place.
class PickTool : public QgsMapToolEmitPoint {
public:
  explicit PickTool(QgsMapCanvas *canvas) : QgsMapToolEmitPoint(canvas) { setCursor(Qt::CrossCursor); }
  int row = 0; ///< of the address asked for
};

} // namespace cortege::plugin
