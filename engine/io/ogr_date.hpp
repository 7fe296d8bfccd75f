#pragma once

#include <string>

class OGRFeature;

namespace cortege::engine {

/// A field that its file holds as a date or a date and time, in ISO 8601: with a fraction of a second or an
/// offset when it has one. The field must be set and of that type.
std::string date_text(const OGRFeature &feature, int field);

} // namespace cortege::engine
