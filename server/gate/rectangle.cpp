#include "server/gate/rectangle.hpp"

#include "server/gate/answer.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace cortege::gate {

std::string require_rectangle(const std::string &text) {
  constexpr double farthest = 1e9;
  std::array<double, 4> side{};
  const char *at = text.data(), *const end = text.data() + text.size();
  for (std::size_t i = 0; i < side.size(); ++i) {
    const auto [after, problem] = std::from_chars(at, end, side.at(i));
    const bool follows = i == 3 ? after == end : after != end && *after == ',';
    if (problem != std::errc() || !follows || !std::isfinite(side.at(i)) || std::abs(side.at(i)) > farthest)
      malformed("InvalidParameterValue", "BBOX prend quatre nombres : xmin,ymin,xmax,ymax.");
    at = after + 1;
  }
  if (!(side[0] < side[2] && side[1] < side[3]))
    malformed("InvalidParameterValue", "BBOX : le minimum vient avant le maximum (xmin,ymin,xmax,ymax).");
  return text;
}

} // namespace cortege::gate
