#pragma once

#include "engine/evaluation/evaluation.hpp"

#include <string>

namespace cortege::engine {

/// The hit curve as an SVG picture of 640 × 560: the map's, the best possible and chance, with the asked
/// shares marked. Its words are French, as all that users see.
std::string hit_curve_svg(const Evaluation &evaluation, const std::string &title);

} // namespace cortege::engine
