#pragma once

#include <QStringList>

class QgsProject;

namespace cortege::plugin {

struct ConnectionSettings;
struct Person;

/// Adds Cortège's layers to the project, ordered and styled, in groups: events, facts, tension, base; live
/// ones (marches, clashes, zones, tension at the map's time) above each group. Who enters gets the tables
/// that are entered, who reads the platform its views; nothing that the person may not read is added. Layers
/// that are already there stay. Returns the names of those that could not be opened.
QStringList load_layers(QgsProject &project, const ConnectionSettings &settings, const Person &person);

} // namespace cortege::plugin
