#include "providers/qgis/term.hpp"

#include "providers/qgis/encode.hpp"

#include <QDateTime>
#include <qgsgeometry.h>
#include <qgsvariantutils.h>

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

Column column_like(TermType type) {
  Column column;
  column.kind = type == TermType::timestamptz ? Kind::timestamptz
                : type == TermType::timestamp ? Kind::timestamp
                : type == TermType::date      ? Kind::date
                                              : Kind::time;
  return column;
}

std::string moment(const QVariant &value, TermType type, Bindings &values) {
  const char *cast = type == TermType::timestamptz ? "timestamptz"
                     : type == TermType::timestamp ? "timestamp"
                     : type == TermType::date      ? "date"
                                                   : "time";
  return values.text(QString::fromStdString(encode(column_like(type), value).value_or("")), cast);
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

bool is_number(TermType type) {
  return type == TermType::integer || type == TermType::real;
}

MaybeTerm column_term(const Relation &relation, const QString &name) {
  const int index = relation.fields.lookupField(name);
  if (index < 0)
    return std::nullopt;
  const Column &column = relation.columns[index];
  const auto term = [&](TermType type) { return Term{column.sql(), type, std::nullopt}; };
  switch (column.kind) {
  case Kind::boolean:
    return term(TermType::boolean);
  case Kind::int2:
  case Kind::int4:
  case Kind::int8:
    return term(TermType::integer);
  case Kind::float4:
  case Kind::float8:
  case Kind::numeric:
    return term(TermType::real);
  case Kind::text:
    return column.family == Family::enumeration ? Term{column.sql() + "::text", TermType::text, std::nullopt}
                                                : term(TermType::text);
  case Kind::uuid:
    return Term{column.sql() + "::text", TermType::text, std::nullopt};
  case Kind::date:
    return term(TermType::date);
  case Kind::timestamp:
    return term(TermType::timestamp);
  case Kind::timestamptz:
    return term(TermType::timestamptz);
  case Kind::via_text:
    if (column.family == Family::range || column.family == Family::character)
      return Term{column.sql() + "::text", TermType::text, std::nullopt};
    return std::nullopt;
  default:
    return std::nullopt;
  }
}

MaybeTerm constant_term(const QVariant &value) {
  const auto term = [&](TermType type) { return Term{{}, type, value}; };
  if (QgsVariantUtils::isNull(value))
    return std::nullopt;
  switch (static_cast<QMetaType::Type>(value.userType())) {
  case QMetaType::Type::Bool:
    return term(TermType::boolean);
  case QMetaType::Type::Int:
  case QMetaType::Type::UInt:
  case QMetaType::Type::LongLong:
    return term(TermType::integer);
  case QMetaType::Type::Double:
    return term(TermType::real);
  case QMetaType::Type::QString:
    return term(TermType::text);
  case QMetaType::Type::QDate:
    return term(TermType::date);
  case QMetaType::Type::QDateTime:
    return term(TermType::timestamptz);
  default:
    break;
  }
  return value.userType() == qMetaTypeId<QgsGeometry>() ? MaybeTerm(term(TermType::geometry)) : std::nullopt;
}

std::string sql_of(const Term &term, const Relation &relation, Bindings &values) {
  if (!term.constant)
    return term.sql;
  const QVariant &value = *term.constant;
  switch (term.type) {
  case TermType::boolean:
    return values.text(value.toBool() ? "t" : "f", "boolean");
  case TermType::integer:
    return values.text(QString::number(value.toLongLong()), "bigint");
  case TermType::real:
    return values.text(QString::number(value.toDouble(), 'g', 17), "float8");
  case TermType::text:
    return values.text(value.toString());
  case TermType::geometry:
    return "ST_GeomFromWKB(" + values.bytes(value.value<QgsGeometry>().asWkb()) + "::bytea, "
           + std::to_string(relation.geometry.srid) + ")";
  default:
    return moment(value, term.type, values);
  }
}

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
