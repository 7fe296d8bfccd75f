#include "providers/qgis/conjuncts.hpp"

#include <qgsexpression.h>
#include <qgsexpressionnodeimpl.h>

namespace cortege::qgis {
namespace {

void collect(const QgsExpressionNode *node, std::vector<const QgsExpressionNode *> &parts) {
  using Operator = QgsExpressionNodeBinaryOperator;
  const auto *binary =
      node->nodeType() == QgsExpressionNode::ntBinaryOperator ? static_cast<const Operator *>(node) : nullptr;
  if (binary != nullptr && binary->op() == Operator::boAnd && !node->hasCachedStaticValue()) {
    collect(binary->opLeft(), parts);
    collect(binary->opRight(), parts);
  } else {
    parts.push_back(node);
  }
}

} // namespace

std::vector<const QgsExpressionNode *> conjuncts_of(const QgsExpression &expression) {
  std::vector<const QgsExpressionNode *> parts;
  if (expression.rootNode() != nullptr)
    collect(expression.rootNode(), parts);
  return parts;
}

} // namespace cortege::qgis
