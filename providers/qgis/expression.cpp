#include "providers/qgis/expression.hpp"

#include "providers/qgis/conjuncts.hpp"
#include "providers/qgis/expression_node.hpp"
#include "providers/qgis/period_filter.hpp"

#include <qgsexpression.h>
#include <qgsexpressionfunction.h>

namespace cortege::qgis {
namespace {

// Nearest first: distance($geometry, somewhere) in the form that walks the spatial index. Distances are the
// same.
MaybeTerm nearness(const QgsExpressionNode *node, const Relation &relation, Bindings &values) {
  if (node->nodeType() != QgsExpressionNode::ntFunction)
    return std::nullopt;
  const auto &call = static_cast<const QgsExpressionNodeFunction &>(*node);
  if (QgsExpression::Functions().at(call.fnIndex())->name() != QLatin1String("distance")
      || call.args() == nullptr || call.args()->count() != 2)
    return std::nullopt;
  const MaybeTerm here = node_term(call.args()->at(0), relation, values);
  const MaybeTerm there = here ? node_term(call.args()->at(1), relation, values) : here;
  if (!here || !there || here->constant || !there->constant || here->type != TermType::geometry
      || there->type != TermType::geometry)
    return std::nullopt;
  return Term{here->sql + " <-> " + sql_of(*there, relation, values), TermType::real, std::nullopt};
}

} // namespace

Compiled compile_filter(const QgsExpression &expression, const Relation &relation, Bindings &values) {
  if (expression.rootNode() == nullptr)
    return {};
  const auto parts = conjuncts_of(expression);
  Compiled compiled;
  std::size_t done = 0;
  for (const QgsExpressionNode *part : parts) {
    const std::size_t before = values.size();
    const MaybeTerm term = node_term(part, relation, values);
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
  MaybeTerm term = nearness(expression.rootNode(), relation, values);
  if (!term) {
    values.truncate(before);
    term = node_term(expression.rootNode(), relation, values);
  }
  if (!term || term->constant || term->type == TermType::geometry) {
    values.truncate(before);
    return {};
  }
  return sql_of(*term, relation, values);
}

} // namespace cortege::qgis
