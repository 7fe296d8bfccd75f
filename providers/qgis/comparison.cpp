#include "providers/qgis/term.hpp"

#include <QDateTime>

#include <cmath>
#include <limits>

namespace cortege::qgis {
namespace {

constexpr double near_enough = 4 * std::numeric_limits<double>::epsilon(); // what QGIS takes for equal
constexpr double exact_integers = 9007199254740992.0;
using Op = QgsExpressionNodeBinaryOperator;

const char *written(Comparison op) {
  switch (op) {
  case Op::boEQ:
    return " = ";
  case Op::boNE:
    return " <> ";
  case Op::boLE:
    return " <= ";
  case Op::boGE:
    return " >= ";
  case Op::boLT:
    return " < ";
  default:
    return " > ";
  }
}

Comparison mirrored(Comparison op) {
  switch (op) {
  case Op::boLE:
    return Op::boGE;
  case Op::boGE:
    return Op::boLE;
  case Op::boLT:
    return Op::boGT;
  case Op::boGT:
    return Op::boLT;
  default:
    return op;
  }
}

Term boolean(std::string sql) {
  return {"(" + std::move(sql) + ")", TermType::boolean, std::nullopt};
}

// Real columns are not rewritten as equality: QGIS calls near numbers equal.
MaybeTerm compare_reals(Comparison op, const std::string &left, double right, Bindings &values) {
  if (!std::isfinite(right))
    return std::nullopt;
  const auto bound = [&](double value) { return values.text(QString::number(value, 'g', 17), "float8"); };
  switch (op) {
  case Op::boEQ:
    return boolean(left + " >= " + bound(right - near_enough) + " AND " + left
                   + " <= " + bound(right + near_enough));
  case Op::boNE:
    return boolean(left + " < " + bound(right - near_enough) + " OR " + left + " > "
                   + bound(right + near_enough));
  case Op::boGT:
  case Op::boGE: // NaN is the greatest number in PostgreSQL and like nothing in QGIS
    return boolean(left + written(op) + bound(right) + " AND " + left + " < 'NaN'::float8");
  default:
    return boolean(left + written(op) + bound(right));
  }
}

// QGIS sees milliseconds where the column has microseconds: the bounds move so that the index still serves.
MaybeTerm compare_moments(Comparison op, const std::string &left, TermType type, const QDateTime &right,
                          Bindings &values) {
  const auto from = [&] { return moment(right, type, values); };
  const auto after = [&] { return moment(right.addMSecs(1), type, values); };
  switch (op) {
  case Op::boEQ:
    return boolean(left + " >= " + from() + " AND " + left + " < " + after());
  case Op::boNE:
    return boolean(left + " < " + from() + " OR " + left + " >= " + after());
  case Op::boGE:
    return boolean(left + " >= " + from());
  case Op::boLT:
    return boolean(left + " < " + from());
  case Op::boGT:
    return boolean(left + " >= " + after());
  default:
    return boolean(left + " < " + after());
  }
}

MaybeTerm compare_with_constant(Comparison op, const Term &left, const QVariant &right, TermType type,
                                Bindings &values) {
  const std::string &sql = left.sql;
  if (is_number(left.type) && is_number(type)) {
    const bool exact = left.type == TermType::integer && type == TermType::integer
                       && std::abs(right.toDouble()) < exact_integers;
    return exact ? boolean(sql + written(op) + values.text(QString::number(right.toLongLong()), "bigint"))
                 : compare_reals(op, "(" + sql + ")::float8", right.toDouble(), values);
  }
  if ((left.type == TermType::timestamp || left.type == TermType::timestamptz)
      && (type == TermType::timestamptz || type == TermType::date))
    return compare_moments(op, sql, left.type,
                           type == TermType::date ? QDateTime(right.toDate(), QTime(0, 0))
                                                  : right.toDateTime().toLocalTime(),
                           values);
  if (left.type != type)
    return std::nullopt;
  switch (type) {
  case TermType::date:
    return boolean(sql + written(op) + moment(right, type, values));
  case TermType::text: {
    const bool ordered = op != Op::boEQ && op != Op::boNE;
    return boolean(sql + (ordered ? " COLLATE \"C\"" : "") + written(op) + values.text(right.toString()));
  }
  case TermType::boolean:
    if (op == Op::boEQ || op == Op::boNE)
      return boolean(sql + written(op) + values.text(right.toBool() ? "t" : "f", "boolean"));
    return std::nullopt;
  default:
    return std::nullopt;
  }
}

} // namespace

MaybeTerm compare(Comparison op, const Term &left, const Term &right, const Relation &relation,
                  Bindings &values) {
  if (left.constant && right.constant)
    return std::nullopt; // QGIS has already computed what is constant
  if (right.constant)
    return compare_with_constant(op, left, *right.constant, right.type, values);
  if (left.constant)
    return compare_with_constant(mirrored(op), right, *left.constant, left.type, values);
  const std::string sql = sql_of(left, relation, values) + written(op) + sql_of(right, relation, values);
  const bool same = left.type == right.type;
  if (same && (left.type == TermType::integer || left.type == TermType::date))
    return boolean(sql);
  if (same && left.type == TermType::text && (op == Op::boEQ || op == Op::boNE))
    return boolean(sql);
  return std::nullopt;
}

} // namespace cortege::qgis
