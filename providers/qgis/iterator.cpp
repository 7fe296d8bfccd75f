#include "providers/qgis/iterator.hpp"

#include "providers/qgis/habilitation.hpp"
#include "providers/qgis/text.hpp"

#include <qgsexception.h>
#include <qgsgeometry.h>
#include <qgsmessagelog.h>

namespace cortege::qgis {

FeatureIterator::FeatureIterator(FeatureSource *source, bool own_source, const QgsFeatureRequest &request)
    : QgsAbstractFeatureIteratorFromSource(source, own_source, request) {
  if (!prepare())
    return;
  start();
}

FeatureIterator::~FeatureIterator() {
  FeatureIterator::close();
}

void FeatureIterator::fail(const pg::Error &error) {
  mValid = false;
  if (!error.cancelled())
    QgsMessageLog::logMessage(from_utf8(error.full()), QStringLiteral("Cortège"),
                              Qgis::MessageLevel::Critical);
  close();
}

// Nothing at all may mean that the person's habilitation ended while the layer was open.
void FeatureIterator::require_rights() {
  if (mSource->transaction)
    return;
  stream_.reset(); // gives its connection back
  const auto session = take_session(mSource->access, [this] { return stopped(); });
  require_habilitation(*session, *mSource->relation);
}

bool FeatureIterator::advance() {
  try {
    if (stream_->next(row_))
      return true;
    if (!delivered_)
      require_rights();
    return false;
  } catch (const pg::Error &error) {
    if (restart_after_loss(error) || restart_without_push(error))
      return advance();
    fail(error);
    return false;
  }
}

bool FeatureIterator::fetchFeature(QgsFeature &feature) {
  feature.setValid(false);
  while (!mClosed && stream_ && advance()) {
    reader_->read(row_, feature);
    delivered_ = true;
    try {
      geometryToDestinationCrs(feature, transform_);
    } catch (const QgsCsException &) {
      continue;
    }
    if (near_enough(feature))
      return true;
  }
  feature.setValid(false);
  close();
  return false;
}

bool FeatureIterator::near_enough(const QgsFeature &feature) const {
  return !reference_
         || (feature.hasGeometry()
             && reference_->distance(feature.geometry().constGet()) <= mRequest.distanceWithin());
}

bool FeatureIterator::nextFeatureFilterExpression(QgsFeature &feature) {
  return selection_.filter == Pushed::all ? fetchFeature(feature)
                                          : QgsAbstractFeatureIterator::nextFeatureFilterExpression(feature);
}

bool FeatureIterator::nextFeatureFilterFids(QgsFeature &feature) {
  return selection_.ids_pushed ? fetchFeature(feature)
                               : QgsAbstractFeatureIterator::nextFeatureFilterFids(feature);
}

bool FeatureIterator::rewind() {
  if (mClosed)
    return false;
  stream_.reset();
  delivered_ = false;
  start();
  return mValid;
}

bool FeatureIterator::close() {
  if (mClosed)
    return false;
  stream_.reset();
  iteratorClosed();
  mClosed = true;
  return true;
}

void FeatureIterator::setInterruptionChecker(QgsFeedback *checker) {
  feedback_ = checker;
}

bool FeatureIterator::prepareOrderBy(const QList<QgsFeatureRequest::OrderByClause> &) {
  return selection_.ordered;
}

bool FeatureIterator::providerCanSimplify(QgsSimplifyMethod::MethodType method) const {
  return method == QgsSimplifyMethod::OptimizeForRendering;
}

} // namespace cortege::qgis
