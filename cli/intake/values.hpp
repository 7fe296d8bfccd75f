#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cortege::intake {

/// Without blanks at both ends, no-break spaces included.
std::string trimmed(std::string_view text);

/// A finite decimal number with a point or a comma, nothing else around it: "43.29", " -1 204,5 ", "5,37e0".
/// NaN, infinities and an empty text are no numbers.
std::optional<double> to_number(std::string_view text);

/// UTF-8 as it is; other bytes are taken for `encoding` (a name iconv knows).
std::string to_utf8(std::string_view bytes, const std::string &encoding);

} // namespace cortege::intake
