#pragma once

#include "providers/pg/connection.hpp"
#include "providers/qgis/relation.hpp"
#include "providers/qgis/statement.hpp"

#include <QString>

#include <string>

namespace cortege::qgis {

/// Throws pg::Error unless the server accepts this SQL condition on the relation. It is parsed, not run.
void check_subset(pg::Connection &connection, const Relation &relation, const QString &subset);

/// Whether a whole expression can be given to PostgreSQL.
bool compilable(const QString &expression, const Relation &relation);

/// The expression as SQL; throws pg::Error unless all of it compiles.
std::string compile_whole(const QString &expression, const Relation &relation, Bindings &values);

} // namespace cortege::qgis
