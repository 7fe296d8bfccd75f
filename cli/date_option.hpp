#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace cortege::cli {

/// A calendar date as PostgreSQL reads it without doubt: YYYY-MM-DD. Whether the day exists is the database's
/// to say.
inline CLI::Validator date_option() {
  return CLI::Validator(
      [](const std::string &text) {
        const bool right = text.size() == 10 && text[4] == '-' && text[7] == '-'
                           && text.find_first_not_of("0123456789-") == std::string::npos;
        return right ? std::string() : "a date is written YYYY-MM-DD, not " + text;
      },
      "YYYY-MM-DD");
}

} // namespace cortege::cli
