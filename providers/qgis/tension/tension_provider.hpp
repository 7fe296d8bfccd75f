#pragma once

#include "engine/grid.hpp"
#include "providers/qgis/request_time.hpp"
#include "providers/qgis/tension/seen_events.hpp"
#include "providers/qgis/tension/tension_source.hpp"

#include <qgsrasterdataprovider.h>

namespace cortege::qgis {

inline const QString tension_key = QStringLiteral("tension");

/// The live tension layer: the sum of the model's sources, or one of them, in weighted persons per hectare,
/// EPSG:2154. Each block is computed by the engine from what the person may see at that moment; a
/// value depends on place, window and scale, never on the extent asked.
class TensionProvider : public QgsRasterDataProvider {
  Q_OBJECT

public:
  TensionProvider(const QString &uri, const ProviderOptions &options, Qgis::DataProviderReadFlags flags);

  /// Takes the identity of this moment with it: a renderer clones on the request's thread and reads on
  /// others.
  TensionProvider *clone() const override;

  QString name() const override { return tension_key; }
  QString description() const override;
  bool isValid() const override { return valid_; }
  QString lastErrorTitle() override;
  QString lastError() override { return last_error_; }
  QString htmlMetadata() const override;

  QgsCoordinateReferenceSystem crs() const override;
  QgsRectangle extent() const override;
  int xSize() const override;
  int ySize() const override;
  int bandCount() const override { return 1; }
  QString generateBandName(int) const override;
  Qgis::DataType dataType(int) const override { return Qgis::DataType::Float32; }
  Qgis::DataType sourceDataType(int) const override { return Qgis::DataType::Float32; }
  Qgis::RasterInterfaceCapabilities capabilities() const override;
  /// So that a new layer takes its model's levels for its look.
  Qgis::ProviderStyleStorageCapabilities styleStorageCapabilities() const override {
    return Qgis::ProviderStyleStorageCapability::LoadFromDatabase;
  }

  QgsRasterBlock *block(int band, const QgsRectangle &box, int width, int height,
                        QgsRasterBlockFeedback *feedback = nullptr) override;
  /// Never remembered: they are of one window and, under a server, of one person.
  QgsRasterBandStats bandStatistics(int band, Qgis::RasterBandStatistics asked,
                                    const QgsRectangle &box = QgsRectangle(), int sample = 0,
                                    QgsRasterBlockFeedback *feedback = nullptr) override;
  /// Of the model's cell that holds the point. As text, or as one feature for a server's GetFeatureInfo: the
  /// value with its unit, the window, the model, and the events behind it with their shares.
  QgsRasterIdentifyResult identify(const QgsPointXY &point, Qgis::RasterIdentifyFormat format,
                                   const QgsRectangle &box = QgsRectangle(), int width = 0, int height = 0,
                                   int dpi = 96) override;

private:
  TensionProvider(const TensionProvider &other, const ProviderOptions &options);
  void load();
  Access access() const;
  std::optional<TimeWindow> asked() const;
  engine::Window window() const;
  void offer_times();
  std::shared_ptr<const Seen> seen(const engine::Progress &progress) const;
  QStringList behind(const Seen &seen, const engine::Grid &cell, double value) const;
  QString as_text(const Seen &seen, const engine::Grid &cell, double value) const;
  QVariant as_feature(const Seen &seen, const engine::Grid &cell, double value) const;

  TensionSourceUri source_;
  QTimeZone zone_ = QTimeZone::systemTimeZone(); ///< the territory's
  engine::TensionModel model_;
  std::optional<Access> access_;    ///< of a clone
  std::optional<TimeWindow> asked_; ///< of a clone, by the request it was made in
  engine::Box extent_{};
  bool valid_ = false;
  QString last_error_;
};

} // namespace cortege::qgis
