#pragma once

#include <vector>

class QgsExpression;
class QgsExpressionNode;

namespace cortege::qgis {

/// The parts that a filter joins by AND; none of an empty one. They belong to the expression.
std::vector<const QgsExpressionNode *> conjuncts_of(const QgsExpression &expression);

} // namespace cortege::qgis
