#pragma once

#include "engine/geometry.hpp"
#include "engine/time.hpp"

#include <optional>
#include <string>

namespace cortege::engine {

/// All that the tension model knows of an event or a fact: no text, no organiser, no service, no theme.
struct TensionEvent {
  std::string key; ///< deambulatoire:12
  std::string kind;
  std::string fact_source;
  std::string category;
  Instant from;
  std::optional<Instant> to; ///< equal to from: an instant; none: not known
  std::optional<double> persons_expected;
  std::optional<double> persons_declared;
  std::optional<double> cars_expected;
  std::optional<double> cars_declared;
  double weight = 1;
  Shape shape;
};

} // namespace cortege::engine
