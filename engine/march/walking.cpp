#include "engine/march/walking.hpp"

#include "engine/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace cortege::engine {

namespace {

constexpr double steepness = 1.913; // persons/m²
// The curve is a fit: it is not held against a figure that agrees once printed.
constexpr double speed_tolerance = 0.05 / kmh;

void check_positive(const std::optional<double> &value, const char *what, const char *unit) {
  if (value && !(*value > 0 && std::isfinite(*value)))
    throw Error(
        fmt::format("The {} of a march must be a positive number of {}, not {}.", what, unit, *value));
}

} // namespace

double walking_speed(double density) {
  return std::max(0.0, free_speed * (1 - std::exp(-steepness * (1 / density - 1 / standstill_density))));
}

double walking_density(double speed) {
  return 1 / (1 / standstill_density - std::log1p(-speed / free_speed) / steepness);
}

Walk walk(std::optional<double> density, std::optional<double> speed) {
  check_positive(density, "density", "persons/m²");
  check_positive(speed, "speed", "m/s");
  if (density && *density >= standstill_density)
    throw Error(fmt::format("At {:.2f} persons/m² nobody moves: a march needs fewer than {} persons/m².",
                            *density, standstill_density));
  if (speed && *speed >= free_speed)
    throw Error(fmt::format("Nobody marches at {:.1f} km/h: even alone, people walk below {:.1f} km/h.",
                            *speed * kmh, free_speed * kmh));
  if (!speed) {
    const double taken = density.value_or(loose_density);
    return {taken, std::min(walking_speed(taken), fastest_march)};
  }
  if (!density)
    return {walking_density(*speed), *speed};
  const double possible = walking_speed(*density);
  if (*speed > possible + speed_tolerance)
    throw Error(fmt::format(
        "{:.2f} persons/m² at {:.1f} km/h is not possible: so dense, a crowd walks at {:.1f} km/h "
        "at most; so fast, it holds {:.2f} persons/m² at most.",
        *density, *speed * kmh, possible * kmh, walking_density(*speed)));
  return {*density, *speed};
}

} // namespace cortege::engine
