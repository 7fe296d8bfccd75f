#pragma once

#include <QString>

class QgsExpression;
class QgsVectorLayer;
class QTimeZone;

namespace cortege::qgis {

/// The filter on a layer's dates that the request being served asks for by TIME, in the layer's temporal
/// settings; empty on the desktop, without TIME, and for a layer that does not move in time. QGIS Server
/// makes one of its own only for maps, not for GetFeatureInfo, and mistakes intervals with zones.
QString requested_filter(QgsVectorLayer &layer, const QTimeZone &zone);

/// A prepared filter (or none) with that one instead of QGIS's own.
QString with_time(const QgsExpression *filter, const QString &time);

/// A prepared filter (or none) without QGIS's temporal one; empty when nothing is left.
QString without_time(const QgsExpression *filter);

} // namespace cortege::qgis
