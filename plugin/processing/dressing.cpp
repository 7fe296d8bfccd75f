#include "plugin/processing/algorithm.hpp"

#include <qgsapplication.h>
#include <qgscategorizedsymbolrenderer.h>
#include <qgscolorrampimpl.h>
#include <qgsfillsymbol.h>
#include <qgsmarkersymbol.h>
#include <qgsrasterdataprovider.h>
#include <qgsrasterlayer.h>
#include <qgsrastershader.h>
#include <qgssinglebandpseudocolorrenderer.h>
#include <qgssinglesymbolrenderer.h>
#include <qgsvectorlayer.h>

namespace cortege::plugin {

namespace {

class HouseStyle : public QgsProcessingLayerPostProcessorInterface {
public:
  explicit HouseStyle(QString style) : style_(std::move(style)) {}
  void postProcessLayer(QgsMapLayer *layer, QgsProcessingContext &, QgsProcessingFeedback *) override {
    bool loaded = false;
    layer->loadNamedStyle(
        QgsApplication::prefixPath() + QStringLiteral("/share/cortege/styles/%1.qml").arg(style_), loaded);
    layer->triggerRepaint();
  }

private:
  QString style_;
};

class ColourRamp : public QgsProcessingLayerPostProcessorInterface {
public:
  void postProcessLayer(QgsMapLayer *layer, QgsProcessingContext &, QgsProcessingFeedback *) override {
    auto *raster = qobject_cast<QgsRasterLayer *>(layer);
    if (!raster || !raster->dataProvider())
      return;
    const double most = raster->dataProvider()
                            ->bandStatistics(1, Qgis::RasterBandStatistic::Max, raster->extent())
                            .maximumValue;
    auto renderer = std::make_unique<QgsSingleBandPseudoColorRenderer>(raster->dataProvider(), 1);
    renderer->setClassificationMin(0);
    renderer->setClassificationMax(most);
    // Where there is nothing the map below is seen.
    renderer->createShader(
        new QgsGradientColorRamp(
            QColor(254, 224, 178, 0), QColor(127, 29, 10), false,
            {{0.05, QColor(253, 224, 178)}, {0.4, QColor(246, 161, 91)}, {0.75, QColor(217, 95, 14)}}),
        Qgis::ShaderInterpolationMethod::Linear, Qgis::ShaderClassificationMethod::Continuous, 0, false,
        raster->extent());
    raster->setRenderer(renderer.release());
    raster->triggerRepaint();
  }
};

class Categories : public QgsProcessingLayerPostProcessorInterface {
public:
  Categories(QString field, QList<Category> values) : field_(std::move(field)), values_(std::move(values)) {}
  void postProcessLayer(QgsMapLayer *layer, QgsProcessingContext &, QgsProcessingFeedback *) override {
    auto *vector = qobject_cast<QgsVectorLayer *>(layer);
    if (!vector)
      return;
    QgsCategoryList list;
    for (const Category &value : values_) {
      std::unique_ptr<QgsSymbol> symbol(QgsSymbol::defaultSymbol(vector->geometryType()));
      symbol->setColor(value.colour);
      if (vector->geometryType() == Qgis::GeometryType::Polygon)
        symbol->setOpacity(0.7);
      if (field_.isEmpty()) {
        vector->setRenderer(new QgsSingleSymbolRenderer(symbol.release()));
        return;
      }
      list.append(QgsRendererCategory(value.value, symbol.release(), value.label));
    }
    vector->setRenderer(new QgsCategorizedSymbolRenderer(field_, list));
  }

private:
  QString field_;
  QList<Category> values_;
};

} // namespace

QgsProcessingLayerPostProcessorInterface *house_style(const QString &style) {
  return new HouseStyle(style);
}

QgsProcessingLayerPostProcessorInterface *colour_ramp() {
  return new ColourRamp;
}

QgsProcessingLayerPostProcessorInterface *categories(const QString &field, const QList<Category> &values) {
  return new Categories(field, values);
}

} // namespace cortege::plugin
