#pragma once

#include "providers/qgis/source.hpp"
#include "providers/qgis/statement.hpp"

#include <qgsattributes.h>

namespace cortege::qgis {

/// How much of a request's filter runs in the database.
enum class Pushed { nothing, part, all };

/// A request as SQL, and where its parts stand in the result. Attributes are its first columns; a key or a
/// version among them is not read again.
struct Selection {
  Statement statement;
  std::string announcement;    ///< what the connection calls itself meanwhile (announcement.hpp)
  QgsAttributeList attributes; ///< field indexes in the order of the result
  int key = 0;                 ///< first result column of the key
  int geometry = -1;           ///< result column, or -1
  int version = -1;
  Pushed filter = Pushed::nothing;
  bool ordered = false;   ///< the requested order comes from the database
  bool ids_pushed = true; ///< false: too many ids for one statement, to be checked here
  bool few_rows = false;  ///< worth one plain statement rather than a stream
};

/// The SQL of a request whose rectangle and reference geometry are in the source's CRS. push false leaves
/// filter and order to the caller: for the rare expression that the database accepts but fails on.
Selection select(const FeatureSource &source, const QgsFeatureRequest &request, bool push = true);

} // namespace cortege::qgis
