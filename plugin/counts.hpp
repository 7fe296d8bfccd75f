#pragma once

#include <optional>

namespace cortege::plugin {

/// How many the service expects and how many the organiser declares: never merged. Empty is « unknown »,
/// which zero is not.
struct Counts {
  std::optional<int> persons_expected, persons_declared, cars_expected, cars_declared;

  /// The count that figures are made with: expected, else declared.
  std::optional<int> persons() const { return persons_expected ? persons_expected : persons_declared; }
  bool operator==(const Counts &) const = default;
};

} // namespace cortege::plugin
