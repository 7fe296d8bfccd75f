#include "plugin/processing/algorithm.hpp"

#include "engine/error.hpp"
#include "engine/io/raster_file.hpp"
#include "engine/wkb.hpp"
#include "plugin/processing/platform.hpp"
#include "plugin/processing/provider.hpp"

#include <QCoreApplication>
#include <QFile>
#include <QIcon>
#include <qgsfeaturerequest.h>
#include <qgslinestring.h>
#include <qgspolygon.h>
#include <qgsprocessingcontext.h>
#include <qgsprocessingfeedback.h>
#include <qgsprocessingutils.h>
#include <qgsrasterdataprovider.h>
#include <qgsrasterlayer.h>

#include <algorithm>
#include <cmath>

namespace cortege::plugin {

namespace {

QString sentence_of(const char *sentence) {
  return QCoreApplication::translate("Processing", sentence);
}

QgsCoordinateReferenceSystem lambert() {
  return QgsCoordinateReferenceSystem(QStringLiteral("EPSG:2154"));
}

engine::Shape plain_shape(const QgsGeometry &geometry) {
  QgsGeometry plain(geometry.constGet()->segmentize());
  plain.get()->dropZValue();
  plain.get()->dropMValue();
  const QByteArray wkb = plain.asWkb();
  return engine::shape_from_wkb(std::as_bytes(std::span(wkb.constData(), std::size_t(wkb.size()))));
}

} // namespace

QString Algorithm::group() const {
  return QString();
}

QIcon Algorithm::icon() const {
  return QIcon(QStringLiteral(":/cortege/agenda.svg"));
}

QVariantMap Algorithm::processAlgorithm(const QVariantMap &parameters, QgsProcessingContext &context,
                                        QgsProcessingFeedback *feedback) {
  try {
    QVariantMap results = compute(parameters, context, *feedback);
    tellWritten(parameters, results, context);
    return results;
  } catch (const engine::Cancelled &) {
    return {};
  } catch (const engine::Error &error) {
    throw QgsProcessingException(
        sentence_of(QT_TRANSLATE_NOOP("Processing", "The computation is not possible: %1"))
            .arg(QString::fromUtf8(error.what())));
  }
}

void Algorithm::tellWritten(const QVariantMap &parameters, const QVariantMap &results,
                            QgsProcessingContext &context) const {
  const QgsProcessingParameterDefinitions definitions = parameterDefinitions();
  const bool platform = std::any_of(definitions.begin(), definitions.end(), [&](const auto *definition) {
    return !definition->isDestination()
           && of_platform(QgsProcessingParameters::parameterAsLayer(definition, parameters, context));
  });
  auto *ours = qobject_cast<ProcessingProvider *>(provider());
  if (!platform || !ours)
    return;
  for (const QVariant &result : results) {
    const QString file = result.toString().section(QLatin1Char('|'), 0, 0);
    if (QFile::exists(file) && !file.startsWith(QgsProcessingUtils::tempFolder(&context)))
      emit ours->fileWritten(displayName(), 1, file);
  }
}

void Algorithm::eachFeature(const QVariantMap &parameters, const QString &source,
                            QgsProcessingContext &context, QgsProcessingFeedback &feedback,
                            const Visit &visit) const {
  const std::unique_ptr<QgsProcessingFeatureSource> features(parameterAsSource(parameters, source, context));
  if (!features)
    throw QgsProcessingException(invalidSourceError(parameters, source));
  QgsFeatureIterator rows =
      features->getFeatures(QgsFeatureRequest().setDestinationCrs(lambert(), context.transformContext()));
  QgsFeature feature;
  while (rows.nextFeature(feature)) {
    if (feedback.isCanceled())
      throw engine::Cancelled();
    if (!feature.hasGeometry() || feature.geometry().isEmpty())
      continue;
    engine::Shape shape;
    try {
      shape = plain_shape(feature.geometry());
    } catch (const engine::Error &error) {
      throw QgsProcessingException(
          sentence_of(QT_TRANSLATE_NOOP("Processing", "Feature %1 cannot be read: %2"))
              .arg(feature.id())
              .arg(QString::fromUtf8(error.what())));
    }
    visit(feature, std::move(shape));
  }
}

void Algorithm::dress(QgsProcessingContext &context, const QString &result, const QString &name,
                      QgsProcessingLayerPostProcessorInterface *dresser) {
  std::unique_ptr<QgsProcessingLayerPostProcessorInterface> owned(dresser);
  if (!context.willLoadLayerOnCompletion(result))
    return;
  context.layerToLoadOnCompletionDetails(result).name = name;
  context.layerToLoadOnCompletionDetails(result).setPostProcessor(owned.release());
}

engine::Progress progress_of(QgsProcessingFeedback &feedback, double from, double to) {
  return [&feedback, from, to](double share) {
    feedback.setProgress(from + (to - from) * share);
    return !feedback.isCanceled();
  };
}

double number_of(const QgsFeature &feature, const QString &field) {
  bool number = false;
  const QVariant value = feature.attribute(field);
  const double read = value.isNull() ? 0 : value.toDouble(&number);
  if (!number)
    throw QgsProcessingException(
        sentence_of(QT_TRANSLATE_NOOP("Processing",
                                      "Feature %1 has no number in “%2”: fill it, or choose another field."))
            .arg(feature.id())
            .arg(field));
  return read;
}

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
    throw QgsProcessingException(sentence_of(
        QT_TRANSLATE_NOOP("Processing", "This raster is not made of square cells in Lambert-93: make it with "
                                        "an algorithm of Cortège, or reproject it.")));
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
