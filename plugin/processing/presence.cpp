#include "engine/march/presence.hpp"

#include "engine/units.hpp"
#include "plugin/processing/algorithm.hpp"
#include "plugin/processing/algorithms.hpp"
#include "plugin/processing/origin.hpp"
#include "providers/qgis/tension/event_columns.hpp"

#include <QCoreApplication>
#include <QDateTime>
#include <qgsprocessingparameters.h>

namespace cortege::plugin {

namespace {

using qgis::event_row;
using qgis::EventRow;
using qgis::instant_of;

class PresenceAlgorithm : public Algorithm {
  Q_DECLARE_TR_FUNCTIONS(cortege::plugin::PresenceAlgorithm)

public:
  QString name() const override { return QStringLiteral("presence"); }
  QString displayName() const override { return tr("Presence of marches"); }
  QgsProcessingAlgorithm *createInstance() const override { return new PresenceAlgorithm; }
  QString shortHelpString() const override {
    return tr(
        "Where the people of marches are, over a window of time: person-hours per hectare, so that the sum "
        "of "
        "the cells times their area is the person-hours spent in the window. Who walks fills the street's "
        "width "
        "along the stretch taken; who waits stands about the departure.\n\nSpeed and width are assumptions; "
        "density follows from the speed (Weidmann 1993). Marches without a count or a start are refused.");
  }

  void initAlgorithm(const QVariantMap &) override {
    const auto number = Qgis::ProcessingNumberParameterType::Double;
    addParameter(new QgsProcessingParameterFeatureSource(QStringLiteral("INPUT"), tr("Marches"),
                                                         {int(Qgis::ProcessingSourceType::VectorLine)}));
    addParameter(new QgsProcessingParameterEnum(QStringLiteral("COUNT"), tr("Count"),
                                                {tr("Expected"), tr("Declared")}, false, 0));
    addParameter(new QgsProcessingParameterDateTime(QStringLiteral("FROM"), tr("From"),
                                                    Qgis::ProcessingDateTimeParameterDataType::DateTime));
    addParameter(new QgsProcessingParameterDateTime(QStringLiteral("TO"), tr("To"),
                                                    Qgis::ProcessingDateTimeParameterDataType::DateTime));
    addParameter(new QgsProcessingParameterNumber(QStringLiteral("SPEED"), tr("Speed (km/h)"), number, 3,
                                                  false, 0.1, 4.8));
    addParameter(new QgsProcessingParameterNumber(QStringLiteral("WIDTH"),
                                                  tr("Width of the streets (metres)"), number,
                                                  engine::usual_width, false, 1, 200));
    addParameter(new QgsProcessingParameterNumber(
        QStringLiteral("RESOLUTION"), tr("Side of the cells (metres)"), number, 10, false, 0.5, 1000));
    addParameter(new QgsProcessingParameterRasterDestination(QStringLiteral("OUTPUT"), tr("Presence")));
  }

protected:
  QVariantMap compute(const QVariantMap &parameters, QgsProcessingContext &context,
                      QgsProcessingFeedback &feedback) override {
    const engine::Window window{instant_of(parameterAsDateTime(parameters, QStringLiteral("FROM"), context)),
                                instant_of(parameterAsDateTime(parameters, QStringLiteral("TO"), context))};
    if (window.to <= window.from)
      throw QgsProcessingException(tr("The window ends before it starts: exchange its two dates."));
    const std::vector<engine::March> marches = read(parameters, context, feedback);
    if (marches.empty())
      throw QgsProcessingException(tr("The layer holds no march: there is no presence to compute."));
    engine::Box all = engine::march_extent(marches.front());
    for (const engine::March &march : marches) {
      const engine::Box box = engine::march_extent(march);
      all = {std::min(all.xmin, box.xmin), std::min(all.ymin, box.ymin), std::max(all.xmax, box.xmax),
             std::max(all.ymax, box.ymax)};
    }
    const engine::Grid grid =
        engine::covering(all, 0, parameterAsDouble(parameters, QStringLiteral("RESOLUTION"), context));
    std::vector<double> sum(std::size_t(grid.cells()));
    for (std::size_t i = 0; i < marches.size(); ++i) {
      const double share = 90.0 / double(marches.size());
      const std::vector<double> one = engine::exposure(
          marches[i], grid, window, progress_of(feedback, share * double(i), share * double(i + 1)));
      for (std::size_t cell = 0; cell < sum.size(); ++cell)
        sum[cell] += engine::square_metres_per_hectare * one[cell];
    }
    const QString output = parameterAsOutputLayer(parameters, QStringLiteral("OUTPUT"), context);
    const QString title = tr("Presence of marches (person-hours/ha)");
    write_raster(output, grid, sum, {{title_word, title.toStdString()}, {"unite", "personnes.heures/ha"}},
                 progress_of(feedback, 90, 100));
    dress(context, output, title, colour_ramp());
    return {{QStringLiteral("OUTPUT"), output}};
  }

private:
  std::vector<engine::March> read(const QVariantMap &parameters, QgsProcessingContext &context,
                                  QgsProcessingFeedback &feedback) {
    const bool declared = parameterAsEnum(parameters, QStringLiteral("COUNT"), context) == 1;
    const double speed = parameterAsDouble(parameters, QStringLiteral("SPEED"), context) / engine::kmh;
    const double width = parameterAsDouble(parameters, QStringLiteral("WIDTH"), context);
    std::vector<engine::March> marches;
    eachFeature(parameters, QStringLiteral("INPUT"), context, feedback,
                [&](const QgsFeature &feature, const engine::Shape &shape) {
                  const EventRow row = event_row(feature, shape);
                  const auto count = declared ? row.declared : row.expected;
                  if (!count)
                    throw QgsProcessingException(
                        tr("March %1 has no such count: fill it, or choose the other one.").arg(row.key));
                  marches.emplace_back(engine::MarchParameters{
                      shape.lines.front(), row.from, *count, {width}, std::nullopt, speed, {}});
                });
    return marches;
  }
};

} // namespace

QgsProcessingAlgorithm *presence_algorithm() {
  return new PresenceAlgorithm;
}

} // namespace cortege::plugin
