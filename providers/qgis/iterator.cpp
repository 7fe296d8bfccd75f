#include "providers/qgis/iterator.hpp"

#include "providers/qgis/habilitation.hpp"
#include "providers/qgis/text.hpp"
#include "providers/qgis/time_filter.hpp"

#include <QCoreApplication>
#include <QThread>
#include <qgsexception.h>
#include <qgsexpressioncontextutils.h>
#include <qgsgeometry.h>
#include <qgsmessagelog.h>

namespace cortege::qgis {
namespace {

// Forms, tables and identifications read on the interface's thread; redraws on others.
Versions::ReadFor reader_of_this_thread() {
  const bool interface_thread = QCoreApplication::instance() != nullptr
                                && QThread::currentThread() == QCoreApplication::instance()->thread();
  return interface_thread ? Versions::ReadFor::person : Versions::ReadFor::redraw;
}

} // namespace

FeatureIterator::FeatureIterator(FeatureSource *source, bool own_source, const QgsFeatureRequest &request)
    : QgsAbstractFeatureIteratorFromSource(source, own_source, request) {
  if (!prepare())
    return;
  start();
}

FeatureIterator::~FeatureIterator() {
  FeatureIterator::close();
}

bool FeatureIterator::prepare() {
  transform_ = mRequest.calculateTransform(mSource->crs);
  request_feedback_ = mRequest.feedback();
  prepare_filter();
  if (!mSource->time_filter.isEmpty()
      && (mRequest.filterType() == Qgis::FeatureRequestFilterType::Expression
          || mRequest.filterType() == Qgis::FeatureRequestFilterType::NoFilter)) {
    mRequest.setFilterExpression(with_time(mRequest.filterExpression(), mSource->time_filter));
    prepare_filter();
  }
  if (!mRequest.orderBy().isEmpty()) {
    mRequest.expressionContext()->setFields(mSource->relation->fields);
    QgsFeatureRequest::OrderBy prepared;
    const auto orders = mRequest.orderBy();
    for (QgsFeatureRequest::OrderByClause order : orders) {
      order.prepare(mRequest.expressionContext()); // computes what is constant
      prepared << order;
    }
    mRequest.setOrderBy(prepared);
  }
  try {
    if (updateRequestToSourceCrs(mRequest, transform_)
        == RequestToSourceCrsResult::DistanceWithinMustBeCheckedManually) {
      reference_.reset(QgsGeometry::createGeometryEngine(mRequest.referenceGeometry().constGet()));
      reference_->prepareGeometry();
    }
  } catch (const QgsCsException &) {
    close(); // the rectangle has no image in the layer's CRS: nothing lies in it
    return false;
  }
  return true;
}

void FeatureIterator::prepare_filter() {
  if (mRequest.filterType() != Qgis::FeatureRequestFilterType::Expression
      || mRequest.filterExpression() == nullptr)
    return;
  mRequest.expressionContext()->setFields(mSource->relation->fields);
  mRequest.filterExpression()->prepare(mRequest.expressionContext());
}

void FeatureIterator::start() {
  try {
    selection_ = select(*mSource, mRequest, push_);
    mCompileStatus = selection_.filter == Pushed::all    ? Compiled
                     : selection_.filter == Pushed::part ? PartiallyCompiled
                                                         : NoCompilation;
    reader_ = std::make_unique<RowReader>(*mSource, selection_, reader_of_this_thread());
    const auto stop = [this] {
      return (feedback_ && feedback_->isCanceled()) || (request_feedback_ && request_feedback_->isCanceled());
    };
    stream_ = std::make_unique<RowStream>(*mSource, selection_, stop);
  } catch (const pg::Error &error) {
    if (!restart_after_loss(error) && !restart_without_push(error))
      fail(error);
  } catch (const std::exception &error) { // a constructor that throws would leave QGIS a dead iterator
    fail(pg::Error(error.what()));
  }
}

// The database may refuse what the compiler thought right (a cast, an overflow): then the filter runs here.
bool FeatureIterator::restart_without_push(const pg::Error &error) {
  const bool pushed = selection_.filter != Pushed::nothing || selection_.ordered;
  if (!push_ || delivered_ || !pushed || error.cancelled() || error.denied() || error.connection_lost())
    return false;
  push_ = false;
  mCompileFailed = true;
  stream_.reset();
  start();
  return mValid;
}

// A pooled connection may have died unnoticed (server restarted): before the first row nobody needs to know.
bool FeatureIterator::restart_after_loss(const pg::Error &error) {
  if (!error.connection_lost() || delivered_ || mSource->transaction || std::exchange(retried_, true))
    return false;
  stream_.reset();
  start();
  return mValid;
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
  const auto session = take_session(mSource->access);
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
