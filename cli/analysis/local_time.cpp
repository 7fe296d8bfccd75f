#include "cli/analysis/local_time.hpp"

#include "engine/error.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <ctime>
#include <regex>

namespace cortege::analysis {

namespace {

using std::chrono::microseconds;
using std::chrono::seconds;

microseconds fraction_of(double second) {
  return std::chrono::round<microseconds>(engine::Seconds(second - std::floor(second)));
}

bool on_the_calendar(int year, int month, int day, int hour, int minute, double second) {
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  return date.ok() && hour < 25 && minute < 60 && second < 61;
}

/// Minutes east of UTC: Z, +02, +0200, +02:00.
int offset_minutes(const std::string &text) {
  if (text == "Z" || text == "z")
    return 0;
  const int hours = std::stoi(text.substr(1, 2));
  const int minutes = text.size() > 3 ? std::stoi(text.substr(text.size() - 2)) : 0;
  return (text.front() == '-' ? -1 : 1) * (hours * 60 + minutes);
}

} // namespace

LocalTime::LocalTime(const std::string &zone) {
  setenv("TZ", zone.c_str(), 1);
  tzset();
}

engine::Instant LocalTime::at(int year, int month, int day, int hour, int minute, double second) const {
  std::tm parts{};
  parts.tm_year = year - 1900;
  parts.tm_mon = month - 1;
  parts.tm_mday = day;
  parts.tm_hour = hour;
  parts.tm_min = minute;
  parts.tm_sec = static_cast<int>(second);
  parts.tm_isdst = -1;
  return engine::Instant(seconds(std::mktime(&parts))) + fraction_of(second);
}

std::optional<engine::Instant> LocalTime::read(std::string_view text) const {
  static const std::regex iso(
      R"(\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?)"
      R"(\s*(Z|z|[+-]\d{2}(?::?\d{2})?)?\s*)");
  static const std::regex french(
      R"(\s*(\d{1,2})/(\d{1,2})/(\d{4})(?:[ T]+(\d{1,2})[:h](\d{2})(?::(\d{2}))?)?()\s*)");
  std::cmatch found;
  const char *const end = text.data() + text.size();
  const bool is_french = std::regex_match(text.data(), end, found, french);
  if (!is_french && !std::regex_match(text.data(), end, found, iso))
    return std::nullopt;
  const auto number = [&found](std::size_t group) {
    return found[group].matched ? std::stoi(found[group]) : 0;
  };
  const int year = number(is_french ? 3 : 1);
  const int day = number(is_french ? 1 : 3);
  const double second = found[6].matched ? std::stod(found[6]) : 0;
  if (!on_the_calendar(year, number(2), day, number(4), number(5), second))
    return std::nullopt;
  if (found[7].length() == 0)
    return at(year, number(2), day, number(4), number(5), second);
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(number(2))),
                                         std::chrono::day(static_cast<unsigned>(day))};
  return engine::Instant(std::chrono::sys_days(date)) + std::chrono::hours(number(4))
         + std::chrono::minutes(number(5) - offset_minutes(found[7])) + seconds(static_cast<int>(second))
         + fraction_of(second);
}

engine::Instant LocalTime::require(std::string_view text) const {
  const std::optional<engine::Instant> instant = read(text);
  if (!instant)
    throw engine::Error(
        fmt::format("'{}' is not a date: write 2026-05-01T14:30, with an offset such as +02:00 or Z "
                    "when it is not the territory's time.",
                    text));
  return *instant;
}

std::string LocalTime::text(engine::Instant instant) const {
  const auto whole = std::chrono::floor<seconds>(instant);
  const std::time_t since_1970 = whole.time_since_epoch().count();
  std::tm parts{};
  localtime_r(&since_1970, &parts);
  const long offset = parts.tm_gmtoff / 60;
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}", parts.tm_year + 1900,
                     parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec,
                     offset < 0 ? '-' : '+', std::abs(offset) / 60, std::abs(offset) % 60);
}

engine::Seconds duration(std::string_view text) {
  // A number without a unit is minutes, at the end only: 45, 1h30.
  static const std::regex units(R"(\s*(?:(\d+(?:\.\d+)?)\s*d)?\s*(?:(\d+(?:\.\d+)?)\s*h)?\s*)"
                                R"((?:(\d+(?:\.\d+)?)\s*(?:min|m|$))?\s*(?:(\d+(?:\.\d+)?)\s*s)?\s*)");
  std::cmatch found;
  if (text.find_first_of("0123456789") == std::string_view::npos
      || !std::regex_match(text.data(), text.data() + text.size(), found, units))
    throw engine::Error(fmt::format("'{}' is not a duration: write 30min, 1h30, 90s or 7d.", text));
  const auto number = [&found](std::size_t group) {
    return found[group].matched ? std::stod(found[group]) : 0.0;
  };
  return engine::Seconds(number(1) * 86400 + number(2) * 3600 + number(3) * 60 + number(4));
}

} // namespace cortege::analysis
