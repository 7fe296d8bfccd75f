#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace cortege::cli {

/// Starts a program that outlives us: a session of its own, no open file of ours, its words in `log`. The
/// first argument is its absolute path. Throws Error when it cannot be started.
void start_detached(const std::vector<std::string> &arguments, const std::filesystem::path &log);

} // namespace cortege::cli
