#pragma once

#include "engine/geometry.hpp"
#include "engine/io/source.hpp"
#include "engine/progress.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

class OGRFeature;

namespace cortege::engine {

/// The attributes of one feature of a source, valid until the next.
class Row {
public:
  explicit Row(const OGRFeature &feature) : feature_(feature) {}

  [[nodiscard]] std::int64_t id() const;
  [[nodiscard]] bool has(const std::string &field) const;
  /// Empty when null or absent. A date comes in ISO 8601, with its offset when it has one.
  [[nodiscard]] std::string text(const std::string &field) const;
  /// Nothing when null or absent; throws Error naming the row for a text that is no number.
  [[nodiscard]] std::optional<double> number(const std::string &field) const;

private:
  [[nodiscard]] int index(const std::string &field) const;

  const OGRFeature &feature_;
};

/// Reads the same sources as read_features(), one row after another with its attributes: dates keep their
/// zones, which columns of Arrow lose in GDAL 3.6. `take` is called for each feature that has a geometry;
/// returns how many had none. `mass_field` is not looked at. Throws as read_features(), and what `take`
/// throws.
std::size_t read_rows(const SourceParameters &parameters,
                      const std::function<void(const Row &row, Shape shape)> &take,
                      const Progress &progress = {});

} // namespace cortege::engine
