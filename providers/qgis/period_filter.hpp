#pragma once

#include "providers/qgis/relation.hpp"
#include "providers/qgis/statement.hpp"

#include <qgsexpressionnode.h>

#include <string>
#include <vector>

namespace cortege::qgis {

/// QGIS's temporal filter asks "start <= B (or unknown) and end >= A (or unknown)". Where the table stores
/// the range of the two, this adds that range's overlap with [A, B]: implied by the filter, and found by the
/// range's index. Empty if the filter has not that shape.
std::string period_condition(const std::vector<const QgsExpressionNode *> &conjuncts,
                             const Relation &relation, Bindings &values);

} // namespace cortege::qgis
