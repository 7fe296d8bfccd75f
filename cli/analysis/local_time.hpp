#pragma once

#include "engine/io/rows.hpp"
#include "engine/time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace date {
class time_zone;
}

namespace cortege::analysis {

/// Dates as people of one territory write them. Days of 23 and 25 hours are its calendar's: an hour that does
/// not exist is moved on, one that comes twice is taken the first time.
class LocalTime {
public:
  /// `zone` as tzdata names it. Throws engine::Error for an unknown one.
  explicit LocalTime(const std::string &zone = "Europe/Paris");

  /// ISO 8601 with or without an offset: 2026-05-01, 2026-05-01T14:30, 2026-05-01 14:30:15+02:00, …Z; also
  /// 01/05/2026 14h30. None when it is no date.
  [[nodiscard]] std::optional<engine::Instant> read(std::string_view text) const;
  /// The same; throws engine::Error saying how to write a date.
  [[nodiscard]] engine::Instant require(std::string_view text) const;
  /// 2026-05-01T14:30:15+02:00
  [[nodiscard]] std::string text(engine::Instant instant) const;

private:
  const date::time_zone *zone_; ///< of the database of zones, which lives as long as the program
};

/// The date in a field; nothing when it is null or absent. Throws engine::Error naming the row when the field
/// holds something that is no date.
std::optional<engine::Instant> instant_in(const engine::Row &row, const std::string &field,
                                          const LocalTime &time);

/// "30min", "1h30", "90s", "2 h", "7d", "45" (minutes); throws engine::Error for anything else and for
/// negative ones.
engine::Seconds duration(std::string_view text);

} // namespace cortege::analysis
