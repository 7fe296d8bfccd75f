#include "engine/io/rows.hpp"

#include "engine/error.hpp"
#include "engine/io/layer.hpp"
#include "engine/io/ogr_date.hpp"
#include "engine/io/ogr_shape.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace cortege::engine {

std::int64_t Row::id() const {
  return feature_.GetFID();
}

int Row::index(const std::string &field) const {
  return feature_.GetDefnRef()->GetFieldIndex(field.c_str());
}

bool Row::has(const std::string &field) const {
  return index(field) >= 0;
}

std::string Row::text(const std::string &field) const {
  const int i = index(field);
  if (i < 0 || feature_.IsFieldSetAndNotNull(i) == 0)
    return {};
  const OGRFieldType type = feature_.GetFieldDefnRef(i)->GetType();
  return type == OFTDate || type == OFTDateTime ? date_text(feature_, i) : feature_.GetFieldAsString(i);
}

std::optional<double> Row::number(const std::string &field) const {
  const int i = index(field);
  if (i < 0 || feature_.IsFieldSetAndNotNull(i) == 0)
    return std::nullopt;
  const OGRFieldType type = feature_.GetFieldDefnRef(i)->GetType();
  if (type == OFTInteger || type == OFTInteger64 || type == OFTReal)
    return feature_.GetFieldAsDouble(i);
  const std::string written = feature_.GetFieldAsString(i);
  if (written.empty())
    return std::nullopt;
  char *end = nullptr;
  const double value = std::strtod(written.c_str(), &end);
  if (*end != '\0')
    throw Error(fmt::format("Row {}: '{}' in {} is not a number.", id(), written, field));
  return value;
}

std::size_t read_rows(const SourceParameters &parameters,
                      const std::function<void(const Row &row, Shape shape)> &take,
                      const Progress &progress) {
  Layer layer(parameters);
  OGRCoordinateTransformation *const transformation = layer.transformation();
  const double count = std::max(1.0, static_cast<double>(layer.ogr().GetFeatureCount(FALSE)));
  std::size_t without = 0;
  std::size_t read = 0;
  for (OGRFeatureUniquePtr feature; feature.reset(layer.ogr().GetNextFeature()), feature; ++read) {
    if (read % 1024 == 0)
      report(progress, std::min(1.0, static_cast<double>(read) / count));
    OGRGeometry *const geometry = feature->GetGeometryRef();
    if (geometry == nullptr || geometry->IsEmpty() != 0) {
      ++without;
      continue;
    }
    const auto refuse = [&](const std::string &what) {
      throw Error(fmt::format("“{}”, feature {}: {}", parameters.file, feature->GetFID(), what));
    };
    if (transformation != nullptr && geometry->transform(transformation) != OGRERR_NONE)
      refuse("the CRS asked cannot express its coordinates.");
    Shape shape;
    try {
      shape = to_shape(*geometry);
    } catch (const Error &error) {
      refuse(error.what());
    }
    take(Row(*feature), std::move(shape));
  }
  layer.require_whole();
  return without;
}

} // namespace cortege::engine
