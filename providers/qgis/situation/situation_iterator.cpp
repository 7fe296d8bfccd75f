#include "providers/qgis/situation/situation_iterator.hpp"

#include "providers/qgis/conjuncts.hpp"
#include "providers/qgis/period_filter.hpp"
#include "providers/qgis/tension/file_events.hpp"
#include "providers/qgis/text.hpp"
#include "providers/qgis/time_filter.hpp"

#include <qgsexception.h>
#include <qgsmessagelog.h>

namespace cortege::qgis {
namespace {

QgsCoordinateReferenceSystem lambert_93() {
  return QgsCoordinateReferenceSystem(QStringLiteral("EPSG:2154"));
}

} // namespace

QgsFeatureIterator SituationSource::getFeatures(const QgsFeatureRequest &request) {
  return QgsFeatureIterator(new SituationIterator(this, false, request));
}

SituationIterator::SituationIterator(SituationSource *source, bool own_source,
                                     const QgsFeatureRequest &request)
    : QgsAbstractFeatureIteratorFromSource(source, own_source, request),
      request_feedback_(request.feedback()) {
  take_time();
  transform_ = mRequest.calculateTransform(lambert_93());
  try {
    if (updateRequestToSourceCrs(mRequest, transform_)
        == RequestToSourceCrsResult::DistanceWithinMustBeCheckedManually) {
      reference_.reset(QgsGeometry::createGeometryEngine(mRequest.referenceGeometry().constGet()));
      reference_->prepareGeometry();
    }
    box_ = mRequest.filterRect();
  } catch (const QgsCsException &) {
    close(); // the rectangle has no image in the layer's CRS: nothing lies in it
  }
}

SituationIterator::~SituationIterator() {
  SituationIterator::close();
}

// The filter says which window is asked; it is no test of features that are made for that window.
void SituationIterator::take_time() {
  const auto expression = [this] {
    return mRequest.filterType() == Qgis::FeatureRequestFilterType::Expression ? mRequest.filterExpression()
                                                                               : nullptr;
  };
  const auto prepare = [&] {
    mRequest.expressionContext()->setFields(mSource->fields);
    expression()->prepare(mRequest.expressionContext());
  };
  std::optional<TimeWindow> window = mSource->requested;
  if (expression() != nullptr) {
    prepare();
    if (!window)
      window = window_of(conjuncts_of(*expression()), QStringLiteral("debut"), QStringLiteral("fin"), true);
    if (const QString rest = without_time(expression()); rest.isEmpty()) {
      mRequest.disableFilter();
    } else {
      mRequest.setFilterExpression(rest);
      prepare();
    }
  }
  if (window)
    asked_ = *window;
}

bool SituationIterator::stopped() const {
  return (feedback_ && feedback_->isCanceled()) || (request_feedback_ && request_feedback_->isCanceled());
}

bool SituationIterator::compute() {
  const auto progress = [this](double) { return !stopped(); };
  try {
    const engine::Window window = window_of({asked_.from, asked_.to}, mSource->source.window, mSource->zone);
    const auto seen = seen_of(mSource->source, mSource->access, mSource->model, window, progress);
    features_ = situation_features(
        mSource->layer, {seen, mSource->model, window, mSource->territory, mSource->zone}, progress);
    return true;
  } catch (const std::exception &error) {
    mValid = false;
    if (!stopped())
      QgsMessageLog::logMessage(from_utf8(error.what()), QStringLiteral("Cortège"),
                                Qgis::MessageLevel::Critical);
    return false;
  }
}

bool SituationIterator::wanted(const QgsFeature &feature) const {
  if (mRequest.filterType() == Qgis::FeatureRequestFilterType::Fid && feature.id() != mRequest.filterFid())
    return false;
  if (!box_.isNull()) {
    const bool exact = mRequest.flags().testFlag(Qgis::FeatureRequestFlag::ExactIntersect);
    if (!(exact ? feature.geometry().intersects(box_) : feature.geometry().boundingBoxIntersects(box_)))
      return false;
  }
  return !reference_ || reference_->distance(feature.geometry().constGet()) <= mRequest.distanceWithin();
}

bool SituationIterator::fetchFeature(QgsFeature &feature) {
  feature.setValid(false);
  if (mClosed || (!features_ && !compute()))
    return false;
  while (next_ < features_->size()) {
    const QgsFeature &one = (*features_)[next_++];
    if (!wanted(one))
      continue;
    feature = one;
    try {
      geometryToDestinationCrs(feature, transform_);
    } catch (const QgsCsException &) {
      continue;
    }
    return true;
  }
  feature.setValid(false);
  close();
  return false;
}

bool SituationIterator::rewind() {
  if (mClosed)
    return false;
  next_ = 0;
  return true;
}

bool SituationIterator::close() {
  if (mClosed)
    return false;
  iteratorClosed();
  mClosed = true;
  return true;
}

void SituationIterator::setInterruptionChecker(QgsFeedback *checker) {
  feedback_ = checker;
}

} // namespace cortege::qgis
