#pragma once

#include <QString>

class QgsRasterLayer;

namespace cortege::plugin {

/// What a raster says of its making. Inside a model its layer has no name of its own; its file remembers.
struct Origin {
  QString title;            ///< for a person; says exploratory when it is
  bool exploratory = false; ///< made with a model of tension that is not approved
};
Origin origin_of(const QgsRasterLayer &layer);

/// As the title of what an unapproved model made.
QString exploratory(const QString &title);

/// Under these names a raster's file holds its title and its model's status.
inline constexpr const char *title_word = "titre", *status_word = "statut", *approved_status = "approuve";

} // namespace cortege::plugin
