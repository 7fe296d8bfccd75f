#include "engine/density/kernel.hpp"

#include "engine/error.hpp"

#include <fmt/format.h>

#include <array>
#include <numbers>
#include <utility>

namespace cortege::engine {

namespace {

constexpr std::array<std::pair<Kernel, std::string_view>, 5> names{{{Kernel::uniform, "uniform"},
                                                                    {Kernel::epanechnikov, "epanechnikov"},
                                                                    {Kernel::quartic, "quartic"},
                                                                    {Kernel::triangular, "triangular"},
                                                                    {Kernel::gaussian, "gaussian"}}};

} // namespace

Kernel kernel_named(std::string_view name) {
  for (const auto &[kernel, known] : names)
    if (known == name)
      return kernel;
  throw Error(fmt::format(
      "There is no kernel “{}”: choose uniform, epanechnikov, quartic, triangular or gaussian.", name));
}

std::string name_of(Kernel kernel) {
  return std::string(names.at(static_cast<std::size_t>(kernel)).second);
}

double reach(Kernel kernel, double bandwidth) {
  return kernel == Kernel::gaussian ? 9 * bandwidth : bandwidth;
}

double peak(Kernel kernel, double bandwidth) {
  const double disc = std::numbers::pi * bandwidth * bandwidth;
  switch (kernel) {
  case Kernel::uniform:
    return 1 / disc;
  case Kernel::epanechnikov:
    return 2 / disc;
  case Kernel::quartic:
  case Kernel::triangular:
    return 3 / disc;
  case Kernel::gaussian:
    return 1 / (2 * disc);
  }
  throw Error("There is no such kernel.");
}

} // namespace cortege::engine
