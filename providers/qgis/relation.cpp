#include "providers/qgis/relation.hpp"

#include "providers/pg/quote.hpp"

namespace cortege::qgis {

std::string GeometryColumn::sql() const {
  return pg::quote(name.toStdString());
}

std::string GeometryColumn::as_geometry() const {
  return geography ? sql() + "::geometry" : sql();
}

int Relation::column_index(const QString &column) const {
  for (int i = 0; i < columns.size(); ++i)
    if (columns[i].name == column)
      return i;
  return -1;
}

} // namespace cortege::qgis
