#pragma once

#include <string>
#include <string_view>

namespace cortege::gate {

/// The TIME of a request as QGIS Server understands it. Clients write instants and intervals in ISO 8601,
/// with Z, with an offset, or without a zone (local time), a date alone being its whole day; QGIS Server
/// collapses an interval with a zone to its start, so both ends are written in the program's time zone (TZ),
/// without one. "current" is now. Throws Refusal (400): lists, periods, ends that are reversed, what is no
/// date.
std::string canonical_time(std::string_view text);

/// The day in progress, in the same form.
std::string today();

} // namespace cortege::gate
