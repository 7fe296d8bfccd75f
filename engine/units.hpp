#pragma once

namespace cortege::engine {

/// The engine computes in metres, m² and m/s; people read hectares and km/h.
inline constexpr double square_metres_per_hectare = 10000;
inline constexpr double kmh = 3.6; ///< km/h in one m/s

} // namespace cortege::engine
