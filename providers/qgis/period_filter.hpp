#pragma once

#include "providers/qgis/relation.hpp"
#include "providers/qgis/request_time.hpp"
#include "providers/qgis/statement.hpp"

#include <qgsexpressionnode.h>

#include <optional>
#include <string>
#include <vector>

namespace cortege::qgis {

/// QGIS's temporal filter asks "start <= B (or unknown) and end >= A (or unknown)", where the end may be
/// coalesce(end, something). Its window where every row that meets the filter has a range that overlaps it;
/// nothing if the filter has not that shape or the table no such range.
std::optional<TimeWindow> window_of(const std::vector<const QgsExpressionNode *> &conjuncts,
                                    const Relation &relation);

/// The same for any two columns: the instants compared, as they are written. `open`: an unknown end never
/// excludes a row.
std::optional<TimeWindow> window_of(const std::vector<const QgsExpressionNode *> &conjuncts,
                                    const QString &start, const QString &end, bool open);

/// The condition that the range overlaps the window, found by the range's index; empty without one.
std::string period_condition(const std::vector<const QgsExpressionNode *> &conjuncts,
                             const Relation &relation, Bindings &values);

} // namespace cortege::qgis
