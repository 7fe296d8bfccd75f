#include "providers/qgis/operators.hpp"

namespace cortege::qgis {
namespace {

using Binary = QgsExpressionNodeBinaryOperator;

Term condition(std::string sql) {
  return {"(" + std::move(sql) + ")", TermType::boolean, std::nullopt};
}

} // namespace

MaybeTerm logic_term(const Term &left, const char *word, const Term &right, const Relation &relation,
                     Bindings &values) {
  if (left.type != TermType::boolean || right.type != TermType::boolean)
    return std::nullopt;
  return condition(sql_of(left, relation, values) + word + sql_of(right, relation, values));
}

MaybeTerm like_term(Comparison op, const Term &left, const Term &right, const Relation &relation,
                    Bindings &values) {
  if (left.type != TermType::text || left.constant || right.type != TermType::text || !right.constant
      || right.constant->toString().contains('\\'))
    return std::nullopt;
  const bool folded = op == Binary::boILike || op == Binary::boNotILike;
  const bool negated = op == Binary::boNotLike || op == Binary::boNotILike;
  return condition("(" + left.sql + ")" + (folded ? " COLLATE \"und-x-icu\"" : "") + (negated ? " NOT" : "")
                   + (folded ? " ILIKE " : " LIKE ") + sql_of(right, relation, values));
}

MaybeTerm arithmetic_term(Comparison op, const Term &left, const Term &right, const Relation &relation,
                          Bindings &values) {
  if (!is_number(left.type) || !is_number(right.type))
    return std::nullopt;
  const bool whole = left.type == TermType::integer && right.type == TermType::integer;
  const auto sql = [&](const Term &term) { return sql_of(term, relation, values); };
  const auto cast = [&](const Term &term) { return "(" + sql(term) + (whole ? ")::numeric" : ")::float8"); };
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

MaybeTerm negative_term(const Term &operand, const Relation &relation, Bindings &values) {
  if (!is_number(operand.type))
    return std::nullopt;
  const char *cast = operand.type == TermType::integer ? ")::numeric" : ")::float8";
  return Term{"(- (" + sql_of(operand, relation, values) + cast + ")", operand.type, std::nullopt};
}

} // namespace cortege::qgis
