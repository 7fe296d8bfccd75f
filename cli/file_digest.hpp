#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace cortege::cli {

/// SHA-256 in hexadecimal of bytes, and of a file read in blocks. Throws Error when the file cannot be read.
std::string digest(std::string_view bytes);
std::string file_digest(const std::filesystem::path &file);

} // namespace cortege::cli
