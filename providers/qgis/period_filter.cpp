#include "providers/qgis/period_filter.hpp"

#include "providers/qgis/encode.hpp"

#include <QDateTime>
#include <qgsexpressionnodeimpl.h>
#include <qgsvariantutils.h>

#include <optional>

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

// The instant a column is compared with, in one direction.
std::optional<QDateTime> bound(const QgsExpressionNode *node, const QString &column,
                               Binary::BinaryOperator strict, Binary::BinaryOperator loose) {
  const Binary *comparison = as_binary(node);
  if (comparison == nullptr)
    return std::nullopt;
  if (comparison->op() == Binary::boOr && tests_null(comparison->opRight(), column))
    return bound(comparison->opLeft(), column, strict, loose);
  if ((comparison->op() != strict && comparison->op() != loose) || !is_column(comparison->opLeft(), column)
      || !comparison->opRight()->hasCachedStaticValue())
    return std::nullopt;
  const QVariant value = comparison->opRight()->cachedStaticValue();
  if (QgsVariantUtils::isNull(value) || value.userType() != QMetaType::Type::QDateTime)
    return std::nullopt;
  return value.toDateTime();
}

std::string written(const QDateTime &instant, const Relation &relation, Bindings &values) {
  const Column &start = relation.columns[relation.period->start];
  return values.text(QString::fromStdString(encode(start, instant.toLocalTime()).value_or("")),
                     start.kind == Kind::timestamptz ? "timestamptz" : "timestamp");
}

} // namespace

std::string period_condition(const std::vector<const QgsExpressionNode *> &conjuncts,
                             const Relation &relation, Bindings &values) {
  if (!relation.period)
    return {};
  const QString start = relation.columns[relation.period->start].name;
  const QString end = relation.columns[relation.period->end].name;
  std::optional<QDateTime> from, to;
  for (const QgsExpressionNode *part : conjuncts) {
    if (const auto limit = bound(part, start, Binary::boLT, Binary::boLE))
      to = limit->addMSecs(1); // the column's microseconds count as their millisecond
    if (const auto limit = bound(part, end, Binary::boGT, Binary::boGE))
      from = limit;
  }
  if (!from || !to || *from > *to)
    return {};
  const std::string low = written(*from, relation, values);
  return relation.columns[relation.period->range].sql() + " && " + relation.period->range_type + "(" + low
         + ", " + written(*to, relation, values) + ", '[]')";
}

} // namespace cortege::qgis
