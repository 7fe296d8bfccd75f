#pragma once

#include <string>
#include <vector>

namespace cortege::cli {

/// A list as one parameter of type text[], whatever its texts hold.
std::string text_array(const std::vector<std::string> &values);

} // namespace cortege::cli
