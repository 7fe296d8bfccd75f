#include "providers/qgis/expression.hpp"

#include "providers/qgis/conjuncts.hpp"
#include "providers/qgis/expression_functions.hpp"
#include "providers/qgis/period_filter.hpp"
#include "providers/qgis/term.hpp"

#include <qgsexpression.h>
#include <qgsvariantutils.h>

namespace cortege::qgis {
namespace {

using Binary = QgsExpressionNodeBinaryOperator;

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
    return is_number(operand->type)
               ? MaybeTerm(Term{"(- " + number(*operand) + ")", operand->type, std::nullopt})
               : std::nullopt;
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
      return logic(*left, " AND ", *right);
    case Binary::boOr:
      return logic(*left, " OR ", *right);
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
      return like(op.op(), *left, *right);
    case Binary::boConcat:
      if (left->type == TermType::text && right->type == TermType::text)
        return Term{"(" + sql(*left) + " || " + sql(*right) + ")", TermType::text, std::nullopt};
      return std::nullopt;
    default:
      return arithmetic(op.op(), *left, *right);
    }
  }

  MaybeTerm logic(const Term &left, const char *word, const Term &right) {
    if (left.type != TermType::boolean || right.type != TermType::boolean)
      return std::nullopt;
    return boolean(sql(left) + word + sql(right));
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

  MaybeTerm like(Comparison op, const Term &left, const Term &right) {
    if (left.type != TermType::text || left.constant || right.type != TermType::text || !right.constant
        || right.constant->toString().contains('\\'))
      return std::nullopt;
    const bool folded = op == Binary::boILike || op == Binary::boNotILike;
    const bool negated = op == Binary::boNotLike || op == Binary::boNotILike;
    return boolean("(" + left.sql + ")" + (folded ? " COLLATE \"und-x-icu\"" : "") + (negated ? " NOT" : "")
                   + (folded ? " ILIKE " : " LIKE ") + sql(right));
  }

  std::string number(const Term &term) {
    return "(" + sql(term) + (term.type == TermType::integer ? ")::numeric" : ")::float8");
  }

  // Integers as numeric and divisors never zero: nothing here fails on a row.
  MaybeTerm arithmetic(Comparison op, const Term &left, const Term &right) {
    if (!is_number(left.type) || !is_number(right.type))
      return std::nullopt;
    const bool whole = left.type == TermType::integer && right.type == TermType::integer;
    const auto cast = [&](const Term &term) {
      return "(" + sql(term) + (whole ? ")::numeric" : ")::float8");
    };
    const auto term = [&](const char *word) {
      return Term{"(" + cast(left) + word + cast(right) + ")", whole ? TermType::integer : TermType::real,
                  std::nullopt};
    };
    switch (op) {
    case Binary::boPlus:
      return term(" + ");
    case Binary::boMinus:
      return term(" - ");
    case Binary::boMul:
      return term(" * ");
    case Binary::boDiv:
      return Term{"((" + sql(left) + ")::float8 / NULLIF((" + sql(right) + ")::float8, 0))", TermType::real,
                  std::nullopt};
    case Binary::boMod:
      if (whole)
        return Term{"(" + cast(left) + " % NULLIF(" + cast(right) + ", 0))", TermType::integer, std::nullopt};
      return std::nullopt;
    default:
      return std::nullopt;
    }
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

Compiled compile_filter(const QgsExpression &expression, const Relation &relation, Bindings &values) {
  if (expression.rootNode() == nullptr)
    return {};
  const auto parts = conjuncts_of(expression);
  Compiled compiled;
  std::size_t done = 0;
  for (const QgsExpressionNode *part : parts) {
    const std::size_t before = values.size();
    const MaybeTerm term = Compiler(relation, values).node(part);
    if (!term || term->type != TermType::boolean) {
      values.truncate(before);
      continue;
    }
    compiled.sql += (compiled.sql.empty() ? "" : " AND ") + sql_of(*term, relation, values);
    ++done;
  }
  compiled.pushed = done == parts.size() ? Pushed::all : done > 0 ? Pushed::part : Pushed::nothing;
  const std::string period = period_condition(parts, relation, values);
  if (!period.empty())
    compiled.sql += (compiled.sql.empty() ? "" : " AND ") + period;
  return compiled;
}

std::string compile_order(const QgsExpression &expression, const Relation &relation, Bindings &values) {
  if (expression.rootNode() == nullptr)
    return {};
  const std::size_t before = values.size();
  const MaybeTerm term = Compiler(relation, values).node(expression.rootNode());
  if (!term || term->constant || term->type == TermType::geometry) {
    values.truncate(before);
    return {};
  }
  return sql_of(*term, relation, values);
}

} // namespace cortege::qgis
