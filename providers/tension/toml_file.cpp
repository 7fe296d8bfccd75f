#include "providers/tension/toml_file.hpp"

#include "engine/error.hpp"

#include <fmt/format.h>

namespace cortege::tension {

void refuse_toml(const std::filesystem::path &file, std::string_view what, const std::exception &error) {
  const std::string text = error.what();
  throw engine::Error(
      fmt::format("{} is not {}: {}", file.string(), what, text.substr(0, text.find("\n -->"))));
}

} // namespace cortege::tension
