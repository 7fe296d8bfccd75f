#include "engine/io/source.hpp"

#include "engine/error.hpp"
#include "engine/io/arrow_batch.hpp"
#include "engine/io/layer.hpp"
#include "engine/io/ogr_shape.hpp"

#include <cpl_string.h>
#include <fmt/format.h>

#include <bit>
#include <cstring>

namespace cortege::engine {

namespace {

// Only the mass is read, when there is one. The geometry's name in the stream comes back.
std::string prepare(OGRLayer &layer, const SourceParameters &parameters) {
  OGRFeatureDefn &schema = *layer.GetLayerDefn();
  CPLStringList ignored;
  bool found = parameters.mass_field.empty();
  for (int i = 0; i < schema.GetFieldCount(); ++i) {
    const OGRFieldDefn &field = *schema.GetFieldDefn(i);
    if (!parameters.mass_field.empty() && parameters.mass_field == field.GetNameRef()) {
      found = true;
      const OGRFieldType type = field.GetType();
      if (type != OFTInteger && type != OFTInteger64 && type != OFTReal)
        throw Error(fmt::format("The field “{}” of “{}” does not hold numbers, so it cannot be the mass.",
                                parameters.mass_field, parameters.file));
    } else {
      ignored.AddString(field.GetNameRef());
    }
  }
  if (!found)
    throw Error(
        fmt::format("“{}” has no field “{}” to take the mass from.", parameters.file, parameters.mass_field));
  layer.SetIgnoredFields(const_cast<const char **>(ignored.List()));
  const std::string geometry = layer.GetGeometryColumn();
  return geometry.empty() ? "wkb_geometry" : geometry;
}

// Puts features where they belong, transformed, and says which one was wrong.
class Intake {
public:
  Intake(Features &features, OGRCoordinateTransformation *to) : features_(features), to_(to) {}

  void add(std::span<const std::byte> wkb, double mass, std::int64_t id) {
    if (const auto point = plain_point(wkb)) {
      x_.push_back(point->x);
      y_.push_back(point->y);
      mass_.push_back(mass);
      id_.push_back(id);
      return;
    }
    Shape shape = shape_of(wkb);
    for (Point &p : shape.points)
      transform(p);
    for (Line &line : shape.lines)
      for (Point &p : line)
        transform(p);
    for (Polygon &polygon : shape.polygons)
      for (Line &ring : polygon)
        for (Point &p : ring)
          transform(p);
    features_.add(shape, mass);
  }

  // Points come by the batch: PROJ works on columns. `at` tells the row under way.
  void flush(std::int64_t &at) {
    std::vector<int> done(x_.size(), 1);
    if (to_ && !x_.empty())
      to_->Transform(static_cast<int>(x_.size()), x_.data(), y_.data(), nullptr, done.data());
    for (std::size_t i = 0; i < x_.size(); ++i) {
      at = id_[i];
      if (!done[i])
        throw Error("the CRS asked cannot express its coordinates.");
      features_.add_point({x_[i], y_[i]}, mass_[i]);
    }
    x_.clear();
    y_.clear();
    mass_.clear();
    id_.clear();
  }

private:
  // Two-dimensional little-endian points need no geometry object.
  static std::optional<Point> plain_point(std::span<const std::byte> wkb) {
    constexpr std::byte head[] = {std::byte{1}, std::byte{1}, std::byte{0}, std::byte{0}, std::byte{0}};
    if (wkb.size() != 21 || std::endian::native != std::endian::little
        || std::memcmp(wkb.data(), head, 5) != 0)
      return {};
    Point point;
    std::memcpy(&point.x, wkb.data() + 5, 8);
    std::memcpy(&point.y, wkb.data() + 13, 8);
    return point;
  }

  static Shape shape_of(std::span<const std::byte> wkb) {
    OGRGeometry *read = nullptr;
    OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &read, wkb.size(), wkbVariantIso);
    const std::unique_ptr<OGRGeometry> geometry(read);
    if (!geometry)
      throw Error("its geometry cannot be read.");
    return to_shape(*geometry);
  }

  void transform(Point &point) const {
    if (to_ && !to_->Transform(1, &point.x, &point.y))
      throw Error("the CRS asked cannot express its coordinates.");
  }

  Features &features_;
  OGRCoordinateTransformation *to_;
  std::vector<double> x_, y_, mass_;
  std::vector<std::int64_t> id_;
};

void take(const ArrowBatch &batch, bool weighted, Intake &intake, std::int64_t &at) {
  for (std::int64_t row = 0; row < batch.size(); ++row) {
    at = batch.id(row);
    const auto mass = weighted ? batch.number(row) : 1.0;
    if (!mass)
      throw Error("its mass is null: give it a number, or leave out the mass field.");
    const auto wkb = batch.geometry(row);
    if (!wkb)
      throw Error("its geometry is null.");
    intake.add(*wkb, *mass, at);
  }
  intake.flush(at);
}

struct Stream {
  ArrowArrayStream stream{};
  ~Stream() {
    if (stream.release)
      stream.release(&stream);
  }
};

std::string in_lower_case(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z')
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

void read(OGRLayer &layer, const SourceParameters &parameters, Intake &intake, const Progress &progress) {
  const std::string geometry = prepare(layer, parameters);
  Stream source;
  const char *const options[] = {"INCLUDE_FID=YES", "MAX_FEATURES_IN_BATCH=16384", nullptr};
  ArrowSchema schema{};
  if (!layer.GetArrowStream(&source.stream, const_cast<char **>(options))
      || source.stream.get_schema(&source.stream, &schema) != 0)
    throw Error(fmt::format("“{}” cannot be read: {}.", parameters.file, CPLGetLastErrorMsg()));
  const std::unique_ptr<ArrowSchema, void (*)(ArrowSchema *)> schema_owner(
      &schema, [](ArrowSchema *s) { s->release(s); });
  const double expected = static_cast<double>(std::max<GIntBig>(1, layer.GetFeatureCount(FALSE)));
  double done = 0;
  while (true) {
    ArrowArray array{};
    if (source.stream.get_next(&source.stream, &array) != 0 || !array.release)
      return;
    const std::unique_ptr<ArrowArray, void (*)(ArrowArray *)> array_owner(
        &array, [](ArrowArray *a) { a->release(a); });
    std::int64_t at = 0;
    try {
      take({schema, array, geometry, parameters.mass_field}, !parameters.mass_field.empty(), intake, at);
    } catch (const Error &error) {
      throw Error(fmt::format("“{}”, feature {}: {}", parameters.file, at, in_lower_case(error.what())));
    }
    done += static_cast<double>(array.length);
    report(progress, std::min(1.0, done / expected));
  }
}

} // namespace

Features read_features(const SourceParameters &parameters, const Progress &progress) {
  Layer layer(parameters);
  Features features;
  Intake intake(features, layer.transformation());
  read(layer.ogr(), parameters, intake, progress);
  layer.require_whole();
  return features;
}

} // namespace cortege::engine
