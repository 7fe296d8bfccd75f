#pragma once

#include "engine/time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace cortege::analysis {

/// Dates as people of one territory write them. Days of 23 and 25 hours are its calendar's: an hour that does
/// not exist is moved on, one that comes twice is taken the first time it can be.
class LocalTime {
public:
  /// `zone` as tzdata names it: Europe/Paris. It becomes that of the whole program, which the C library wants
  /// so: one object is made by main's thread before others start.
  explicit LocalTime(const std::string &zone = "Europe/Paris");

  /// ISO 8601 with or without an offset: 2026-05-01, 2026-05-01T14:30, 2026-05-01 14:30:15+02:00, …Z; also
  /// 01/05/2026. None when it is no date.
  [[nodiscard]] std::optional<engine::Instant> read(std::string_view text) const;
  /// The same; throws engine::Error saying how to write a date.
  [[nodiscard]] engine::Instant require(std::string_view text) const;
  /// Calendar parts without an offset.
  [[nodiscard]] engine::Instant at(int year, int month, int day, int hour, int minute, double second) const;
  /// 2026-05-01T14:30:15+02:00
  [[nodiscard]] std::string text(engine::Instant instant) const;
};

/// "30min", "1h30", "90s", "2 h", "7d", "45" (minutes); throws engine::Error for anything else and for
/// negative ones.
engine::Seconds duration(std::string_view text);

} // namespace cortege::analysis
