#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace cortege::gate {

/// The parameters of a request. OGC names have no case: keys are upper case. What goes on to QGIS Server is
/// written anew from values that were read and judged here, so that a hostile query never reaches it.
class Query {
public:
  Query() = default;
  /// Decodes a query string. Throws Refusal (400): bad percent encoding, bytes that are not UTF-8, control
  /// characters, a parameter given twice with two values.
  explicit Query(std::string_view text);

  bool has(const std::string &key) const { return values_.contains(key); }
  /// The value without spaces around; empty when absent.
  std::string get(const std::string &key) const;
  void set(const std::string &key, std::string value) { values_[key] = std::move(value); }
  /// The value if it is there and not empty. Throws Refusal that names it otherwise.
  std::string require(const std::string &key) const;
  /// A comma-separated list; empty when absent. Empty items are kept.
  std::vector<std::string> list(const std::string &key) const;
  /// A whole number in [least, most]. Throws Refusal that says the limits.
  int integer(const std::string &key, int least, int most) const;

  const std::map<std::string, std::string> &values() const { return values_; }
  /// As a query string again, every value percent-encoded.
  std::string text() const;

private:
  std::map<std::string, std::string> values_;
};

} // namespace cortege::gate
