#include "engine/io/ogr_date.hpp"

#include <fmt/format.h>
#include <ogr_feature.h>

#include <cmath>
#include <cstdlib>

namespace cortege::engine {

namespace {

constexpr int quarters_at_utc =
    100; // OGR counts zones in quarters of an hour; 0 and 1 say that none is known

} // namespace

std::string date_text(const OGRFeature &feature, int field) {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
  float second = 0;
  feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone);
  std::string text = fmt::format("{:04}-{:02}-{:02}", year, month, day);
  if (feature.GetFieldDefnRef(field)->GetType() == OFTDate)
    return text;
  const bool whole = second == std::floor(second);
  text += fmt::format("T{:02}:{:02}:{:0{}.{}f}", hour, minute, second, whole ? 2 : 6, whole ? 0 : 3);
  if (zone > 1) {
    const int offset = (zone - quarters_at_utc) * 15;
    text +=
        fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', std::abs(offset) / 60, std::abs(offset) % 60);
  }
  return text;
}

} // namespace cortege::engine
