// Grids of the engine as rasters and polygons of QGIS.
#include "engine/io/raster_file.hpp"
#include "plugin/processing/algorithm.hpp"

#include <QCoreApplication>
#include <qgslinestring.h>
#include <qgspolygon.h>
#include <qgsrasterdataprovider.h>
#include <qgsrasterlayer.h>

#include <cmath>

namespace cortege::plugin {

QgsGeometry geometry_of(const engine::Polygon &polygon) {
  auto made = std::make_unique<QgsPolygon>();
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    auto ring = std::make_unique<QgsLineString>();
    for (const engine::Point &point : polygon[i])
      ring->addVertex(QgsPoint(point.x, point.y));
    if (i == 0)
      made->setExteriorRing(ring.release());
    else
      made->addInteriorRing(ring.release());
  }
  return QgsGeometry(std::move(made));
}

engine::Polygon cell_of(const engine::Grid &grid, std::int64_t index) {
  const engine::Point centre = grid.centre(index % grid.width, index / grid.width);
  const double half = grid.resolution / 2;
  return {{{centre.x - half, centre.y - half},
           {centre.x + half, centre.y - half},
           {centre.x + half, centre.y + half},
           {centre.x - half, centre.y + half},
           {centre.x - half, centre.y - half}}};
}

void write_raster(const QString &path, const engine::Grid &grid, std::span<const double> values,
                  const std::vector<std::pair<std::string, std::string>> &metadata,
                  const engine::Progress &progress) {
  engine::RasterFile file(path.toStdString(), grid, "EPSG:2154", metadata);
  file.write(0, grid.height, values);
  file.commit(progress);
}

Cells read_cells(const QgsRasterLayer &layer) {
  const double resolution = layer.rasterUnitsPerPixelX();
  if (layer.crs() != lambert() || std::abs(resolution - layer.rasterUnitsPerPixelY()) > 1e-6 * resolution)
    throw QgsProcessingException(QCoreApplication::translate(
        "Processing", "This raster is not made of square cells in Lambert-93: make it with "
                      "an algorithm of Cortège, or reproject it."));
  const QgsRectangle extent = layer.extent();
  Cells cells;
  cells.grid = {resolution, std::llround(extent.xMinimum() / resolution),
                std::llround(extent.yMinimum() / resolution), layer.width(), layer.height()};
  const std::unique_ptr<QgsRasterBlock> block(const_cast<QgsRasterDataProvider *>(layer.dataProvider())
                                                  ->block(1, extent, layer.width(), layer.height()));
  cells.values.reserve(std::size_t(cells.grid.cells()));
  for (int row = 0; row < layer.height(); ++row)
    for (int column = 0; column < layer.width(); ++column)
      cells.values.push_back(block->isNoData(row, column) ? std::nan("") : block->value(row, column));
  return cells;
}

} // namespace cortege::plugin
