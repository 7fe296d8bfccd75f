#pragma once

#include "providers/qgis/request_time.hpp"
#include "providers/qgis/situation/situation_features.hpp"
#include "providers/qgis/tension/tension_source.hpp"

#include <QPointer>
#include <qgscoordinatetransform.h>
#include <qgsfeatureiterator.h>
#include <qgsfeaturerequest.h>
#include <qgsfeedback.h>
#include <qgsgeometryengine.h>

namespace cortege::qgis {

/// What a layer is computed of, and for whom: taken on the asking thread, read on any.
class SituationSource : public QgsAbstractFeatureSource {
public:
  QgsFeatureIterator getFeatures(const QgsFeatureRequest &request = QgsFeatureRequest()) override;

  SituationLayer layer = SituationLayer::zones;
  QgsFields fields;
  engine::TensionModel model;
  engine::Box territory;
  TensionSourceUri source; ///< with the window shown while nothing asks for one
  QTimeZone zone;
  Access access;
  std::optional<TimeWindow> requested; ///< by a server's TIME
};

/// Computes the layer for the window that QGIS's temporal filter asks for, at the first feature fetched.
/// Errors stop here: the iterator becomes invalid and says why in the message log.
class SituationIterator : public QgsAbstractFeatureIteratorFromSource<SituationSource> {
public:
  SituationIterator(SituationSource *source, bool own_source, const QgsFeatureRequest &request);
  ~SituationIterator() override;

  bool rewind() override;
  bool close() override;
  void setInterruptionChecker(QgsFeedback *checker) override;

protected:
  bool fetchFeature(QgsFeature &feature) override;

private:
  void take_time();
  bool compute();
  bool wanted(const QgsFeature &feature) const;
  [[nodiscard]] bool stopped() const;

  TimeWindow asked_;
  QgsCoordinateTransform transform_;
  QgsRectangle box_;
  std::unique_ptr<QgsGeometryEngine> reference_;
  QPointer<QgsFeedback> feedback_, request_feedback_;
  std::shared_ptr<const Features> features_;
  std::size_t next_ = 0;
};

} // namespace cortege::qgis
