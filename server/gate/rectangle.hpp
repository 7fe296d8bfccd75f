#pragma once

#include <string>

namespace cortege::gate {

/// Four finite numbers in order, as the client wrote them. Throws Refusal.
std::string require_rectangle(const std::string &text);

} // namespace cortege::gate
