#pragma once

#include <string>
#include <string_view>

namespace cortege::cli {

/// A value of a libpq connection string, quoted: 'it\'s'.
std::string conninfo_value(std::string_view value);

/// A component of a postgresql:// URI.
std::string percent_encoded(std::string_view text);

} // namespace cortege::cli
