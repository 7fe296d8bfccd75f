#pragma once

#include "providers/qgis/relation.hpp"
#include "providers/qgis/statement.hpp"

#include <QDateTime>
#include <qgsexpressionnode.h>

#include <optional>
#include <string>
#include <vector>

namespace cortege::qgis {

/// The instants between which a filter asks.
struct TimeWindow {
  QDateTime from, to;
};

/// QGIS's temporal filter asks "start <= B (or unknown) and end >= A (or unknown)", where the end may be
/// coalesce(end, something). Its window where every row that meets the filter has a range that overlaps it;
/// nothing if the filter has not that shape or the table no such range.
std::optional<TimeWindow> window_of(const std::vector<const QgsExpressionNode *> &conjuncts,
                                    const Relation &relation);

/// The condition that the range overlaps the window, found by the range's index; empty without one.
std::string period_condition(const std::vector<const QgsExpressionNode *> &conjuncts,
                             const Relation &relation, Bindings &values);

} // namespace cortege::qgis
