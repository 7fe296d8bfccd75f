#include "engine/evaluation/evaluation.hpp"

#include "plugin/processing/algorithm.hpp"
#include "plugin/processing/algorithms.hpp"

#include <QCoreApplication>
#include <qgsfeaturesink.h>
#include <qgsfields.h>
#include <qgsprocessingparameters.h>
#include <qgsrasterlayer.h>

#include <cmath>

namespace cortege::plugin {

namespace {

constexpr std::array shares{0.01, 0.02, 0.05, 0.1, 0.2};

QgsFields evaluation_fields() {
  QgsFields fields;
  for (const char *name : {"part_du_sol", "part_des_faits", "meilleure_part", "pai", "pei"})
    fields.append(QgsField(QString::fromLatin1(name), QMetaType::Type::Double));
  return fields;
}

class EvaluationAlgorithm : public Algorithm {
  Q_DECLARE_TR_FUNCTIONS(cortege::plugin::EvaluationAlgorithm)

public:
  QString name() const override { return QStringLiteral("evaluation"); }
  QString displayName() const override { return tr("Evaluation of a map of tension"); }
  QgsProcessingAlgorithm *createInstance() const override { return new EvaluationAlgorithm; }
  QString shortHelpString() const override {
    return tr("How well a map made with earlier facts holds later ones: for shares of the ground flagged, "
              "highest first, "
              "the share of later facts on it; PAI (1 is chance) and PEI (1 cannot be bettered).\n\nThe "
              "later facts "
              "must not have served to make the map: say both windows whenever a figure is quoted.");
  }

  void initAlgorithm(const QVariantMap &) override {
    addParameter(new QgsProcessingParameterRasterLayer(QStringLiteral("RASTER"), tr("Map of tension")));
    addParameter(new QgsProcessingParameterFeatureSource(QStringLiteral("INPUT"), tr("Later facts"),
                                                         {int(Qgis::ProcessingSourceType::VectorPoint)}));
    addParameter(new QgsProcessingParameterFeatureSink(QStringLiteral("OUTPUT"), tr("Evaluation"),
                                                       Qgis::ProcessingSourceType::Vector));
  }

  bool prepareAlgorithm(const QVariantMap &parameters, QgsProcessingContext &context,
                        QgsProcessingFeedback *) override {
    const QgsRasterLayer *layer = parameterAsRasterLayer(parameters, QStringLiteral("RASTER"), context);
    if (!layer)
      throw QgsProcessingException(invalidRasterError(parameters, QStringLiteral("RASTER")));
    cells_ = read_cells(*layer);
    return true;
  }

protected:
  QVariantMap compute(const QVariantMap &parameters, QgsProcessingContext &context,
                      QgsProcessingFeedback &feedback) override {
    const engine::Grid &grid = cells_.grid;
    std::vector<double> later(cells_.values.size());
    double outside = 0;
    eachFeature(parameters, QStringLiteral("INPUT"), context, feedback,
                [&](const QgsFeature &, const engine::Shape &shape) {
                  for (const engine::Point &point : shape.points) {
                    const auto column =
                        std::int64_t(std::floor(point.x / grid.resolution)) - grid.first_column;
                    const auto row = grid.height - 1
                                     - (std::int64_t(std::floor(point.y / grid.resolution)) - grid.first_row);
                    if (column < 0 || column >= grid.width || row < 0 || row >= grid.height)
                      ++outside;
                    else
                      ++later[std::size_t(row * grid.width + column)];
                  }
                });
    const engine::Evaluation found = engine::evaluate(cells_.values, later, shares);
    QString output;
    const std::unique_ptr<QgsFeatureSink> sink(parameterAsSink(parameters, QStringLiteral("OUTPUT"), context,
                                                               output, evaluation_fields(),
                                                               Qgis::WkbType::NoGeometry));
    if (!sink)
      throw QgsProcessingException(invalidSinkError(parameters, QStringLiteral("OUTPUT")));
    for (const engine::HitPoint &point : found.points) {
      QgsFeature feature(evaluation_fields());
      feature.setAttributes(QgsAttributes({point.area, point.hits, point.best, point.pai, point.pei}));
      sink->addFeature(feature, QgsFeatureSink::FastInsert);
    }
    feedback.pushInfo(
        tr("%L1 later facts on the map, %L2 beyond it; area under the curve %L3 (0.5 is chance).")
            .arg(found.events)
            .arg(outside + found.outside)
            .arg(found.area_under_curve, 0, 'f', 3));
    dress(context, output, tr("Evaluation"), nullptr);
    return {{QStringLiteral("OUTPUT"), output}};
  }

private:
  Cells cells_;
};

} // namespace

QgsProcessingAlgorithm *evaluation_algorithm() {
  return new EvaluationAlgorithm;
}

} // namespace cortege::plugin
