#pragma once

#include <string>

namespace cortege::engine {

/// While it lives, GDAL's messages of this thread are kept instead of printed: the first failure is the one
/// that explains.
class GdalErrors {
public:
  GdalErrors();
  ~GdalErrors();
  GdalErrors(const GdalErrors &) = delete;
  GdalErrors &operator=(const GdalErrors &) = delete;

  [[nodiscard]] bool any() const { return !first_.empty(); }
  /// GDAL's first failure, or `otherwise` when it gave none.
  [[nodiscard]] std::string or_else(const std::string &otherwise) const { return any() ? first_ : otherwise; }

private:
  std::string first_;
};

} // namespace cortege::engine
