#include "engine/zone/thresholds.hpp"
#include "engine/zone/zone.hpp"
#include "plugin/processing/algorithm.hpp"
#include "plugin/processing/algorithms.hpp"
#include "plugin/processing/origin.hpp"

#include <QCoreApplication>
#include <qgsfeaturesink.h>
#include <qgsfields.h>
#include <qgsprocessingparameters.h>
#include <qgsrasterlayer.h>

namespace cortege::plugin {

namespace {

QgsFields zone_fields() {
  QgsFields fields;
  fields.append(QgsField(QStringLiteral("niveau"), QMetaType::Type::Int));
  for (const char *name : {"seuil", "aire_m2", "moyenne", "maximum"})
    fields.append(QgsField(QString::fromLatin1(name), QMetaType::Type::Double));
  return fields;
}

class ZonesAlgorithm : public Algorithm {
  Q_DECLARE_TR_FUNCTIONS(cortege::plugin::ZonesAlgorithm)

public:
  QString name() const override { return QStringLiteral("zones"); }
  QString displayName() const override { return tr("Zones of a raster"); }
  QgsProcessingAlgorithm *createInstance() const override { return new ZonesAlgorithm; }
  QString shortHelpString() const override {
    return tr("Ground at or above thresholds, as polygons that share their boundaries vertex by vertex. "
              "Thresholds are "
              "numbers in the raster's unit, separated by spaces; when empty, natural breaks (Jenks) of its "
              "positive "
              "cells.\n\nZones smaller than the least area are merged into the ground around them.");
  }

  void initAlgorithm(const QVariantMap &) override {
    addParameter(new QgsProcessingParameterRasterLayer(QStringLiteral("INPUT"), tr("Raster")));
    addParameter(new QgsProcessingParameterString(QStringLiteral("THRESHOLDS"), tr("Thresholds"), QVariant(),
                                                  false, true));
    addParameter(
        new QgsProcessingParameterNumber(QStringLiteral("LEVELS"), tr("Levels when no threshold is given"),
                                         Qgis::ProcessingNumberParameterType::Integer, 4, false, 1, 10));
    addParameter(new QgsProcessingParameterNumber(QStringLiteral("AREA"), tr("Least area (m²)"),
                                                  Qgis::ProcessingNumberParameterType::Double, 10000, false,
                                                  0));
    addParameter(new QgsProcessingParameterFeatureSink(QStringLiteral("OUTPUT"), tr("Zones"),
                                                       Qgis::ProcessingSourceType::VectorPolygon));
  }

  bool prepareAlgorithm(const QVariantMap &parameters, QgsProcessingContext &context,
                        QgsProcessingFeedback *) override {
    const QgsRasterLayer *layer = parameterAsRasterLayer(parameters, QStringLiteral("INPUT"), context);
    if (!layer)
      throw QgsProcessingException(invalidRasterError(parameters, QStringLiteral("INPUT")));
    cells_ = read_cells(*layer);
    origin_ = origin_of(*layer);
    return true;
  }

protected:
  QVariantMap compute(const QVariantMap &parameters, QgsProcessingContext &context,
                      QgsProcessingFeedback &feedback) override {
    const std::vector<float> values(cells_.values.begin(), cells_.values.end());
    engine::ZoneParameters asked;
    for (const QString &number : parameterAsString(parameters, QStringLiteral("THRESHOLDS"), context)
                                     .split(' ', Qt::SkipEmptyParts)) {
      bool read = false;
      asked.thresholds.push_back(QString(number).replace(',', '.').toDouble(&read));
      if (!read)
        throw QgsProcessingException(
            tr("“%1” is not a number: give thresholds such as 10 50 200.").arg(number));
    }
    if (asked.thresholds.empty())
      asked.thresholds = engine::natural_thresholds(
          values, std::size_t(parameterAsInt(parameters, QStringLiteral("LEVELS"), context)));
    if (asked.thresholds.empty())
      throw QgsProcessingException(tr("No cell of the raster is positive: there is no zone to draw."));
    asked.minimum_area = parameterAsDouble(parameters, QStringLiteral("AREA"), context);
    QString output;
    const std::unique_ptr<QgsFeatureSink> sink(
        parameterAsSink(parameters, QStringLiteral("OUTPUT"), context, output, zone_fields(),
                        Qgis::WkbType::Polygon, QgsCoordinateReferenceSystem(QStringLiteral("EPSG:2154"))));
    if (!sink)
      throw QgsProcessingException(invalidSinkError(parameters, QStringLiteral("OUTPUT")));
    for (const engine::Zone &zone : engine::zones(cells_.grid, values, asked, progress_of(feedback))) {
      QgsFeature feature(zone_fields());
      feature.setGeometry(geometry_of(zone.polygon));
      feature.setAttributes(QgsAttributes({int(zone.level), zone.from, zone.area, zone.mean, zone.maximum}));
      sink->addFeature(feature, QgsFeatureSink::FastInsert);
    }
    dress(context, output, tr("Zones of %1").arg(origin_.title),
          categories(QStringLiteral("niveau"), levels(asked.thresholds)),
          origin_.exploratory ? Name::marked : Name::proposed);
    if (origin_.exploratory)
      feedback.pushWarning(
          tr("This raster's model is not approved: its zones are exploratory and decide nothing."));
    return {{QStringLiteral("OUTPUT"), output}};
  }

private:
  static QList<Category> levels(const std::vector<double> &thresholds) {
    const QColor pale(253, 224, 178), dark(127, 29, 10);
    QList<Category> levels;
    const double last = std::max(1.0, double(thresholds.size()) - 1);
    for (std::size_t i = 0; i < thresholds.size(); ++i) {
      const auto mixed = [share = double(i) / last](int from, int to) {
        return int(from + share * (to - from));
      };
      levels.append({int(i) + 1, tr("%L1 and more").arg(thresholds[i], 0, 'g', 3),
                     QColor(mixed(pale.red(), dark.red()), mixed(pale.green(), dark.green()),
                            mixed(pale.blue(), dark.blue()))});
    }
    return levels;
  }

  Cells cells_;
  Origin origin_;
};

} // namespace

QgsProcessingAlgorithm *zones_algorithm() {
  return new ZonesAlgorithm;
}

} // namespace cortege::plugin
