#pragma once

#include "providers/qgis/relation.hpp"
#include "providers/qgis/select.hpp"
#include "providers/qgis/statement.hpp"

#include <string>

class QgsExpression;

namespace cortege::qgis {

struct Compiled {
  std::string sql; ///< empty when nothing could be pushed
  Pushed pushed = Pushed::nothing;
};

/// The part of a prepared filter that PostgreSQL decides exactly as QGIS would. Where the two differ (texts
/// compared with numbers, regular expressions, locale rules…) the term is left to QGIS: pushing never changes
/// a result.
Compiled compile_filter(const QgsExpression &expression, const Relation &relation, Bindings &values);

/// An ORDER BY term, or empty. Texts follow the database's collation, as with the stock provider.
std::string compile_order(const QgsExpression &expression, const Relation &relation, Bindings &values);

} // namespace cortege::qgis
