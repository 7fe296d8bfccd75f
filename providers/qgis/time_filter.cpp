#include "providers/qgis/time_filter.hpp"

#include "providers/qgis/conjuncts.hpp"
#include "providers/qgis/request_time.hpp"

#include <QStringList>
#include <qgsexpression.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayertemporalproperties.h>

namespace cortege::qgis {
namespace {

// QGIS writes the instants of its temporal filters, and nothing else of a request, so.
bool is_of_time(const QString &conjunct) {
  return conjunct.contains(QLatin1String("make_datetime("));
}

QStringList parts_without_time(const QgsExpression *filter) {
  QStringList parts;
  if (filter != nullptr)
    for (const QgsExpressionNode *conjunct : conjuncts_of(*filter))
      if (const QString text = conjunct->dump(); !is_of_time(text))
        parts << '(' + text + ')';
  return parts;
}

} // namespace

QString requested_filter(QgsVectorLayer &layer, const QTimeZone &zone) {
  const auto window = requested_time(zone);
  const auto *temporal = qobject_cast<const QgsVectorLayerTemporalProperties *>(layer.temporalProperties());
  if (!window || temporal == nullptr)
    return {};
  QgsVectorLayerTemporalContext context;
  context.setLayer(&layer);
  return temporal->createFilterString(context, {window->from.toLocalTime(), window->to.toLocalTime()});
}

QString with_time(const QgsExpression *filter, const QString &time) {
  return (QStringList{'(' + time + ')'} + parts_without_time(filter)).join(QLatin1String(" AND "));
}

QString without_time(const QgsExpression *filter) {
  return parts_without_time(filter).join(QLatin1String(" AND "));
}

} // namespace cortege::qgis
