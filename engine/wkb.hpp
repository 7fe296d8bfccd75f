#pragma once

#include "engine/geometry.hpp"

#include <cstddef>
#include <span>

namespace cortege::engine {

/// Reads a geometry in the well-known binary of ISO 19125 (what ST_AsBinary gives), in two dimensions and
/// either byte order: point, line, polygon or several of one of them. An empty geometry gives an empty shape.
/// Throws Error for anything else, truncated input included.
Shape shape_from_wkb(std::span<const std::byte> wkb);

} // namespace cortege::engine
