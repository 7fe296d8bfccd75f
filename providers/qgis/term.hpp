#pragma once

#include "providers/qgis/relation.hpp"
#include "providers/qgis/statement.hpp"

#include <QVariant>
#include <qgsexpressionnodeimpl.h>

#include <optional>
#include <string>

namespace cortege::qgis {

enum class TermType { boolean, integer, real, text, date, timestamp, timestamptz, time, geometry };

/// A compiled part of an expression: SQL and what it is in QGIS's eyes.
struct Term {
  std::string sql;
  TermType type;
  std::optional<QVariant> constant; ///< set for constants, whose sql is then made when their use is known
};
using MaybeTerm = std::optional<Term>;
using Comparison = QgsExpressionNodeBinaryOperator::BinaryOperator;

/// A column, if its values compare in the database as in QGIS.
MaybeTerm column_term(const Relation &relation, const QString &name);
/// A constant; nothing for NULL and for what SQL has no word for.
MaybeTerm constant_term(const QVariant &value);
/// The term as SQL of its own type, constants becoming parameters.
std::string sql_of(const Term &term, const Relation &relation, Bindings &values);
bool is_number(TermType type);
/// A date, an instant or a time as a parameter of that type.
std::string moment(const QVariant &value, TermType type, Bindings &values);

/// left <op> right for =, <>, <, <=, >, >=, exactly as QGIS compares: reals within a few epsilons, NaN like
/// nothing, texts by code point, instants by the millisecond.
MaybeTerm compare(Comparison op, const Term &left, const Term &right, const Relation &relation,
                  Bindings &values);

} // namespace cortege::qgis
