#pragma once

#include "providers/pg/result.hpp"
#include "providers/qgis/relation.hpp"

namespace cortege::qgis {

/// The columns a data source names as its key: 'a,"b c"' as the stock provider writes it; a lone name may
/// stand without quotes.
QStringList names_in(const QString &key);

/// The statement that lists what makes a table's rows unique; $1 is its quoted name.
const char *keys_sql();

/// Marks the columns of the key: the primary key, else the smallest unique index over columns that are never
/// null.
void read_keys(Relation &relation, const pg::Result &rows);

/// Settles the key: the columns the data source names (a comma-separated list, quoted or not), else those of
/// read_keys(), else the best stand-in for a key. Throws pg::Error if a named column does not exist.
void choose_key(Relation &relation, const QString &named);

} // namespace cortege::qgis
