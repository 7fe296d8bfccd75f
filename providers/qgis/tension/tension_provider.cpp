#include "providers/qgis/tension/tension_provider.hpp"

#include "engine/error.hpp"
#include "engine/tension/tension.hpp"
#include "providers/qgis/tension/file_events.hpp"
#include "providers/qgis/tension/lattice.hpp"
#include "providers/qgis/tension/refresh.hpp"
#include "providers/qgis/text.hpp"

#include <qgserror.h>
#include <qgsmessagelog.h>
#include <qgsrasterdataprovidertemporalcapabilities.h>

#include <algorithm>

namespace cortege::qgis {
namespace {

constexpr auto log_tag = "Cortège";
constexpr int most_hours = 24 * 62;

engine::Progress cancellation(QgsRasterBlockFeedback *feedback) {
  return [feedback](double) { return feedback == nullptr || !feedback->isCanceled(); };
}

QString message_of(const std::exception &error) {
  return from_utf8(error.what());
}

} // namespace

TensionProvider::TensionProvider(const QString &uri, const ProviderOptions &options,
                                 Qgis::DataProviderReadFlags flags)
    : QgsRasterDataProvider(uri, options, flags) {
  try {
    source_ = read_tension_uri(uri);
    model_ = load_model(source_);
    load();
    valid_ = true;
    if (source_.file.isEmpty())
      refresh_on_save(*this, access());
  } catch (const std::exception &error) {
    // An invalid layer that says why: an empty one would look like a calm city.
    last_error_ = message_of(error);
    appendError(QgsErrorMessage(last_error_, log_tag));
    QgsMessageLog::logMessage(last_error_, log_tag, Qgis::MessageLevel::Critical);
  }
}

void TensionProvider::load() {
  const Ground ground = ground_of(source_, access(), model_);
  extent_ = engine::covering(ground.box, 0, model_.resolution).extent();
  zone_ = ground.zone;
  source_.window = in_zone(source_.window, zone_);
  offer_times();
}

// A server's capabilities list instants, or no time at all.
void TensionProvider::offer_times() {
  auto *capabilities = temporalCapabilities();
  const QgsDateTimeRange range = offered(source_.window, zone_);
  capabilities->setHasTemporalCapabilities(true);
  capabilities->setAvailableTemporalRange(range);
  capabilities->setDefaultInterval(QgsInterval(1, Qgis::TemporalUnit::Hours));
  if (!current_identity().server)
    return;
  QList<QgsDateTimeRange> hours;
  for (QDateTime hour = range.begin(); hour <= range.end() && hours.size() < most_hours;
       hour = hour.addSecs(3600))
    hours << QgsDateTimeRange(hour.toUTC(), hour.toUTC());
  capabilities->setAllAvailableTemporalRanges(hours);
}

TensionProvider *TensionProvider::clone() const {
  ProviderOptions options;
  options.transformContext = transformContext();
  auto *copy = new TensionProvider(*this, options);
  copy->copyBaseSettings(*this);
  return copy;
}

TensionProvider::TensionProvider(const TensionProvider &other, const ProviderOptions &options)
    : QgsRasterDataProvider(other.dataSourceUri(), options), source_(other.source_), zone_(other.zone_),
      model_(other.model_), access_(other.access()), asked_(other.asked()), extent_(other.extent_),
      valid_(other.valid_) {
  temporalCapabilities()->setHasTemporalCapabilities(true);
  temporalCapabilities()->setRequestedTemporalRange(other.temporalCapabilities()->requestedTemporalRange());
}

QString TensionProvider::description() const {
  return sentence("Live tension of public space");
}
QString TensionProvider::lastErrorTitle() {
  return sentence("The tension could not be computed");
}
QgsCoordinateReferenceSystem TensionProvider::crs() const {
  return QgsCoordinateReferenceSystem(QStringLiteral("EPSG:2154"));
}
QgsRectangle TensionProvider::extent() const {
  return QgsRectangle(extent_.xmin, extent_.ymin, extent_.xmax, extent_.ymax);
}
int TensionProvider::xSize() const {
  return static_cast<int>((extent_.xmax - extent_.xmin) / model_.resolution);
}
int TensionProvider::ySize() const {
  return static_cast<int>((extent_.ymax - extent_.ymin) / model_.resolution);
}
Qgis::RasterInterfaceCapabilities TensionProvider::capabilities() const {
  return Qgis::RasterInterfaceCapability::Size | Qgis::RasterInterfaceCapability::Identify
         | Qgis::RasterInterfaceCapability::IdentifyValue | Qgis::RasterInterfaceCapability::IdentifyText
         | Qgis::RasterInterfaceCapability::IdentifyFeature;
}

QString TensionProvider::generateBandName(int) const {
  const QString what =
      source_.source.isEmpty() ? QStringLiteral("Tension") : from_utf8(model_.sources.front().title);
  return QStringLiteral("%1 (%2)").arg(what, from_utf8(tension::unit));
}

Access TensionProvider::access() const {
  return access_ ? *access_ : access_of(source_.database);
}

std::optional<TimeWindow> TensionProvider::asked() const {
  return asked_ ? asked_ : requested_time(zone_);
}

engine::Window TensionProvider::window() const {
  if (const auto request = asked())
    return window_of({request->from, request->to}, source_.window, zone_);
  return window_of(on_the_wall(temporalCapabilities()->requestedTemporalRange(), zone_), source_.window,
                   zone_);
}

std::shared_ptr<const Seen> TensionProvider::seen(const engine::Progress &progress) const {
  return seen_of(source_, access(), model_, window(), progress);
}

QgsRasterBlock *TensionProvider::block(int, const QgsRectangle &box, int width, int height,
                                       QgsRasterBlockFeedback *feedback) {
  auto block = std::make_unique<QgsRasterBlock>(Qgis::DataType::Float32, width, height);
  const Pixels asked{{box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()}, width, height};
  try {
    const engine::Grid grid = cells_behind(asked, model_.resolution);
    const auto progress = cancellation(feedback);
    const auto raster = engine::tension(model_, seen(progress)->events, window(), grid, progress);
    const auto values = picture(asked, grid, raster.sum);
    std::copy(values.begin(), values.end(), reinterpret_cast<float *>(block->bits()));
  } catch (const std::exception &error) {
    // Not zeros: nothing is known of these pixels.
    block->setIsNoData();
    block->setValid(false);
    if (feedback == nullptr || !feedback->isCanceled()) {
      last_error_ = message_of(error);
      block->setError(QgsError(last_error_, log_tag));
      if (feedback != nullptr)
        feedback->appendError(last_error_);
      QgsMessageLog::logMessage(last_error_, log_tag, Qgis::MessageLevel::Critical);
    }
  }
  return block.release();
}

QgsRasterBandStats TensionProvider::bandStatistics(int band, Qgis::RasterBandStatistics asked,
                                                   const QgsRectangle &box, int sample,
                                                   QgsRasterBlockFeedback *feedback) {
  mStatistics.clear();
  return QgsRasterDataProvider::bandStatistics(band, asked, box, sample, feedback);
}

} // namespace cortege::qgis
