#include "cli/assumptions.hpp"

#include "engine/units.hpp"

namespace cortege::cli {

namespace {} // namespace

void AssumptionOptions::declare(CLI::App &app) {
  app.add_option("--count", count_, "Which count: expected or declared")
      ->check(CLI::IsMember({"expected", "declared"}))
      ->capture_default_str();
  app.add_option(
      "--width", width_,
      "Metres of street open to a march (default: the street's where known, else by its class, else 10)");
  app.add_option("--density", density_, "Persons per m² (default: Weidmann's curve at the speed, else 1.08)");
  app.add_option("--speed", speed_, "km/h (default: Weidmann's curve at the density, 4 at most)");
  app.add_option("--unknown-duration", duration_, "How long an event without an end is taken to last")
      ->capture_default_str();
}

analysis::Assumptions AssumptionOptions::assumptions() const {
  analysis::Assumptions assumed;
  assumed.count = count_;
  assumed.width = width_;
  assumed.density = density_;
  if (speed_)
    assumed.speed = *speed_ / engine::kmh;
  assumed.duration = analysis::duration(duration_);
  return assumed;
}

} // namespace cortege::cli
