#pragma once

#include "providers/qgis/situation/situation_iterator.hpp"

#include <qgsvectordataprovider.h>

namespace cortege::qgis {

inline const QString situation_key = QStringLiteral("situation");

/// A live vector layer: zones of tension, marches, their heads and tails, clashes or partial ground, computed
/// of what the person may see at that moment for the window QGIS asks for. Read only, EPSG:2154. The source
/// is a tension layer's with `layer`: service='cortege' model='espace_public' layer='defiles'
class SituationProvider final : public QgsVectorDataProvider {
  Q_OBJECT

public:
  SituationProvider(const QString &uri, const ProviderOptions &options, Qgis::DataProviderReadFlags flags);

  QString name() const override { return situation_key; }
  QString description() const override;
  QString storageType() const override;
  bool isValid() const override { return valid_; }
  QgsCoordinateReferenceSystem crs() const override;
  Qgis::WkbType wkbType() const override { return geometry_of(layer_); }
  QgsFields fields() const override { return fields_; }
  Qgis::VectorProviderCapabilities capabilities() const override;
  Qgis::ProviderStyleStorageCapabilities styleStorageCapabilities() const override {
    return Qgis::ProviderStyleStorageCapability::LoadFromDatabase;
  }
  /// The territory's: an extent says nothing of what lies in it.
  QgsRectangle extent() const override;
  /// Unknown: it changes with the window.
  long long featureCount() const override;
  /// Of the dates, the span that the layer offers.
  bool is_time(int field) const;
  QVariant minimumValue(int field) const override;
  QVariant maximumValue(int field) const override;

  QgsAbstractFeatureSource *featureSource() const override;
  QgsFeatureIterator getFeatures(const QgsFeatureRequest &request) const override;

private:
  void load();
  void offer_times();
  std::unique_ptr<SituationSource> source() const;

  TensionSourceUri source_;
  SituationLayer layer_ = SituationLayer::zones;
  QgsFields fields_;
  engine::TensionModel model_;
  engine::Box territory_{};
  QTimeZone zone_ = QTimeZone::systemTimeZone();
  bool valid_ = false;
};

} // namespace cortege::qgis
