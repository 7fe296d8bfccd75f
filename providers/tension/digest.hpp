#pragma once

#include <string>
#include <string_view>

namespace cortege::tension {

/// SHA-256, hexadecimal.
std::string digest_of(std::string_view content);

} // namespace cortege::tension
