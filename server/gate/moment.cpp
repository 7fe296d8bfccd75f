#include "server/gate/moment.hpp"

#include "server/gate/answer.hpp"

#include <fmt/format.h>

#include <charconv>
#include <ctime>
#include <optional>

namespace cortege::gate {
namespace {

[[noreturn]] void no_date() {
  malformed(
      "InvalidDimensionValue",
      "TIME doit être un instant (2026-05-01T14:00), un jour (2026-05-01) ou un intervalle (début/fin).");
}

/// Reads the parts of a date one after the other.
class Reader {
public:
  explicit Reader(std::string_view text) : rest_(text) {}

  int digits(std::size_t count, int least, int most) {
    int number = -1;
    if (rest_.size() < count)
      no_date();
    const auto [end, problem] = std::from_chars(rest_.data(), rest_.data() + count, number);
    if (problem != std::errc() || end != rest_.data() + count || number < least || number > most)
      no_date();
    rest_.remove_prefix(count);
    return number;
  }
  bool take(char c) {
    if (rest_.empty() || rest_.front() != c)
      return false;
    rest_.remove_prefix(1);
    return true;
  }
  void fraction() {
    while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9')
      rest_.remove_prefix(1);
  }
  bool done() const { return rest_.empty(); }

private:
  std::string_view rest_;
};

/// Seconds east of UTC, if the text says a zone.
std::optional<int> offset(Reader &reader) {
  if (reader.take('Z') || reader.take('z'))
    return 0;
  // A '+' that a client did not encode arrives as a space.
  const bool west = reader.take('-');
  if (!west && !reader.take('+') && !reader.take(' '))
    return std::nullopt;
  const int hours = reader.digits(2, 0, 14);
  const bool colon = reader.take(':');
  const int minutes = colon || !reader.done() ? reader.digits(2, 0, 59) : 0;
  return (west ? -1 : 1) * (hours * 3600 + minutes * 60);
}

struct Moment {
  std::time_t from = 0;
  std::time_t to = 0; ///< the last second it covers
};

/// mktime reads local time; its answer is normalised, so a day that does not exist comes back as another one.
std::time_t seconds_of(std::tm parts, std::optional<int> east) {
  const int day = parts.tm_mday;
  parts.tm_isdst = -1;
  const std::time_t at = east ? timegm(&parts) - *east : mktime(&parts);
  if (parts.tm_mday != day)
    no_date();
  return at;
}

Moment read(std::string_view text) {
  Reader reader(text);
  std::tm parts{};
  parts.tm_year = reader.digits(4, 1900, 2200) - 1900;
  if (!reader.take('-'))
    no_date();
  parts.tm_mon = reader.digits(2, 1, 12) - 1;
  if (!reader.take('-'))
    no_date();
  parts.tm_mday = reader.digits(2, 1, 31);
  if (reader.done()) {
    const std::time_t from = seconds_of(parts, std::nullopt);
    parts.tm_hour = 23;
    parts.tm_min = parts.tm_sec = 59;
    return {from, seconds_of(parts, std::nullopt)};
  }
  if (!reader.take('T') && !reader.take(' '))
    no_date();
  parts.tm_hour = reader.digits(2, 0, 23);
  if (reader.take(':'))
    parts.tm_min = reader.digits(2, 0, 59);
  if (reader.take(':'))
    parts.tm_sec = reader.digits(2, 0, 59);
  if (reader.take('.'))
    reader.fraction();
  const auto east = offset(reader);
  if (!reader.done())
    no_date();
  const std::time_t at = seconds_of(parts, east);
  return {at, at};
}

std::string written(std::time_t at) {
  std::tm parts{};
  localtime_r(&at, &parts);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", parts.tm_year + 1900, parts.tm_mon + 1,
                     parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
}

} // namespace

std::string today() {
  return canonical_time(written(std::time(nullptr)).substr(0, 10));
}

std::string canonical_time(std::string_view text) {
  if (text == "current")
    return today();
  if (text.find(',') != std::string_view::npos)
    malformed("InvalidDimensionValue", "TIME prend un instant ou un intervalle, pas une liste.");
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) {
    const Moment at = read(text);
    return at.from == at.to ? written(at.from) : written(at.from) + "/" + written(at.to);
  }
  const Moment first = read(text.substr(0, slash)), last = read(text.substr(slash + 1));
  if (last.to < first.from)
    malformed("InvalidDimensionValue", "TIME : la fin de l'intervalle précède son début.");
  return written(first.from) + "/" + written(last.to);
}

} // namespace cortege::gate
