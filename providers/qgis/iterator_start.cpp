// How reading starts, and starts again when the first try fails before a row was given.
#include "providers/qgis/iterator.hpp"
#include "providers/qgis/time_filter.hpp"

#include <QCoreApplication>
#include <QThread>
#include <qgsexception.h>
#include <qgsexpressioncontextutils.h>
#include <qgsgeometry.h>

namespace cortege::qgis {
namespace {

// Forms, tables and identifications read on the interface's thread; redraws on others.
Versions::ReadFor reader_of_this_thread() {
  const bool interface_thread = QCoreApplication::instance() != nullptr
                                && QThread::currentThread() == QCoreApplication::instance()->thread();
  return interface_thread ? Versions::ReadFor::person : Versions::ReadFor::redraw;
}

} // namespace

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
    stream_ = std::make_unique<RowStream>(*mSource, selection_, [this] { return stopped(); });
  } catch (const pg::Error &error) {
    if (!restart_after_loss(error) && !restart_without_push(error))
      fail(error);
  } catch (const std::exception &error) { // a constructor that throws would leave QGIS a dead iterator
    fail(pg::Error(error.what()));
  }
}

bool FeatureIterator::stopped() const {
  return (feedback_ && feedback_->isCanceled()) || (request_feedback_ && request_feedback_->isCanceled());
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

} // namespace cortege::qgis
