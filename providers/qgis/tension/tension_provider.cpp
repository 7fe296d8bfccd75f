#include "providers/qgis/tension/tension_provider.hpp"

#include "engine/error.hpp"
#include "engine/tension/tension.hpp"
#include "providers/qgis/tension/lattice.hpp"
#include "providers/qgis/text.hpp"

#include <QLocale>
#include <qgserror.h>
#include <qgsmessagelog.h>
#include <qgsrasterdataprovidertemporalcapabilities.h>

#include <algorithm>

namespace cortege::qgis {
namespace {

constexpr auto log_tag = "Cortège";

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
    model_ = load_model(source_.model, source_.source);
    load();
    valid_ = true;
  } catch (const std::exception &error) {
    // An invalid layer that says why: an empty one would look like a calm city.
    last_error_ = message_of(error);
    appendError(QgsErrorMessage(last_error_, log_tag));
    QgsMessageLog::logMessage(last_error_, log_tag, Qgis::MessageLevel::Critical);
  }
}

void TensionProvider::load() {
  const auto session = take_session(access());
  // A server opens the layer once for all its people: each is judged when read for.
  if (!access().identity.server)
    tension::read_perimeter(*session);
  const auto row =
      session->exec("SELECT ST_XMin(emprise), ST_YMin(emprise), ST_XMax(emprise), ST_YMax(emprise)"
                    " FROM voirie.territoire");
  extent_ = engine::covering(
                {row.get<double>(0, 0), row.get<double>(0, 1), row.get<double>(0, 2), row.get<double>(0, 3)},
                0, model_.resolution)
                .extent();
  auto *capabilities = temporalCapabilities();
  capabilities->setHasTemporalCapabilities(true);
  capabilities->setAvailableTemporalRange(source_.window);
  capabilities->setDefaultInterval(QgsInterval(1, Qgis::TemporalUnit::Hours));
}

TensionProvider *TensionProvider::clone() const {
  ProviderOptions options;
  options.transformContext = transformContext();
  auto *copy = new TensionProvider(*this, options);
  copy->copyBaseSettings(*this);
  return copy;
}

TensionProvider::TensionProvider(const TensionProvider &other, const ProviderOptions &options)
    : QgsRasterDataProvider(other.dataSourceUri(), options), source_(other.source_), model_(other.model_),
      access_(other.access()), extent_(other.extent_), valid_(other.valid_) {
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
         | Qgis::RasterInterfaceCapability::IdentifyValue | Qgis::RasterInterfaceCapability::IdentifyText;
}

QString TensionProvider::generateBandName(int) const {
  const QString what =
      source_.source.isEmpty() ? sentence("Tension, all sources") : from_utf8(model_.sources.front().title);
  return QStringLiteral("%1 (%2)").arg(what, unit());
}

Qgis::RasterColorInterpretation TensionProvider::colorInterpretation(int) const {
  return Qgis::RasterColorInterpretation::ContinuousPalette;
}

QList<QgsColorRampShader::ColorRampItem> TensionProvider::colorTable(int) const {
  QList<QgsColorRampShader::ColorRampItem> items{{0, QColor(255, 255, 255, 0), QStringLiteral("0")}};
  for (const engine::TensionLevel &level : model_.levels)
    items << QgsColorRampShader::ColorRampItem(
        level.threshold, QColor(from_utf8(level.colour)),
        sentence("%1 (from %2/ha)").arg(from_utf8(level.name), QLocale().toString(level.threshold, 'g', 6)));
  return items;
}

Access TensionProvider::access() const {
  return access_ ? *access_ : access_of(source_.database);
}

engine::Window TensionProvider::window() const {
  return window_of(temporalCapabilities()->requestedTemporalRange(), source_.window);
}

std::shared_ptr<const Seen> TensionProvider::seen(const engine::Progress &progress) const {
  return SeenEvents::of(access(), model_)->during(window(), progress);
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

} // namespace cortege::qgis
