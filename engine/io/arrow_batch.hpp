#pragma once

#include <ogr_recordbatch.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace cortege::engine {

/// One batch of an OGR layer's Arrow stream: feature ids, geometries as well-known binary, one column of
/// numbers. Views into the batch, which must outlive it. Format: Apache Arrow, “The Arrow C data interface”.
class ArrowBatch {
public:
  /// Throws Error when a column the stream promised is missing or of a type that is not a number.
  ArrowBatch(const ArrowSchema &schema, const ArrowArray &array, const std::string &geometry,
             const std::string &number);

  [[nodiscard]] std::int64_t size() const { return array_.length; }
  [[nodiscard]] std::int64_t id(std::int64_t row) const;
  /// Nothing when null.
  [[nodiscard]] std::optional<std::span<const std::byte>> geometry(std::int64_t row) const;
  [[nodiscard]] std::optional<double> number(std::int64_t row) const;

private:
  struct Column {
    const ArrowArray *array = nullptr;
    char format = 0;
  };

  const ArrowArray &array_;
  Column id_;
  Column geometry_;
  Column number_;
};

} // namespace cortege::engine
