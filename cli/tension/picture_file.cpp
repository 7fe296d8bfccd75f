#include "cli/tension/outputs.hpp"
#include "engine/error.hpp"
#include "engine/io/gdal_errors.hpp"
#include "engine/io/ogr_shape.hpp"

#include <fmt/format.h>
#include <gdal_alg.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

namespace cortege::tension {

namespace {

using Dataset = std::unique_ptr<GDALDataset, decltype([](GDALDataset *d) { GDALClose(d); })>;

// Indices of the palette; levels follow `ground`.
constexpr int beyond = 0;
constexpr int border = 1;
constexpr int ground = 2;

GDALColorEntry colour(std::string_view hex) {
  const auto part = [&](std::size_t at) {
    short value = 0;
    std::from_chars(hex.data() + at, hex.data() + at + 2, value, 16);
    return value;
  };
  return {part(1), part(3), part(5), 255};
}

GDALColorTable palette(const engine::TensionModel &model) {
  GDALColorTable table;
  const auto set = [&table](int index, std::string_view hex) {
    const GDALColorEntry entry = colour(hex);
    table.SetColorEntry(index, &entry);
  };
  set(beyond, "#ffffff");
  set(border, "#8a8a8a");
  set(ground, "#f1efe9");
  for (std::size_t level = 0; level < model.levels.size(); ++level)
    set(ground + 1 + static_cast<int>(level), model.levels[level].colour);
  return table;
}

void burn(GDALDataset &picture, std::vector<OGRGeometry *> shapes, int index) {
  int band = 1;
  std::vector<double> values(shapes.size(), index);
  if (!shapes.empty())
    GDALRasterizeGeometries(&picture, 1, &band, static_cast<int>(shapes.size()),
                            reinterpret_cast<OGRGeometryH *>(shapes.data()), nullptr, nullptr, values.data(),
                            nullptr, nullptr, nullptr);
}

void transfer(GDALRasterBand &band, GDALRWFlag direction, std::vector<std::uint8_t> &cells) {
  const int width = band.GetXSize();
  const int height = band.GetYSize();
  if (band.RasterIO(direction, 0, 0, width, height, cells.data(), width, height, GDT_Byte, 0, 0) != CE_None)
    throw engine::Error("The picture cannot be drawn: free some memory, or take a coarser resolution.");
}

/// Every cell of a level takes its colour, over the ground already drawn.
void paint_levels(GDALRasterBand &band, const engine::TensionModel &model, const std::vector<float> &values) {
  std::vector<std::uint8_t> cells(values.size());
  transfer(band, GF_Read, cells);
  for (std::size_t cell = 0; cell < cells.size(); ++cell)
    if (const engine::TensionLevel *level = level_of(model, values[cell]))
      cells[cell] = static_cast<std::uint8_t>(ground + 1 + (level - model.levels.data()));
  transfer(band, GF_Write, cells);
}

Dataset blank(const engine::Grid &grid) {
  Dataset picture(GetGDALDriverManager()->GetDriverByName("MEM")->Create(
      "", static_cast<int>(grid.width), static_cast<int>(grid.height), 1, GDT_Byte, nullptr));
  const engine::Box extent = grid.extent();
  std::array<double, 6> transform{extent.xmin, grid.resolution, 0, extent.ymax, 0, -grid.resolution};
  OGRSpatialReference lambert_93;
  lambert_93.importFromEPSG(2154);
  if (picture) {
    picture->SetGeoTransform(transform.data());
    picture->SetSpatialRef(&lambert_93);
  }
  return picture;
}

} // namespace

void write_picture(const std::filesystem::path &file, const engine::TensionModel &model,
                   const engine::TensionRaster &raster, const std::vector<Area> &areas) {
  const engine::GdalErrors errors;
  const auto cannot_write = [&] {
    throw engine::Error(
        fmt::format("cannot write {}: {}", file.string(), errors.or_else("GDAL does not say why")));
  };
  const Dataset picture = blank(raster.grid);
  if (!picture)
    cannot_write();
  std::vector<std::unique_ptr<OGRPolygon>> surfaces;
  for (const Area &area : areas)
    for (const engine::Polygon &polygon : area.shape.polygons)
      surfaces.push_back(engine::to_ogr(polygon));
  std::vector<OGRGeometry *> grounds;
  std::vector<OGRGeometry *> borders;
  for (const auto &surface : surfaces) {
    grounds.push_back(surface.get());
    borders.push_back(surface->getExteriorRing());
  }
  GDALRasterBand &band = *picture->GetRasterBand(1);
  burn(*picture, grounds, ground);
  paint_levels(band, model, raster.sum);
  burn(*picture, borders, border);
  GDALColorTable colours = palette(model);
  band.SetColorTable(&colours);
  GDALDriver *png = GetGDALDriverManager()->GetDriverByName("PNG");
  const Dataset written(png == nullptr ? nullptr
                                       : png->CreateCopy(file.string().c_str(), picture.get(), FALSE, nullptr,
                                                         nullptr, nullptr));
  if (!written)
    cannot_write();
}

} // namespace cortege::tension
