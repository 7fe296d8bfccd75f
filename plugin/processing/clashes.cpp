#include "engine/clash/clash.hpp"
#include "engine/units.hpp"
#include "plugin/processing/algorithm.hpp"
#include "plugin/processing/algorithms.hpp"
#include "providers/qgis/tension/event_columns.hpp"

#include <QCoreApplication>
#include <QDateTime>
#include <qgsfeaturesink.h>
#include <qgsfields.h>
#include <qgsprocessingparameters.h>

namespace cortege::plugin {

namespace {

using qgis::event_row;
using qgis::EventRow;

constexpr double seconds_per_minute = 60;

QDateTime shown_time(engine::Instant at) {
  return QDateTime::fromMSecsSinceEpoch(
      std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count());
}

QgsFields clash_fields() {
  QgsFields fields;
  for (const char *name : {"evenement_1", "objet_1", "evenement_2", "objet_2"})
    fields.append(QgsField(QString::fromLatin1(name), QMetaType::Type::QString));
  for (const char *name : {"distance_m", "ecart_min", "duree_min"})
    fields.append(QgsField(QString::fromLatin1(name), QMetaType::Type::Double));
  for (const char *name : {"debut", "fin"})
    fields.append(QgsField(QString::fromLatin1(name), QMetaType::Type::QDateTime));
  return fields;
}

class ClashesAlgorithm : public Algorithm {
  Q_DECLARE_TR_FUNCTIONS(cortege::plugin::ClashesAlgorithm)

public:
  QString name() const override { return QStringLiteral("conflits"); }
  QString displayName() const override { return tr("Clashes"); }
  QgsProcessingAlgorithm *createInstance() const override { return new ClashesAlgorithm; }
  QString shortHelpString() const override {
    return tr(
        "Pairs of events that take ground nearer than a distance at times nearer than a delay. A march takes "
        "each "
        "street only while its column passes; without a count it is taken to hold its whole route. One point "
        "for each pair, where the two come closest.\n\nColumns: debut, fin, objet, personnes_attendues, as "
        "on "
        "the platform's layers. An end that is not known is taken to be three hours after the start.");
  }

  void initAlgorithm(const QVariantMap &) override {
    const auto number = Qgis::ProcessingNumberParameterType::Double;
    addParameter(new QgsProcessingParameterFeatureSource(QStringLiteral("INPUT"), tr("Events")));
    addParameter(new QgsProcessingParameterNumber(QStringLiteral("DISTANCE"), tr("Distance (metres)"), number,
                                                  100, false, 0, 1e5));
    addParameter(new QgsProcessingParameterNumber(QStringLiteral("DELAY"), tr("Delay (minutes)"), number, 30,
                                                  false, 0, 1e5));
    addParameter(new QgsProcessingParameterNumber(QStringLiteral("SPEED"), tr("Speed of marches (km/h)"),
                                                  number, 3, false, 0.1, 4.8));
    addParameter(new QgsProcessingParameterFeatureSink(QStringLiteral("OUTPUT"), tr("Clashes"),
                                                       Qgis::ProcessingSourceType::VectorPoint));
  }

protected:
  QVariantMap compute(const QVariantMap &parameters, QgsProcessingContext &context,
                      QgsProcessingFeedback &feedback) override {
    const double speed = parameterAsDouble(parameters, QStringLiteral("SPEED"), context) / engine::kmh;
    std::vector<EventRow> rows;
    std::vector<engine::Occupation> taken;
    eachFeature(parameters, QStringLiteral("INPUT"), context, feedback,
                [&](const QgsFeature &feature, const engine::Shape &shape) {
                  rows.push_back(event_row(feature, shape));
                  taken.push_back(occupation(rows.back(), shape, speed));
                });
    const engine::ClashFinder finder(
        std::move(taken),
        {parameterAsDouble(parameters, QStringLiteral("DISTANCE"), context),
         engine::Seconds(seconds_per_minute
                         * parameterAsDouble(parameters, QStringLiteral("DELAY"), context))});
    QString output;
    const std::unique_ptr<QgsFeatureSink> sink(
        parameterAsSink(parameters, QStringLiteral("OUTPUT"), context, output, clash_fields(),
                        Qgis::WkbType::Point, QgsCoordinateReferenceSystem(QStringLiteral("EPSG:2154"))));
    if (!sink)
      throw QgsProcessingException(invalidSinkError(parameters, QStringLiteral("OUTPUT")));
    for (const engine::Clash &clash : finder.all(progress_of(feedback))) {
      QgsFeature feature(clash_fields());
      feature.setGeometry(QgsGeometry::fromPointXY({clash.place.x, clash.place.y}));
      feature.setAttributes(
          QgsAttributes({rows[clash.first].key, rows[clash.first].title, rows[clash.second].key,
                         rows[clash.second].title, clash.distance, clash.gap.count() / seconds_per_minute,
                         clash.duration.count() / seconds_per_minute, shown_time(clash.when.from),
                         shown_time(clash.when.to)}));
      sink->addFeature(feature, QgsFeatureSink::FastInsert);
    }
    dress(context, output, tr("Clashes"),
          categories(QString(), {{QVariant(), tr("Clash"), QColor(190, 0, 0)}}));
    return {{QStringLiteral("OUTPUT"), output}};
  }

private:
  static engine::Occupation occupation(const EventRow &row, const engine::Shape &shape, double speed) {
    const engine::Window window{row.from, row.to.value_or(row.from + std::chrono::hours(3))};
    if (!shape.lines.empty() && row.expected.value_or(0) > 0)
      return engine::moving(engine::March(
          {shape.lines.front(), row.from, *row.expected, {engine::usual_width}, std::nullopt, speed, {}}));
    if (!shape.lines.empty())
      return engine::standing_along(shape.lines.front(), window);
    return shape.polygons.empty() ? engine::standing_at(shape.points, window)
                                  : engine::standing_on(shape.polygons, window);
  }
};

} // namespace

QgsProcessingAlgorithm *clashes_algorithm() {
  return new ClashesAlgorithm;
}

} // namespace cortege::plugin
