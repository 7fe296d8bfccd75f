#include "providers/qgis/situation/situation_provider.hpp"

#include "engine/error.hpp"
#include "providers/qgis/tension/file_events.hpp"
#include "providers/qgis/tension/refresh.hpp"
#include "providers/qgis/text.hpp"

#include <qgserror.h>
#include <qgsmessagelog.h>
#include <qgsvectordataprovidertemporalcapabilities.h>

namespace cortege::qgis {

SituationProvider::SituationProvider(const QString &uri, const ProviderOptions &options,
                                     Qgis::DataProviderReadFlags flags)
    : QgsVectorDataProvider(uri, options, flags) {
  try {
    load();
    valid_ = true;
    if (source_.file.isEmpty())
      refresh_on_save(*this, access_of(source_.database));
  } catch (const std::exception &error) {
    // An invalid layer that says why: an empty one would look like a calm city.
    appendError(QgsErrorMessage(from_utf8(error.what()), situation_key));
    QgsMessageLog::logMessage(from_utf8(error.what()), QStringLiteral("Cortège"),
                              Qgis::MessageLevel::Critical);
  }
}

void SituationProvider::load() {
  source_ = read_tension_uri(dataSourceUri());
  const auto layer = situation_layer(source_.layer);
  if (!layer)
    throw engine::Error(
        sentence("The source names no layer %1: write one of zones, defiles, tetes, conflits, partiel.")
            .arg(source_.layer)
            .toStdString());
  layer_ = *layer;
  fields_ = fields_of(layer_);
  model_ = load_model(source_);
  const Ground ground = ground_of(source_, access_of(source_.database), model_);
  territory_ = ground.box;
  zone_ = ground.zone;
  source_.window = in_zone(source_.window, zone_);
  offer_times();
}

// A new layer follows the temporal controller.
void SituationProvider::offer_times() {
  auto *capabilities = temporalCapabilities();
  capabilities->setHasTemporalCapabilities(true);
  capabilities->setMode(
      Qgis::VectorDataProviderTemporalMode::StoresFeatureDateTimeStartAndEndInSeparateFields);
  capabilities->setStartField(QStringLiteral("debut"));
  capabilities->setEndField(QStringLiteral("fin"));
  capabilities->setAvailableTemporalRange(offered(source_.window, zone_));
}

QString SituationProvider::description() const {
  return sentence("Live situation: zones, marches, clashes");
}
QString SituationProvider::storageType() const {
  return QStringLiteral("Cortège");
}
QgsCoordinateReferenceSystem SituationProvider::crs() const {
  return QgsCoordinateReferenceSystem(QStringLiteral("EPSG:2154"));
}
Qgis::VectorProviderCapabilities SituationProvider::capabilities() const {
  return Qgis::VectorProviderCapability::SelectAtId | Qgis::VectorProviderCapability::CancelSupport;
}
QgsRectangle SituationProvider::extent() const {
  return QgsRectangle(territory_.xmin, territory_.ymin, territory_.xmax, territory_.ymax);
}
long long SituationProvider::featureCount() const {
  return static_cast<long long>(Qgis::FeatureCountState::UnknownCount);
}

// Asked for by QGIS in the interface's thread when the layer arrives: nothing is computed for it.
bool SituationProvider::is_time(int field) const {
  const QString name = fields_.names().value(field);
  return name == QLatin1String("debut") || name == QLatin1String("fin");
}
QVariant SituationProvider::minimumValue(int field) const {
  return is_time(field) ? QVariant(offered(source_.window, zone_).begin())
                        : QgsVectorDataProvider::minimumValue(field);
}
QVariant SituationProvider::maximumValue(int field) const {
  return is_time(field) ? QVariant(offered(source_.window, zone_).end())
                        : QgsVectorDataProvider::maximumValue(field);
}

std::unique_ptr<SituationSource> SituationProvider::source() const {
  auto source = std::make_unique<SituationSource>();
  source->layer = layer_;
  source->fields = fields_;
  source->model = model_;
  source->territory = territory_;
  source->source = source_;
  source->zone = zone_;
  source->access = access_of(source_.database);
  source->requested = requested_time(zone_);
  return source;
}

QgsAbstractFeatureSource *SituationProvider::featureSource() const {
  return source().release();
}

QgsFeatureIterator SituationProvider::getFeatures(const QgsFeatureRequest &request) const {
  if (!valid_)
    return {};
  return QgsFeatureIterator(new SituationIterator(source().release(), true, request));
}

} // namespace cortege::qgis
