#pragma once

#include "providers/pg/connection.hpp"
#include "providers/qgis/relation.hpp"

namespace cortege::qgis {

/// Throws pg::Error with the reason if the database's own rules let this person see none of the relation's
/// rows whatever they are: no habilitation now, or the convention not in force. Policies alone would answer
/// no row, which looks like a calm city. Says nothing of tables outside the schemas cortege and plateforme.
void require_habilitation(pg::Connection &connection, const Relation &relation);

} // namespace cortege::qgis
