#include "engine/density/density.hpp"

#include "engine/io/raster_file.hpp"
#include "plugin/processing/algorithm.hpp"
#include "plugin/processing/algorithms.hpp"
#include "plugin/processing/origin.hpp"

#include <QCoreApplication>
#include <qgsprocessingparameters.h>

namespace cortege::plugin {

namespace {

const char *const kernel_names[] = {"quartic", "uniform", "epanechnikov", "triangular", "gaussian"};

class DensityAlgorithm : public Algorithm {
  Q_DECLARE_TR_FUNCTIONS(cortege::plugin::DensityAlgorithm)

public:
  QString name() const override { return QStringLiteral("densite"); }
  QString displayName() const override { return tr("Density"); }
  QgsProcessingAlgorithm *createInstance() const override { return new DensityAlgorithm; }
  QString shortHelpString() const override {
    return tr(
        "Mass per m² of points, lines and polygons, exact at the centre of each cell: a feature's mass is "
        "spread "
        "evenly over its geometry, then smoothed by the kernel; the sum of the cells times their area is the "
        "sum of the masses.\n\nMass: a number for each feature (persons, for example); 1 when no field is "
        "chosen. Bandwidth in metres (σ for the Gaussian). Layers are read in Lambert-93.");
  }

  void initAlgorithm(const QVariantMap &) override {
    addParameter(new QgsProcessingParameterFeatureSource(QStringLiteral("INPUT"), tr("Layer")));
    addParameter(new QgsProcessingParameterField(
        QStringLiteral("MASS"), tr("Field of masses (1 each when empty)"), QVariant(),
        QStringLiteral("INPUT"), Qgis::ProcessingFieldParameterDataType::Numeric, false, true));
    addParameter(new QgsProcessingParameterEnum(
        QStringLiteral("KERNEL"), tr("Kernel"),
        {tr("Quartic"), tr("Uniform"), tr("Epanechnikov"), tr("Triangular"), tr("Gaussian")}, false, 0));
    addParameter(new QgsProcessingParameterNumber(QStringLiteral("BANDWIDTH"), tr("Bandwidth (metres)"),
                                                  Qgis::ProcessingNumberParameterType::Double, 250, false,
                                                  0.1, 1e5));
    addParameter(
        new QgsProcessingParameterNumber(QStringLiteral("RESOLUTION"), tr("Side of the cells (metres)"),
                                         Qgis::ProcessingNumberParameterType::Double, 25, false, 0.1, 1e5));
    addParameter(new QgsProcessingParameterRasterDestination(QStringLiteral("OUTPUT"), tr("Density")));
  }

protected:
  QVariantMap compute(const QVariantMap &parameters, QgsProcessingContext &context,
                      QgsProcessingFeedback &feedback) override {
    const QString field = parameterAsString(parameters, QStringLiteral("MASS"), context);
    engine::Features features;
    eachFeature(parameters, QStringLiteral("INPUT"), context, feedback,
                [&](const QgsFeature &feature, const engine::Shape &shape) {
                  features.add(shape, field.isEmpty() ? 1 : number_of(feature, field));
                });
    if (features.empty())
      throw QgsProcessingException(tr("The layer holds no geometry: there is no density to compute."));
    engine::DensityParameters asked;
    asked.kernel =
        engine::kernel_named(kernel_names[parameterAsEnum(parameters, QStringLiteral("KERNEL"), context)]);
    asked.bandwidth = parameterAsDouble(parameters, QStringLiteral("BANDWIDTH"), context);
    asked.grid = engine::covering(*features.extent(), asked.bandwidth,
                                  parameterAsDouble(parameters, QStringLiteral("RESOLUTION"), context));
    const QString output = parameterAsOutputLayer(parameters, QStringLiteral("OUTPUT"), context);
    const QString title = tr("Density (per m²)");
    engine::RasterFile file(output.toStdString(), asked.grid, "EPSG:2154",
                            {{title_word, title.toStdString()}});
    engine::density(
        features, asked,
        [&file](std::int64_t first, std::int64_t rows, std::span<const double> values) {
          file.write(first, rows, values);
        },
        progress_of(feedback, 0, 90));
    file.commit(progress_of(feedback, 90, 100));
    dress(context, output, title, colour_ramp());
    return {{QStringLiteral("OUTPUT"), output}};
  }
};

} // namespace

QgsProcessingAlgorithm *density_algorithm() {
  return new DensityAlgorithm;
}

} // namespace cortege::plugin
