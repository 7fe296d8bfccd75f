#pragma once

#include <QList>
#include <QString>
#include <qgsmaplayer.h>

#include <memory>

namespace cortege::plugin {

struct ConnectionSettings;
struct Person;

/// One layer of the ordered project.
struct ProjectLayer {
  QString group, name;
  QString style; ///< its file in styles/, without the extension; empty: its provider's own
  QString provider, source;
  bool visible = true;
};

/// The layers that the person may read, from the top of the map to its bottom: events, facts, tension, base;
/// live ones (marches, clashes, zones, tension at the map's time) above each group.
QList<ProjectLayer> project_layers(const ConnectionSettings &settings, const Person &person);

/// Asks the server, so not for the interface's thread. The layer may be invalid.
std::unique_ptr<QgsMapLayer> open_layer(const ProjectLayer &wanted);

} // namespace cortege::plugin
