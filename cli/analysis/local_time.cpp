#include "cli/analysis/local_time.hpp"

#include "cli/analysis/written_date.hpp"
#include "engine/error.hpp"

#include <date/tz.h>
#include <fmt/format.h>

#include <regex>

namespace cortege::analysis {

namespace {

const date::time_zone *zone_named(const std::string &name) {
  try {
    return date::locate_zone(name);
  } catch (const std::runtime_error &) {
    throw engine::Error(
        fmt::format("There is no time zone {}: give one of tzdata, such as Europe/Paris.", name));
  }
}

} // namespace

LocalTime::LocalTime(const std::string &zone) : zone_(zone_named(zone)) {}

std::optional<engine::Instant> LocalTime::read(std::string_view text) const {
  const std::optional<WrittenDate> date = written_date(text);
  if (!date)
    return std::nullopt;
  if (date->east)
    return date->local - *date->east;
  // The first of two offsets: the earlier of an hour that comes twice, and the way on from one that does not.
  const date::local_info info = zone_->get_info(
      date::local_seconds(std::chrono::floor<std::chrono::seconds>(date->local.time_since_epoch())));
  return date->local - info.first.offset;
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
  using namespace std::chrono;
  const auto whole = floor<seconds>(instant);
  const auto offset = duration_cast<minutes>(zone_->get_info(whole).offset);
  const auto local = whole + offset;
  const year_month_day day(floor<days>(local));
  const hh_mm_ss time(local - floor<days>(local));
  const auto east = abs(offset).count();
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                     time.hours().count(), time.minutes().count(), time.seconds().count(),
                     offset.count() < 0 ? '-' : '+', east / 60, east % 60);
}

std::optional<engine::Instant> instant_in(const engine::Row &row, const std::string &field,
                                          const LocalTime &time) {
  const std::string written = row.text(field);
  if (written.empty())
    return std::nullopt;
  const std::optional<engine::Instant> instant = time.read(written);
  if (!instant)
    throw engine::Error(fmt::format("Row {}: '{}' in {} is not a date.", row.id(), written, field));
  return instant;
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
