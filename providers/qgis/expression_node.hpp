#pragma once

#include "providers/qgis/relation.hpp"
#include "providers/qgis/statement.hpp"
#include "providers/qgis/term.hpp"

class QgsExpressionNode;

namespace cortege::qgis {

/// The SQL of one node of a prepared expression and of all below it; nothing when PostgreSQL would not decide
/// exactly as QGIS, and then no value stays bound.
MaybeTerm node_term(const QgsExpressionNode *node, const Relation &relation, Bindings &values);

} // namespace cortege::qgis
