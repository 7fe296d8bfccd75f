#include "cli/intake/dates.hpp"

#include "cli/intake/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <tuple>

namespace cortege::intake {

namespace {

/// Up to `most` digits from the front of `text`.
std::optional<int> take_digits(std::string_view &text, std::size_t most) {
  std::size_t count = 0;
  int value = 0;
  while (count < most && count < text.size() && text[count] >= '0' && text[count] <= '9')
    value = value * 10 + (text[count++] - '0');
  text.remove_prefix(count);
  return count == 0 ? std::nullopt : std::optional(value);
}

bool take_int(std::string_view &text, std::size_t most, int low, int high, int &target) {
  const auto value = take_digits(text, most);
  target = value.value_or(low - 1);
  return target >= low && target <= high;
}

bool take_seconds(std::string_view &text, Date &date) {
  int whole = 0;
  if (!take_int(text, 2, 0, 59, whole))
    return false;
  date.second = whole;
  if (!text.starts_with('.'))
    return true;
  text.remove_prefix(1);
  double unit = 0.1;
  bool any = false;
  while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
    date.second += (text.front() - '0') * unit;
    unit /= 10;
    text.remove_prefix(1);
    any = true;
  }
  return any;
}

bool take_offset(std::string_view &text, Date &date) {
  if (text.starts_with('Z') || text.starts_with('z')) {
    text.remove_prefix(1);
    date.offset_minutes = 0;
    return true;
  }
  if (!text.starts_with('+') && !text.starts_with('-'))
    return false;
  const int sign = text.front() == '-' ? -1 : 1;
  text.remove_prefix(1);
  int hours = 0;
  int minutes = 0;
  if (!take_int(text, 2, 0, 15, hours))
    return false;
  if (text.starts_with(':'))
    text.remove_prefix(1);
  if (!text.empty() && !take_int(text, 2, 0, 59, minutes))
    return false;
  date.offset_minutes = sign * (hours * 60 + minutes);
  return true;
}

bool take_part(char part, std::string_view &text, Date &date) {
  switch (part) {
  case 'Y':
    return take_int(text, 4, 1000, 9999, date.year);
  case 'm':
    date.precision = std::max(date.precision, Precision::month);
    return take_int(text, 2, 1, 12, date.month);
  case 'd':
    date.precision = std::max(date.precision, Precision::day);
    return take_int(text, 2, 1, 31, date.day);
  case 'H':
    date.precision = Precision::instant;
    return take_int(text, 2, 0, 23, date.hour);
  case 'M':
    return take_int(text, 2, 0, 59, date.minute);
  case 'S':
    return take_seconds(text, date);
  case 'z':
    return take_offset(text, date);
  default:
    return false;
  }
}

bool on_calendar(const Date &date) {
  using namespace std::chrono;
  return year_month_day(year(date.year), month(static_cast<unsigned>(date.month)),
                        day(static_cast<unsigned>(date.day)))
      .ok();
}

/// An hour without its day says less than its month does: what cannot be placed in time is dropped.
void drop_unplaceable(Date &date, bool has_month, bool has_day) {
  if (has_day && has_month)
    return;
  date.precision = has_month ? Precision::month : Precision::year;
  date.hour = date.minute = 0;
  date.second = 0;
}

std::optional<Date> read(std::string_view text, std::string_view format) {
  Date date;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] == '%' && i + 1 < format.size()) {
      if (!take_part(format[++i], text, date))
        return std::nullopt;
    } else if (text.starts_with(format[i])) {
      text.remove_prefix(1);
    } else {
      return std::nullopt;
    }
  }
  if (!text.empty() || !on_calendar(date))
    return std::nullopt;
  drop_unplaceable(date, format.find("%m") != std::string_view::npos,
                   format.find("%d") != std::string_view::npos);
  return date;
}

} // namespace

std::string_view name_of(Precision precision) {
  constexpr std::array<std::string_view, 4> names{"annee", "mois", "jour", "instant"};
  return names.at(static_cast<std::size_t>(precision));
}

std::string Date::iso() const {
  std::string text =
      fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:09.6f}", year, month, day, hour, minute, second);
  if (offset_minutes)
    text += fmt::format("{}{:02}:{:02}", *offset_minutes < 0 ? '-' : '+', std::abs(*offset_minutes) / 60,
                        std::abs(*offset_minutes) % 60);
  return text;
}

Date Date::last() const {
  using namespace std::chrono;
  Date end = *this;
  if (precision == Precision::instant)
    return end;
  if (precision == Precision::year)
    end.month = 12;
  if (precision != Precision::day) {
    const year_month_day_last month_end(
        std::chrono::year(year) / month_day_last(std::chrono::month(static_cast<unsigned>(end.month))));
    end.day = static_cast<int>(static_cast<unsigned>(month_end.day()));
  }
  std::tie(end.hour, end.minute, end.second) = std::tuple(23, 59, 59.0);
  return end;
}

std::optional<Date> to_date(std::string_view text, std::span<const std::string> formats) {
  const std::string plain = trimmed(text);
  for (const std::string &format : formats)
    if (const auto date = read(plain, format))
      return date;
  return std::nullopt;
}

} // namespace cortege::intake
