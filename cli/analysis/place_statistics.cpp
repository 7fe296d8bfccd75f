#include "cli/analysis/place_statistics.hpp"

#include "engine/io/rows.hpp"
#include "engine/units.hpp"
#include "engine/zone/statistics.hpp"

#include <filesystem>

namespace cortege::analysis {

namespace {

constexpr OutputField street_fields[] = {
    {"identifiant", OFTInteger64}, {"nom", OFTString},   {"classe", OFTString},  {"longueur_m", OFTReal},
    {"moyenne", OFTReal},          {"maximum", OFTReal}, {"debut", OFTDateTime}, {"fin", OFTDateTime}};
constexpr OutputField area_fields[] = {{"division", OFTString}, {"code", OFTString},  {"nom", OFTString},
                                       {"aire_ha", OFTReal},    {"moyenne", OFTReal}, {"maximum", OFTReal},
                                       {"total", OFTReal}};

std::string first_text(const engine::Row &row, std::initializer_list<const char *> fields) {
  for (const char *field : fields)
    if (std::string text = row.text(field); !text.empty())
      return text;
  return {};
}

/// quartiers of ville.gpkg|layername=quartiers, communes of communes.geojson; nothing of a connection, whose
/// text may hold a password.
std::string division_of(const std::string &file) {
  if (const auto mark = file.rfind("layername="); mark != std::string::npos)
    return file.substr(mark + 10);
  return file.starts_with("PG:") || file.find("://") != std::string::npos
             ? std::string()
             : std::filesystem::path(file).stem().string();
}

} // namespace

StreetLayer::StreetLayer(VectorOutput &output)
    : output_(output), layer_(output.layer("rues", wkbLineString, street_fields)) {}

std::size_t StreetLayer::add(const engine::Grid &grid, std::span<const float> values,
                             std::span<const Street> streets, const std::optional<engine::Window> &window) {
  std::size_t written = 0;
  for (const Street &street : streets) {
    const engine::LineStatistics along = engine::statistics_along(grid, values, street.line);
    if (!(along.length > 0))
      continue;
    ++written;
    output_.add(layer_, engine::to_ogr(street.line), [&](OGRFeature &feature) {
      feature.SetField("identifiant", static_cast<GIntBig>(street.id));
      if (!street.name.empty())
        feature.SetField("nom", street.name.c_str());
      if (!street.kind.empty())
        feature.SetField("classe", street.kind.c_str());
      feature.SetField("longueur_m", along.length);
      feature.SetField("moyenne", along.mean);
      feature.SetField("maximum", along.maximum);
      if (window) {
        set_instant(feature, "debut", window->from);
        set_instant(feature, "fin", window->to);
      }
    });
  }
  return written;
}

std::vector<NamedArea> read_areas(const std::string &file, const std::string &crs) {
  std::vector<NamedArea> areas;
  engine::read_rows({file, {}, {}, crs, {}}, [&](const engine::Row &row, engine::Shape shape) {
    if (!shape.polygons.empty())
      areas.push_back({division_of(file), first_text(row, {"code", "insee", "code_insee", "id"}),
                       first_text(row, {"nom", "name", "libelle"}), std::move(shape.polygons)});
  });
  return areas;
}

void write_areas(VectorOutput &output, const engine::Grid &grid, std::span<const float> values,
                 std::span<const NamedArea> areas) {
  OGRLayer &layer = output.layer("territoire", wkbMultiPolygon, area_fields);
  for (const NamedArea &area : areas) {
    const engine::ZonalStatistics inside = engine::statistics_in(grid, values, area.polygons);
    auto shape = std::make_unique<OGRMultiPolygon>();
    for (const engine::Polygon &polygon : area.polygons)
      shape->addGeometryDirectly(engine::to_ogr(polygon).release());
    output.add(layer, std::move(shape), [&](OGRFeature &feature) {
      feature.SetField("division", area.division.c_str());
      feature.SetField("code", area.code.c_str());
      feature.SetField("nom", area.name.c_str());
      feature.SetField("aire_ha", inside.area / engine::square_metres_per_hectare);
      feature.SetField("total", inside.total);
      if (inside.area > 0) {
        feature.SetField("moyenne", inside.mean);
        feature.SetField("maximum", inside.maximum);
      }
    });
  }
}

} // namespace cortege::analysis
