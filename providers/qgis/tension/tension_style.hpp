#pragma once

#include "engine/tension/model.hpp"

#include <QString>

namespace cortege::qgis {

/// How a tension layer looks: the model's levels as classes, whatever the values, so that a colour means the
/// same on every map; moved by the temporal controller. As QGIS's style document.
QString tension_style(const engine::TensionModel &model);

} // namespace cortege::qgis
