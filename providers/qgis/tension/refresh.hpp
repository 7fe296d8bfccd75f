#pragma once

#include "providers/qgis/sessions.hpp"

class QgsDataProvider;

namespace cortege::qgis {

/// Draws the layer of a provider again when anything of the platform was saved, by a colleague or here. On
/// the desktop, while an event loop runs; a server draws on request.
void refresh_on_save(QgsDataProvider &provider, const Access &access);

} // namespace cortege::qgis
