#include "providers/qgis/expression_node.hpp"

#include "providers/qgis/expression_functions.hpp"
#include "providers/qgis/operators.hpp"

#include <qgsexpression.h>
#include <qgsexpressionfunction.h>
#include <qgsvariantutils.h>

namespace cortege::qgis {
namespace {

using Binary = QgsExpressionNodeBinaryOperator;

bool is_variable(const QgsExpressionNodeFunction &call, const char *name) {
  return QgsExpression::Functions().at(call.fnIndex())->name() == QLatin1String("var")
         && call.args() != nullptr && call.args()->count() == 1
         && call.args()->at(0)->dump() == QStringLiteral("'%1'").arg(QLatin1String(name));
}

class Compiler {
public:
  Compiler(const Relation &relation, Bindings &values) : relation_(relation), values_(values) {}

  MaybeTerm node(const QgsExpressionNode *node) {
    const std::size_t before = values_.size();
    MaybeTerm term = node->hasCachedStaticValue() ? constant_term(node->cachedStaticValue()) : any(node);
    if (!term)
      values_.truncate(before);
    return term;
  }

private:
  MaybeTerm any(const QgsExpressionNode *node) {
    switch (node->nodeType()) {
    case QgsExpressionNode::ntLiteral:
      return constant_term(static_cast<const QgsExpressionNodeLiteral *>(node)->value());
    case QgsExpressionNode::ntColumnRef:
      return column_term(relation_, static_cast<const QgsExpressionNodeColumnRef *>(node)->name());
    case QgsExpressionNode::ntUnaryOperator:
      return unary(static_cast<const QgsExpressionNodeUnaryOperator &>(*node));
    case QgsExpressionNode::ntBinaryOperator:
      return binary(static_cast<const Binary &>(*node));
    case QgsExpressionNode::ntInOperator:
      return in(static_cast<const QgsExpressionNodeInOperator &>(*node));
    case QgsExpressionNode::ntBetweenOperator:
      return between(static_cast<const QgsExpressionNodeBetweenOperator &>(*node));
    case QgsExpressionNode::ntFunction:
      return function(static_cast<const QgsExpressionNodeFunction &>(*node));
    default:
      return std::nullopt;
    }
  }

  static Term boolean(std::string sql) {
    return {"(" + std::move(sql) + ")", TermType::boolean, std::nullopt};
  }
  std::string sql(const Term &term) { return sql_of(term, relation_, values_); }

  MaybeTerm unary(const QgsExpressionNodeUnaryOperator &op) {
    const MaybeTerm operand = node(op.operand());
    if (!operand || operand->constant)
      return std::nullopt;
    if (op.op() == QgsExpressionNodeUnaryOperator::uoNot)
      return operand->type == TermType::boolean ? MaybeTerm(boolean("NOT " + operand->sql)) : std::nullopt;
    return negative_term(*operand, relation_, values_);
  }

  MaybeTerm binary(const Binary &op) {
    if (op.op() == Binary::boIs || op.op() == Binary::boIsNot)
      return is(op);
    const MaybeTerm left = node(op.opLeft());
    const MaybeTerm right = left ? node(op.opRight()) : std::nullopt;
    if (!left || !right)
      return std::nullopt;
    switch (op.op()) {
    case Binary::boAnd:
      return logic_term(*left, " AND ", *right, relation_, values_);
    case Binary::boOr:
      return logic_term(*left, " OR ", *right, relation_, values_);
    case Binary::boEQ:
    case Binary::boNE:
    case Binary::boLE:
    case Binary::boGE:
    case Binary::boLT:
    case Binary::boGT:
      return compare(op.op(), *left, *right, relation_, values_);
    case Binary::boLike:
    case Binary::boNotLike:
    case Binary::boILike:
    case Binary::boNotILike:
      return like_term(op.op(), *left, *right, relation_, values_);
    case Binary::boConcat:
      if (left->type == TermType::text && right->type == TermType::text)
        return Term{"(" + sql(*left) + " || " + sql(*right) + ")", TermType::text, std::nullopt};
      return std::nullopt;
    default:
      return arithmetic_term(op.op(), *left, *right, relation_, values_);
    }
  }

  // Any column can be tested for NULL, whatever else can be done with it; json null is NULL only for QGIS.
  MaybeTerm is(const Binary &op) {
    const bool null =
        op.opRight()->nodeType() == QgsExpressionNode::ntLiteral
        && QgsVariantUtils::isNull(static_cast<const QgsExpressionNodeLiteral *>(op.opRight())->value());
    if (!null || op.opLeft()->nodeType() != QgsExpressionNode::ntColumnRef)
      return std::nullopt;
    const int index =
        relation_.fields.lookupField(static_cast<const QgsExpressionNodeColumnRef *>(op.opLeft())->name());
    if (index < 0 || relation_.columns[index].kind == Kind::json
        || relation_.columns[index].kind == Kind::jsonb)
      return std::nullopt;
    return boolean(relation_.columns[index].sql() + (op.op() == Binary::boIs ? " IS NULL" : " IS NOT NULL"));
  }

  MaybeTerm in(const QgsExpressionNodeInOperator &op) {
    const MaybeTerm left = node(op.node());
    if (!left || left->constant || op.list()->count() == 0)
      return std::nullopt;
    std::string any_of;
    const auto items = op.list()->list();
    for (const QgsExpressionNode *item : items) {
      const MaybeTerm value = node(item);
      const MaybeTerm equal =
          value && value->constant ? compare(Binary::boEQ, *left, *value, relation_, values_) : std::nullopt;
      if (!equal)
        return std::nullopt;
      any_of += (any_of.empty() ? "" : " OR ") + equal->sql;
    }
    return boolean(op.isNotIn() ? "NOT (" + any_of + ")" : any_of);
  }

  MaybeTerm between(const QgsExpressionNodeBetweenOperator &op) {
    const MaybeTerm value = node(op.node()), low = node(op.lowerBound()), high = node(op.higherBound());
    if (!value || !low || !high)
      return std::nullopt;
    const MaybeTerm above = compare(Binary::boGE, *value, *low, relation_, values_);
    const MaybeTerm below = compare(Binary::boLE, *value, *high, relation_, values_);
    if (!above || !below)
      return std::nullopt;
    return boolean((op.negate() ? "NOT (" : "(") + above->sql + " AND " + below->sql + ")");
  }

  MaybeTerm function(const QgsExpressionNodeFunction &call) {
    const QString name = QgsExpression::Functions().at(call.fnIndex())->name();
    if (is_variable(call, "geometry")) // @geometry is what $geometry was
      return function_term(QStringLiteral("$geometry"), {}, relation_, values_);
    std::vector<Term> arguments;
    if (call.args() != nullptr) {
      const auto items = call.args()->list();
      for (const QgsExpressionNode *item : items) {
        auto argument = node(item);
        if (!argument)
          return std::nullopt;
        arguments.push_back(std::move(*argument));
      }
    }
    return function_term(name, arguments, relation_, values_);
  }

  const Relation &relation_;
  Bindings &values_;
};

} // namespace

MaybeTerm node_term(const QgsExpressionNode *node, const Relation &relation, Bindings &values) {
  return Compiler(relation, values).node(node);
}

} // namespace cortege::qgis
