#pragma once

#include "providers/qgis/row_reader.hpp"
#include "providers/qgis/row_stream.hpp"

#include <QPointer>
#include <qgscoordinatetransform.h>
#include <qgsfeatureiterator.h>
#include <qgsfeedback.h>
#include <qgsgeometryengine.h>

#include <atomic>
#include <memory>

namespace cortege::qgis {

/// Reads the features of a request. Errors stop here: the iterator becomes invalid and says why in the
/// message log.
class FeatureIterator : public QgsAbstractFeatureIteratorFromSource<FeatureSource> {
public:
  FeatureIterator(FeatureSource *source, bool own_source, const QgsFeatureRequest &request);
  ~FeatureIterator() override;

  bool rewind() override;
  bool close() override;
  void setInterruptionChecker(QgsFeedback *checker) override;

protected:
  bool fetchFeature(QgsFeature &feature) override;
  bool nextFeatureFilterExpression(QgsFeature &feature) override;
  bool nextFeatureFilterFids(QgsFeature &feature) override;

private:
  bool prepareOrderBy(const QList<QgsFeatureRequest::OrderByClause> &orders) override;
  bool providerCanSimplify(QgsSimplifyMethod::MethodType method) const override;

  bool prepare();
  void prepare_filter();
  void start();
  bool restart_without_push(const pg::Error &error);
  bool restart_after_loss(const pg::Error &error);
  bool advance();
  void require_rights();
  bool stopped() const;
  bool near_enough(const QgsFeature &feature) const;
  void fail(const pg::Error &error);

  QgsCoordinateTransform transform_;
  std::unique_ptr<QgsGeometryEngine> reference_;
  QPointer<QgsFeedback> feedback_;
  QPointer<QgsFeedback> request_feedback_;
  Selection selection_;
  std::unique_ptr<RowReader> reader_;
  std::unique_ptr<RowStream> stream_;
  pg::Row row_;
  bool delivered_ = false, push_ = true, retried_ = false;
};

} // namespace cortege::qgis
