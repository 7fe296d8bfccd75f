#include "cli/analysis/written_date.hpp"

#include <charconv>
#include <cstdint>

namespace cortege::analysis {

namespace {

using namespace std::chrono;

/// What is left to read. Each reader takes what it names from the front, or nothing.
class Text {
public:
  explicit Text(std::string_view left) : left_(left) { blanks(); }

  bool blanks() {
    const std::size_t size = left_.size();
    left_.remove_prefix(std::min(left_.find_first_not_of(" \t\r\n"), size));
    return left_.size() < size;
  }
  bool one_of(std::string_view characters) {
    const bool found = !left_.empty() && characters.find(left_.front()) != std::string_view::npos;
    if (found)
      left_.remove_prefix(1);
    return found;
  }
  std::optional<int> digits(std::size_t least, std::size_t most) {
    const std::size_t count = std::min(left_.find_first_not_of("0123456789"), left_.size());
    if (count < least || count > most)
      return std::nullopt;
    int value = 0;
    std::from_chars(left_.data(), left_.data() + count, value);
    left_.remove_prefix(count);
    return value;
  }
  /// .25 as microseconds; digits beyond are dropped.
  std::optional<microseconds> fraction() {
    if (!one_of("."))
      return microseconds(0);
    std::int64_t value = 0;
    int count = 0;
    for (; !left_.empty() && left_.front() >= '0' && left_.front() <= '9'; left_.remove_prefix(1), ++count)
      if (count < 6)
        value = 10 * value + (left_.front() - '0');
    if (count == 0)
      return std::nullopt;
    for (; count < 6; ++count)
      value *= 10;
    return microseconds(value);
  }
  [[nodiscard]] char front() const { return left_.empty() ? '\0' : left_.front(); }
  [[nodiscard]] bool empty() const { return left_.empty(); }

private:
  std::string_view left_;
};

std::optional<year_month_day> calendar_day(Text &text) {
  auto first = text.digits(1, 4);
  if (!first)
    return std::nullopt;
  const bool french = *first < 100; // 1/5/2026: a year has four digits
  if (!text.one_of(french ? "/" : "-/"))
    return std::nullopt;
  const auto month_number = text.digits(1, 2);
  if (!month_number || !text.one_of(french ? "/" : "-/"))
    return std::nullopt;
  auto last = french ? text.digits(4, 4) : text.digits(1, 2);
  if (!last)
    return std::nullopt;
  if (french)
    std::swap(first, last);
  const year_month_day day{year(*first), month(static_cast<unsigned>(*month_number)),
                           std::chrono::day(static_cast<unsigned>(*last))};
  return day.ok() && *first >= 1000 ? std::optional(day) : std::nullopt;
}

/// The hour after its T or blank; midnight when there is none.
std::optional<microseconds> time_of_day(Text &text) {
  const bool blank = text.blanks();
  if (text.empty() || (!text.one_of("T") && !blank))
    return text.empty() ? std::optional(microseconds(0)) : std::nullopt;
  const auto hour = text.digits(1, 2);
  if (!hour || !text.one_of(":h"))
    return std::nullopt;
  const auto minute = text.digits(2, 2);
  if (!minute || *hour > 24 || *minute > 59)
    return std::nullopt;
  microseconds time = hours(*hour) + minutes(*minute);
  if (text.one_of(":")) {
    const auto second = text.digits(2, 2);
    const auto fraction = second ? text.fraction() : std::nullopt;
    if (!fraction || *second > 60)
      return std::nullopt;
    time += seconds(*second) + *fraction;
  }
  return time;
}

/// Z, +02, +0200, +02:00; nothing read when there is none.
bool offset(Text &text, std::optional<minutes> &east) {
  text.blanks();
  if (text.one_of("Zz")) {
    east = minutes(0);
    return true;
  }
  const int sign = text.front() == '-' ? -1 : 1;
  if (!text.one_of("+-"))
    return true;
  if (const auto together = text.digits(4, 4)) {
    east = sign * (hours(*together / 100) + minutes(*together % 100));
    return true;
  }
  const auto hour = text.digits(2, 2);
  if (!hour)
    return false;
  east = minutes(sign * 60 * *hour);
  if (!text.one_of(":"))
    return true;
  const auto minute = text.digits(2, 2);
  if (minute)
    *east += minutes(sign * *minute);
  return minute.has_value();
}

} // namespace

std::optional<WrittenDate> written_date(std::string_view written) {
  Text text(written);
  const auto day = calendar_day(text);
  const auto time = day ? time_of_day(text) : std::nullopt;
  WrittenDate date;
  if (!time || !offset(text, date.east))
    return std::nullopt;
  text.blanks();
  if (!text.empty())
    return std::nullopt;
  date.local = sys_days(*day) + *time;
  return date;
}

} // namespace cortege::analysis
