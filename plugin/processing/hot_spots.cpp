#include "engine/hotspot/gi_star.hpp"
#include "engine/hotspot/significance.hpp"
#include "plugin/processing/algorithm.hpp"
#include "plugin/processing/algorithms.hpp"

#include <QCoreApplication>
#include <qgsfeaturesink.h>
#include <qgsfields.h>
#include <qgsprocessingparameters.h>

#include <cmath>

namespace cortege::plugin {

namespace {

QgsFields hot_spot_fields() {
  QgsFields fields;
  for (const char *name : {"total", "z", "p"})
    fields.append(QgsField(QString::fromLatin1(name), QMetaType::Type::Double));
  fields.append(QgsField(QStringLiteral("classe"), QMetaType::Type::Int));
  return fields;
}

class HotSpotsAlgorithm : public Algorithm {
  Q_DECLARE_TR_FUNCTIONS(cortege::plugin::HotSpotsAlgorithm)

public:
  QString name() const override { return QStringLiteral("points_chauds"); }
  QString displayName() const override { return tr("Hot spots"); }
  QgsProcessingAlgorithm *createInstance() const override { return new HotSpotsAlgorithm; }
  QString shortHelpString() const override {
    return tr(
        "Cells where facts gather more, or less, than chance would have it: Gi* of Ord and Getis (1995) on "
        "square "
        "cells, kept under a false discovery rate (Benjamini and Hochberg 1995). Class 3, 2, 1: hot at 99, "
        "95, "
        "90 %; negative: cold. Cells that are neither are left out.\n\nDistance: cells whose centres are no "
        "farther are neighbours. The study is the facts' extent.");
  }

  void initAlgorithm(const QVariantMap &) override {
    const auto number = Qgis::ProcessingNumberParameterType::Double;
    addParameter(new QgsProcessingParameterFeatureSource(QStringLiteral("INPUT"), tr("Facts"),
                                                         {int(Qgis::ProcessingSourceType::VectorPoint)}));
    addParameter(new QgsProcessingParameterField(
        QStringLiteral("MASS"), tr("Field of masses (1 each when empty)"), QVariant(),
        QStringLiteral("INPUT"), Qgis::ProcessingFieldParameterDataType::Numeric, false, true));
    addParameter(new QgsProcessingParameterNumber(
        QStringLiteral("RESOLUTION"), tr("Side of the cells (metres)"), number, 200, false, 1, 1e5));
    addParameter(new QgsProcessingParameterNumber(
        QStringLiteral("DISTANCE"), tr("Neighbours within (metres)"), number, 600, false, 1, 1e6));
    addParameter(new QgsProcessingParameterFeatureSink(QStringLiteral("OUTPUT"), tr("Hot spots"),
                                                       Qgis::ProcessingSourceType::VectorPolygon));
  }

protected:
  QVariantMap compute(const QVariantMap &parameters, QgsProcessingContext &context,
                      QgsProcessingFeedback &feedback) override {
    const QString field = parameterAsString(parameters, QStringLiteral("MASS"), context);
    std::vector<std::pair<engine::Point, double>> facts;
    engine::Box box{1e300, 1e300, -1e300, -1e300};
    eachFeature(parameters, QStringLiteral("INPUT"), context, feedback,
                [&](const QgsFeature &feature, const engine::Shape &shape) {
                  const double mass = field.isEmpty() ? 1 : number_of(feature, field);
                  for (const engine::Point &point : shape.points) {
                    facts.emplace_back(point, mass / double(shape.points.size()));
                    box = {std::min(box.xmin, point.x), std::min(box.ymin, point.y),
                           std::max(box.xmax, point.x), std::max(box.ymax, point.y)};
                  }
                });
    if (facts.empty())
      throw QgsProcessingException(tr("The layer holds no point: there are no hot spots to look for."));
    const double resolution = parameterAsDouble(parameters, QStringLiteral("RESOLUTION"), context);
    const engine::Grid grid = engine::covering(box, 1e-6, resolution);
    std::vector<double> totals(std::size_t(grid.cells()));
    for (const auto &[point, mass] : facts) {
      const auto column = std::int64_t(std::floor(point.x / resolution)) - grid.first_column;
      const auto row = grid.height - 1 - (std::int64_t(std::floor(point.y / resolution)) - grid.first_row);
      totals[std::size_t(row * grid.width + column)] += mass;
    }
    const std::vector<double> z = engine::gi_star(
        totals, grid.width, grid.height, resolution,
        parameterAsDouble(parameters, QStringLiteral("DISTANCE"), context), progress_of(feedback, 0, 80));
    return {{QStringLiteral("OUTPUT"), write(parameters, context, grid, totals, z)}};
  }

private:
  QString write(const QVariantMap &parameters, QgsProcessingContext &context, const engine::Grid &grid,
                const std::vector<double> &totals, const std::vector<double> &z) {
    const std::vector<std::int8_t> classes = engine::hot_spot_classes(z);
    QString output;
    const std::unique_ptr<QgsFeatureSink> sink(
        parameterAsSink(parameters, QStringLiteral("OUTPUT"), context, output, hot_spot_fields(),
                        Qgis::WkbType::Polygon, QgsCoordinateReferenceSystem(QStringLiteral("EPSG:2154"))));
    if (!sink)
      throw QgsProcessingException(invalidSinkError(parameters, QStringLiteral("OUTPUT")));
    for (std::size_t i = 0; i < z.size(); ++i) {
      if (classes[i] == 0)
        continue;
      QgsFeature feature(hot_spot_fields());
      feature.setGeometry(geometry_of(cell_of(grid, std::int64_t(i))));
      feature.setAttributes(QgsAttributes({totals[i], z[i], engine::p_value(z[i]), int(classes[i])}));
      sink->addFeature(feature, QgsFeatureSink::FastInsert);
    }
    dress(context, output, tr("Hot spots"),
          categories(QStringLiteral("classe"), {{3, tr("Hot, 99 %"), QColor(127, 29, 10)},
                                                {2, tr("Hot, 95 %"), QColor(217, 95, 14)},
                                                {1, tr("Hot, 90 %"), QColor(246, 161, 91)},
                                                {-1, tr("Cold, 90 %"), QColor(166, 205, 230)},
                                                {-2, tr("Cold, 95 %"), QColor(78, 150, 200)},
                                                {-3, tr("Cold, 99 %"), QColor(8, 81, 156)}}));
    return output;
  }
};

} // namespace

QgsProcessingAlgorithm *hot_spots_algorithm() {
  return new HotSpotsAlgorithm;
}

} // namespace cortege::plugin
