#pragma once

#include "engine/units.hpp"

#include <optional>

namespace cortege::engine {

/// How a crowd walks: Weidmann (1993), "Transporttechnik der Fussgänger", v(ρ) = 1.34·(1 − exp(−1.913·(1/ρ −
/// 1/5.4))).

constexpr double free_speed = 1.34;        ///< m/s, of a person alone
constexpr double standstill_density = 5.4; ///< persons/m² at which nobody moves
constexpr double loose_density = 1.08;     ///< persons/m², Jacobs' "loose" crowd: a march's unless said
constexpr double fastest_march = 4 / kmh;  ///< m/s: marches walk at 2 to 4 km/h, whatever room they have

/// m/s at a density in persons/m², > 0; 0 from the standstill density up.
double walking_speed(double density);

/// The density in persons/m² at which a crowd walks at `speed` m/s in ]0, free_speed[.
double walking_density(double speed);

struct Walk {
  double density = loose_density; ///< persons/m²
  double speed = 0;               ///< m/s
};

/// What the person assumed, completed by Weidmann's curve: density alone gives speed (no faster than a march
/// walks), speed alone gives density, neither gives a loose crowd. Throws Error when a value is not positive
/// and finite, a density reaches standstill or a speed that of a person alone, and, naming the nearest
/// possible values, when a crowd that dense cannot walk that fast (by more than 0.05 km/h).
Walk walk(std::optional<double> density, std::optional<double> speed);

} // namespace cortege::engine
