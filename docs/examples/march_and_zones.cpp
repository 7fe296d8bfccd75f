// A march of 5 000 persons: when is it over, where are they ten minutes later, which ground holds more than
// one person to two square metres? Built and run by the tests; coordinates are metres (Lambert-93).
#include "engine/march/march.hpp"
#include "engine/march/presence.hpp"
#include "engine/zone/zone.hpp"

#include <fmt/core.h>

namespace ce = cortege::engine;

int main() {
  ce::MarchParameters parameters;
  parameters.route = {{893'000, 6'247'000}, {893'600, 6'247'100}, {894'000, 6'246'600}};
  parameters.start =
      ce::Instant(std::chrono::sys_days(std::chrono::year(2026) / 5 / 1)) + std::chrono::hours(12);
  parameters.persons = 5'000;
  parameters.widths = {12};
  const ce::March march(parameters);
  fmt::print("A column of {:.0f} m; all clear {:.0f} min after the start.\n", march.column_length(),
             std::chrono::duration<double, std::ratio<60>>(march.clear() - march.start()).count());

  const ce::Grid grid = ce::covering(ce::march_extent(march), 0, 5);
  const auto presence = ce::presence(march, grid, march.start() + std::chrono::minutes(10));
  const std::vector<float> persons(presence.begin(), presence.end());
  for (const ce::Zone &zone : ce::zones(grid, persons, {{0.5}, 100}))
    fmt::print("{:.0f} m² at {:.2f} persons/m² on average\n", zone.area, zone.mean);
}
