#include "providers/qgis/subset.hpp"

#include "providers/qgis/expression.hpp"
#include "providers/qgis/text.hpp"

#include <qgsexpression.h>
#include <qgsexpressioncontext.h>

namespace cortege::qgis {

void check_subset(pg::Connection &connection, const Relation &relation, const QString &subset) {
  if (!subset.isEmpty()) // one statement by protocol: nothing can be hung behind it
    connection.exec("SELECT FROM " + relation.from + " WHERE (" + subset.toStdString() + "\n) LIMIT 0",
                    pg::Parameters());
}

std::string compile_whole(const QString &text, const Relation &relation, Bindings &values) {
  QgsExpression expression(text);
  QgsExpressionContext context;
  context.setFields(relation.fields);
  const Compiled compiled = !expression.hasParserError() && expression.prepare(&context)
                                ? compile_filter(expression, relation, values)
                                : Compiled();
  if (compiled.pushed != Pushed::all)
    throw pg::Error(tr("The filter was refused: use simple comparisons on the layer's fields."));
  return compiled.sql;
}

bool compilable(const QString &text, const Relation &relation) {
  Bindings ignored;
  try {
    compile_whole(text, relation, ignored);
    return true;
  } catch (const pg::Error &) {
    return false;
  }
}

} // namespace cortege::qgis
