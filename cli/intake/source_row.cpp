// A row's texts, as the database takes them.
#include "cli/intake/source.hpp"
#include "cli/intake/values.hpp"

#include <fmt/format.h>

namespace cortege::intake {

namespace {

/// A field that the file holds as a date, as ISO 8601 text.
std::string date_text(const OGRFeature &feature, int field) {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
  float second = 0;
  feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone);
  std::string text = fmt::format("{:04}-{:02}-{:02}", year, month, day);
  if (feature.GetFieldDefnRef(field)->GetType() == OFTDate)
    return text;
  text += fmt::format("T{:02}:{:02}:{:02}", hour, minute, static_cast<int>(second));
  if (zone > 1) { // quarters of an hour from 100, which is UTC
    const int offset = (zone - 100) * 15;
    text +=
        fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', std::abs(offset) / 60, std::abs(offset) % 60);
  }
  return text;
}

} // namespace

std::string Row::text(int field) const {
  if (feature_.IsFieldSetAndNotNull(field) == 0)
    return {};
  const OGRFieldType type = feature_.GetFieldDefnRef(field)->GetType();
  if (type == OFTDate || type == OFTDateTime)
    return date_text(feature_, field);
  return trimmed(to_utf8(feature_.GetFieldAsString(field), options_.encoding));
}

std::string Row::content() const {
  std::string all;
  for (int i = 0; i < feature_.GetFieldCount(); ++i)
    if (const std::string value = text(i); !value.empty())
      all +=
          fmt::format("{}{}={}", all.empty() ? "" : "; ", feature_.GetFieldDefnRef(i)->GetNameRef(), value);
  return all;
}

} // namespace cortege::intake
