#pragma once

#include <toml.hpp>

#include <exception>
#include <filesystem>
#include <string_view>

namespace cortege::tension {

/// Throws engine::Error: `file` is not `what` ("a tension model"), with what the parser says first. The rest
/// of its message quotes the file.
[[noreturn]] void refuse_toml(const std::filesystem::path &file, std::string_view what,
                              const std::exception &error);

/// What `take` makes of a TOML file. Throws engine::Error as above when the file cannot be parsed or `take`
/// does not find what it wants.
template <typename Take>
auto read_toml(const std::filesystem::path &file, std::string_view what, const Take &take) {
  try {
    return take(toml::parse(file.string()));
  } catch (const std::exception &error) {
    refuse_toml(file, what, error);
  }
}

} // namespace cortege::tension
