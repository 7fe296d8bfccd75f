#pragma once

#include "providers/pg/result.hpp"
#include "providers/qgis/relation.hpp"

#include <qgsfeature.h>

#include <string>

namespace cortege::qgis {

/// How a row is called in messages: the layer and its key.
std::string name_of(const Relation &relation, QgsFeatureId id);
std::string name_of(const Relation &relation, const QgsFeature &feature);

/// What the form shows where the database gives the value.
QString autogenerate();

std::string gone(const QString &name);
std::string not_changed(const QString &name);
std::string not_removed(const QString &name);
std::string not_inserted(const std::string &name);
std::string unknown_field(int index);

/// Both versions, field by field: what the person wanted, what the database holds now (row as text, version
/// first).
std::string conflict_text(const Relation &relation, const QString &name, const QgsAttributeMap *mine,
                          const pg::Result &row);

/// The server's refusal of a statement, with the row it was about and what a person can do.
pg::Error refused(const pg::Error &error, const std::string &name);

} // namespace cortege::qgis
