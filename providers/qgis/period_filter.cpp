#include "providers/qgis/period_filter.hpp"

#include "providers/qgis/encode.hpp"

#include <qgsexpression.h>
#include <qgsexpressionfunction.h>
#include <qgsexpressionnodeimpl.h>
#include <qgsvariantutils.h>

#include <functional>

namespace cortege::qgis {
namespace {

using Binary = QgsExpressionNodeBinaryOperator;

const Binary *as_binary(const QgsExpressionNode *node) {
  return node->nodeType() == QgsExpressionNode::ntBinaryOperator ? static_cast<const Binary *>(node)
                                                                 : nullptr;
}

bool is_column(const QgsExpressionNode *node, const QString &name) {
  return node->nodeType() == QgsExpressionNode::ntColumnRef
         && static_cast<const QgsExpressionNodeColumnRef *>(node)->name() == name;
}

bool tests_null(const QgsExpressionNode *node, const QString &column) {
  const Binary *test = as_binary(node);
  return test != nullptr && test->op() == Binary::boIs && is_column(test->opLeft(), column);
}

// The instant that the left side, if it is the one looked for, is compared with in one direction.
using Side = std::function<bool(const QgsExpressionNode *)>;
std::optional<QDateTime> bound(const Binary *comparison, const Side &side, Binary::BinaryOperator strict,
                               Binary::BinaryOperator loose) {
  if (comparison == nullptr || (comparison->op() != strict && comparison->op() != loose)
      || !side(comparison->opLeft()) || !comparison->opRight()->hasCachedStaticValue())
    return std::nullopt;
  const QVariant value = comparison->opRight()->cachedStaticValue();
  if (QgsVariantUtils::isNull(value) || value.userType() != QMetaType::Type::QDateTime)
    return std::nullopt;
  return value.toDateTime();
}

// "comparison OR column IS NULL" without its second part.
const Binary *without_unknown(const QgsExpressionNode *node, const QString &column) {
  const Binary *comparison = as_binary(node);
  return comparison != nullptr && comparison->op() == Binary::boOr
                 && tests_null(comparison->opRight(), column)
             ? as_binary(comparison->opLeft())
             : nullptr;
}

// CASE WHEN "genre" = 'fait' THEN start …: of the platform's views, only facts have ranges that are not open.
bool starts_where_closed(const QgsExpressionNode *node, const QString &start) {
  if (node->nodeType() != QgsExpressionNode::ntCondition)
    return false;
  const auto conditions = static_cast<const QgsExpressionNodeCondition *>(node)->conditions();
  if (conditions.isEmpty() || !is_column(conditions.front()->thenExp(), start))
    return false;
  const Binary *test = as_binary(conditions.front()->whenExp());
  return test != nullptr && test->op() == Binary::boEQ && is_column(test->opLeft(), QStringLiteral("genre"))
         && test->opRight()->dump() == QLatin1String("'fait'");
}

// coalesce(end, otherwise), where otherwise cannot reach a window that the row's range does not.
bool is_known_end(const QgsExpressionNode *node, const QString &start, const QString &end, bool open) {
  if (node->nodeType() != QgsExpressionNode::ntFunction)
    return false;
  const auto *call = static_cast<const QgsExpressionNodeFunction *>(node);
  const QgsExpressionFunction *function = QgsExpression::Functions()[call->fnIndex()];
  if (function->name() != QLatin1String("coalesce") || call->args() == nullptr || call->args()->count() != 2
      || !is_column(call->args()->at(0), end))
    return false;
  const QgsExpressionNode *otherwise = call->args()->at(1);
  return open || is_column(otherwise, start) || starts_where_closed(otherwise, start);
}

std::string written(const QDateTime &instant, const Relation &relation, Bindings &values) {
  const Column &start = relation.columns[relation.period->start];
  return values.text(QString::fromStdString(encode(start, instant.toLocalTime()).value_or("")),
                     start.kind == Kind::timestamptz ? "timestamptz" : "timestamp");
}

} // namespace

std::optional<TimeWindow> window_of(const std::vector<const QgsExpressionNode *> &conjuncts,
                                    const QString &start, const QString &end, bool open) {
  const Side starts = [&](const QgsExpressionNode *node) { return is_column(node, start); };
  const Side ends = [&](const QgsExpressionNode *node) {
    return is_column(node, end) || is_known_end(node, start, end, open);
  };
  std::optional<QDateTime> from, to;
  for (const QgsExpressionNode *part : conjuncts) {
    const Binary *start_part = without_unknown(part, start), *end_part = without_unknown(part, end);
    if (const auto limit =
            bound(start_part != nullptr ? start_part : as_binary(part), starts, Binary::boLT, Binary::boLE))
      to = limit;
    // A row whose end is unknown meets "end >= A or unknown" whatever its range, unless that is open.
    if (end_part == nullptr || open)
      if (const auto limit =
              bound(end_part != nullptr ? end_part : as_binary(part), ends, Binary::boGT, Binary::boGE))
        from = limit;
  }
  if (!from || !to || *from > *to)
    return std::nullopt;
  return TimeWindow{*from, *to};
}

std::optional<TimeWindow> window_of(const std::vector<const QgsExpressionNode *> &conjuncts,
                                    const Relation &relation) {
  if (!relation.period)
    return std::nullopt;
  auto window = window_of(conjuncts, relation.columns[relation.period->start].name,
                          relation.columns[relation.period->end].name, relation.period->open);
  if (window)
    window->to = window->to.addMSecs(1); // the column's microseconds count as their millisecond
  return window;
}

std::string period_condition(const std::vector<const QgsExpressionNode *> &conjuncts,
                             const Relation &relation, Bindings &values) {
  const auto window = window_of(conjuncts, relation);
  if (!window)
    return {};
  const std::string low = written(window->from, relation, values);
  return relation.columns[relation.period->range].sql() + " && " + relation.period->range_type + "(" + low
         + ", " + written(window->to, relation, values) + ", '[]')";
}

} // namespace cortege::qgis
