#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace cortege::analysis {

/// A date as written: on the calendar of wherever it was written.
struct WrittenDate {
  std::chrono::sys_time<std::chrono::microseconds> local; ///< as if it were UTC
  std::optional<std::chrono::minutes> east;               ///< of UTC, when the text says it
};

/// 2026-05-01, 2026/5/1 14:30, 2026-05-01T14:30:15.25+02:00, …Z, 01/05/2026, 01/05/2026 14h30. None when it
/// is no date, or not on the calendar.
std::optional<WrittenDate> written_date(std::string_view text);

} // namespace cortege::analysis
