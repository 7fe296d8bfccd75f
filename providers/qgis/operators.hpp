#pragma once

#include "providers/qgis/term.hpp"

namespace cortege::qgis {

/// AND or OR of two conditions.
MaybeTerm logic_term(const Term &left, const char *word, const Term &right, const Relation &relation,
                     Bindings &values);
/// LIKE, ILIKE and their negations, for patterns without escapes.
MaybeTerm like_term(Comparison op, const Term &left, const Term &right, const Relation &relation,
                    Bindings &values);
/// Arithmetic that fails on no row: integers as numeric, divisors never zero.
MaybeTerm arithmetic_term(Comparison op, const Term &left, const Term &right, const Relation &relation,
                          Bindings &values);
/// The number with its sign turned.
MaybeTerm negative_term(const Term &operand, const Relation &relation, Bindings &values);

} // namespace cortege::qgis
