#include "cli/text_array.hpp"

namespace cortege::cli {

std::string text_array(const std::vector<std::string> &values) {
  std::string array = "{";
  for (const std::string &value : values) {
    array += array.size() > 1 ? ",\"" : "\"";
    for (const char c : value) {
      if (c == '"' || c == '\\')
        array += '\\';
      array += c;
    }
    array += '"';
  }
  return array + "}";
}

} // namespace cortege::cli
