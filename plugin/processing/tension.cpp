#include "engine/tension/tension.hpp"

#include "plugin/processing/algorithm.hpp"
#include "plugin/processing/algorithms.hpp"
#include "plugin/processing/origin.hpp"
#include "providers/qgis/tension/event_columns.hpp"
#include "providers/tension/model_file.hpp"

#include <QCoreApplication>
#include <QDateTime>
#include <qgsapplication.h>
#include <qgsprocessingparameters.h>

namespace cortege::plugin {

namespace {

using qgis::event_row;
using qgis::EventRow;
using qgis::instant_of;
using qgis::tension_event;

class TensionAlgorithm : public Algorithm {
  Q_DECLARE_TR_FUNCTIONS(cortege::plugin::TensionAlgorithm)

public:
  QString name() const override { return QStringLiteral("tension"); }
  QString displayName() const override { return tr("Tension"); }
  QgsProcessingAlgorithm *createInstance() const override { return new TensionAlgorithm; }
  QString shortHelpString() const override {
    return tr(
        "Weighted persons per hectare over a window of time, after a model file: which events count, with "
        "what "
        "weight, reach and decay in time. Only kind, times, counts, category and place are read; never the "
        "organiser's status nor any text.\n\nThe layer has the columns of the platform's views (genre, "
        "debut, "
        "fin, personnes_attendues…). The result of a model that is not approved is marked “exploratoire” in "
        "its name and its metadata.");
  }

  void initAlgorithm(const QVariantMap &) override {
    const QString model =
        QgsApplication::prefixPath() + QStringLiteral("/share/cortege/metadata/tension/espace_public.toml");
    addParameter(new QgsProcessingParameterFeatureSource(QStringLiteral("INPUT"), tr("Events and facts")));
    addParameter(new QgsProcessingParameterFile(QStringLiteral("MODEL"), tr("Model"),
                                                Qgis::ProcessingFileParameterBehavior::File,
                                                QStringLiteral("toml"), model));
    addParameter(new QgsProcessingParameterDateTime(QStringLiteral("FROM"), tr("From"),
                                                    Qgis::ProcessingDateTimeParameterDataType::DateTime));
    addParameter(new QgsProcessingParameterDateTime(QStringLiteral("TO"), tr("To"),
                                                    Qgis::ProcessingDateTimeParameterDataType::DateTime));
    addParameter(new QgsProcessingParameterRasterDestination(QStringLiteral("OUTPUT"), tr("Tension")));
  }

protected:
  QVariantMap compute(const QVariantMap &parameters, QgsProcessingContext &context,
                      QgsProcessingFeedback &feedback) override {
    const engine::TensionModel model =
        tension::read_model(parameterAsFile(parameters, QStringLiteral("MODEL"), context).toStdString());
    const engine::Window window{instant_of(parameterAsDateTime(parameters, QStringLiteral("FROM"), context)),
                                instant_of(parameterAsDateTime(parameters, QStringLiteral("TO"), context))};
    if (window.to <= window.from)
      throw QgsProcessingException(tr("The window ends before it starts: exchange its two dates."));
    std::vector<engine::TensionEvent> events;
    eachFeature(parameters, QStringLiteral("INPUT"), context, feedback,
                [&](const QgsFeature &feature, engine::Shape shape) {
                  const EventRow row = event_row(feature, shape);
                  events.push_back(tension_event(row, std::move(shape)));
                });
    const auto extent = engine::reached_extent(model, events, window);
    if (!extent)
      throw QgsProcessingException(
          tr("No event of the layer acts on this window: there is no tension to show."));
    const engine::Grid grid = engine::covering(*extent, 0, model.resolution);
    const engine::TensionRaster raster =
        engine::tension(model, events, window, grid, progress_of(feedback, 0, 90));
    const QString output = parameterAsOutputLayer(parameters, QStringLiteral("OUTPUT"), context);
    const std::vector<double> sum(raster.sum.begin(), raster.sum.end());
    write_raster(output, grid, sum,
                 {{title_word, model.title},
                  {"modele", model.name},
                  {status_word, model.status},
                  {"empreinte", model.digest},
                  {"unite", "personnes pondérées/ha"}},
                 progress_of(feedback, 90, 100));
    const bool approved = model.status == approved_status;
    const QString title = QString::fromStdString(model.title);
    dress(context, output, approved ? title : exploratory(title), house_style(QStringLiteral("tension")),
          approved ? Name::proposed : Name::marked);
    if (!approved)
      feedback.pushWarning(tr("This model is not approved: its result is exploratory and decides nothing."));
    return {{QStringLiteral("OUTPUT"), output}};
  }
};

} // namespace

QgsProcessingAlgorithm *tension_algorithm() {
  return new TensionAlgorithm;
}

} // namespace cortege::plugin
