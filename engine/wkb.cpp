#include "engine/wkb.hpp"

#include "engine/error.hpp"

#include <fmt/format.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace cortege::engine {

namespace {

enum Type : std::uint32_t {
  point = 1,
  line = 2,
  polygon = 3,
  multi_point = 4,
  multi_line = 5,
  multi_polygon = 6
};

class Reader {
public:
  explicit Reader(std::span<const std::byte> bytes) : bytes_(bytes) {}

  void geometry(Shape &shape, int depth = 0) {
    swap_ = (take(1)[0] == std::byte{1}) != (std::endian::native == std::endian::little);
    switch (const auto type = number<std::uint32_t>()) {
    case point:
      if (const Point p = coordinates(); !std::isnan(p.x)) // an empty point is NaN NaN
        shape.points.push_back(p);
      return;
    case line:
      if (Line read = vertices(); !read.empty())
        shape.lines.push_back(std::move(read));
      return;
    case polygon:
      if (Polygon read = rings(); !read.empty())
        shape.polygons.push_back(std::move(read));
      return;
    case multi_point:
    case multi_line:
    case multi_polygon:
      if (depth == 0) {
        for (auto parts = number<std::uint32_t>(); parts > 0; --parts)
          geometry(shape, depth + 1);
        return;
      }
      [[fallthrough]];
    default:
      throw Error(fmt::format(
          "A geometry of type {} is neither points, lines nor polygons in two dimensions.", type));
    }
  }

  [[nodiscard]] bool at_end() const { return bytes_.empty(); }

private:
  std::span<const std::byte> take(std::size_t count) {
    if (bytes_.size() < count)
      throw Error("A geometry is truncated.");
    const auto taken = bytes_.first(count);
    bytes_ = bytes_.subspan(count);
    return taken;
  }

  template <typename T>
  T number() {
    std::byte raw[sizeof(T)];
    std::memcpy(raw, take(sizeof(T)).data(), sizeof(T));
    if (swap_)
      for (std::size_t i = 0; i < sizeof(T) / 2; ++i)
        std::swap(raw[i], raw[sizeof(T) - 1 - i]);
    T value;
    std::memcpy(&value, raw, sizeof(T));
    return value;
  }

  Point coordinates() {
    const auto x = number<double>();
    return {x, number<double>()};
  }

  Line vertices() {
    const auto count = number<std::uint32_t>();
    if (bytes_.size() / (2 * sizeof(double)) < count) // before reserving what a corrupt count asks
      throw Error("A geometry is truncated.");
    Line read;
    read.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i)
      read.push_back(coordinates());
    return read;
  }

  Polygon rings() {
    Polygon read;
    for (auto count = number<std::uint32_t>(); count > 0; --count)
      read.push_back(vertices());
    return read;
  }

  std::span<const std::byte> bytes_;
  bool swap_ = false;
};

} // namespace

Shape shape_from_wkb(std::span<const std::byte> wkb) {
  Reader reader(wkb);
  Shape shape;
  reader.geometry(shape);
  if (!reader.at_end())
    throw Error("A geometry has bytes after its end.");
  return shape;
}

} // namespace cortege::engine
