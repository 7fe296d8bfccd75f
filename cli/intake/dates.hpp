#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace cortege::intake {

/// What a source knows of a date: the finest part it gives.
enum class Precision { year, month, day, instant };

/// The name plateforme.fait.precision_date takes.
std::string_view name_of(Precision precision);

/// A calendar date and a time of day as a source wrote them. Parts beyond the precision are the first of
/// their range and mean nothing.
struct Date {
  int year = 0, month = 1, day = 1;
  int hour = 0, minute = 0;
  double second = 0;
  std::optional<int> offset_minutes; ///< east of UTC, when the text says it
  Precision precision = Precision::year;

  /// "2019-03-31T02:30:00" with "+02:00" when the offset is known: what PostgreSQL reads.
  std::string iso() const;
  /// The last second the date may mean: the end of the day, month or year; itself for an instant.
  Date last() const;
};

/// Reads `text` by the first of `formats` that fits it whole. A format is made of %Y %m %d %H %M %S (with
/// decimals) %z (Z, +02:00, +0200) and characters that stand for themselves. A day that the calendar does not
/// have fits nothing.
std::optional<Date> to_date(std::string_view text, std::span<const std::string> formats);

} // namespace cortege::intake
