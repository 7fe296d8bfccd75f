#pragma once

#include "plugin/connection_settings.hpp"

#include <QStringList>

class QgsProject;

namespace cortege::plugin {

/// Adds Cortège's layers to the project, ordered and styled, in groups: events on top, then what surrounds
/// them. `enters`: with the tables an agent enters; otherwise the platform's views. Layers that are already
/// there stay. Returns the names of those that could not be opened.
QStringList load_layers(QgsProject &project, const ConnectionSettings &settings, bool enters);

} // namespace cortege::plugin
