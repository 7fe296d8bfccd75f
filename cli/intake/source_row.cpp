// A row's texts, as the database takes them.
#include "cli/intake/source.hpp"
#include "cli/intake/values.hpp"
#include "engine/io/ogr_date.hpp"

#include <fmt/format.h>

namespace cortege::intake {

std::string Row::text(int field) const {
  if (feature_.IsFieldSetAndNotNull(field) == 0)
    return {};
  const OGRFieldType type = feature_.GetFieldDefnRef(field)->GetType();
  if (type == OFTDate || type == OFTDateTime)
    return engine::date_text(feature_, field);
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
