#include "plugin/locator_filter.hpp"

#include "plugin/gazetteer.hpp"
#include "plugin/lambert.hpp"
#include "plugin/session.hpp"

#include <qgscoordinatetransform.h>
#include <qgsfeedback.h>
#include <qgsmapcanvas.h>

namespace cortege::plugin {

LocatorFilter::LocatorFilter(Session &session, QgsMapCanvas &canvas) : session_(session), canvas_(canvas) {
  setUseWithoutPrefix(true);
}

// QGIS calls this on a thread of its own and waits for nothing but the return: it opens its own connection,
// so that it can be abandoned without disturbing what the person types elsewhere.
void LocatorFilter::fetchResults(const QString &text, const QgsLocatorContext &context,
                                 QgsFeedback *feedback) {
  if (text.trimmed().size() < 3 || !session_.connected())
    return;
  const QgsCoordinateTransform to_lambert(context.targetExtentCrs,
                                          QgsCoordinateReferenceSystem(QStringLiteral("EPSG:2154")),
                                          context.transformContext);
  try {
    std::optional<QgsPointXY> centre;
    if (!context.targetExtent.isEmpty() && context.targetExtentCrs.isValid())
      centre = to_lambert.transform(context.targetExtent.center());
    std::atomic<bool> stop{feedback->isCanceled()};
    connect(
        feedback, &QgsFeedback::canceled, feedback, [&stop] { stop = true; }, Qt::DirectConnection);
    Line line(session_.connection(), stop);
    for (const Place &place : search_places(line, text, centre, 8)) {
      QgsLocatorResult result(this, place.label, QVariant::fromValue(place.point));
      result.score = 0.5;
      emit resultFetched(result);
    }
  } catch (const std::exception &) {
    return; // no suggestion: the dock tells about the server
  }
}

void LocatorFilter::triggerResult(const QgsLocatorResult &result) {
  const auto point = result.userData().value<QgsPointXY>();
  show_on_map(canvas_, QgsGeometry::fromPointXY(point));
  canvas_.flashGeometries({QgsGeometry::fromPointXY(point)},
                          QgsCoordinateReferenceSystem(QStringLiteral("EPSG:2154")));
}

} // namespace cortege::plugin
