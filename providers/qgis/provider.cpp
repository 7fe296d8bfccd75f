#include "providers/qgis/provider.hpp"

#include "providers/pg/patience.hpp"
#include "providers/qgis/catalogue.hpp"
#include "providers/qgis/edit_session.hpp"
#include "providers/qgis/habilitation.hpp"
#include "providers/qgis/iterator.hpp"
#include "providers/qgis/live.hpp"
#include "providers/qgis/native_types.hpp"
#include "providers/qgis/request_time.hpp"
#include "providers/qgis/shared_transaction.hpp"
#include "providers/qgis/subset.hpp"
#include "providers/qgis/text.hpp"
#include "providers/qgis/time_filter.hpp"
#include "providers/qgis/transaction.hpp"

#include <qgsapplication.h>
#include <qgsdatasourceuri.h>
#include <qgserror.h>
#include <qgsmessagelog.h>
#include <qgsvectorlayer.h>

namespace cortege::qgis {

Provider::Provider(const QString &uri, const ProviderOptions &options, Qgis::DataProviderReadFlags flags)
    : QgsVectorDataProvider(uri, options, flags), state_(std::make_shared<LayerState>()) {
  setNativeTypes(native_types());
  project_subset_ = QgsDataSourceUri(uri).sql();
  load();
  if (valid_ && !current_identity().server)
    live_ = std::make_unique<LiveLink>(*this);
}

Provider::~Provider() = default;

void Provider::load() {
  valid_ = false;
  const QgsDataSourceUri uri(dataSourceUri());
  try {
    on_session([&](pg::Connection &connection) {
      pg::within(opening_limit, connection, [&] { learn(connection, uri); });
    });
    if (relation_->has_geometry())
      crs_ = QgsCoordinateReferenceSystem::fromEpsgId(relation_->geometry.srid);
    valid_ = true;
  } catch (const pg::Error &error) {
    // An invalid layer that says why: an empty one would look like a calm city.
    const QString why = error.timed_out()
                            ? sentence("The server does not answer: check the network, then try again.")
                            : from_utf8(error.full());
    appendError(QgsErrorMessage(why, provider_description));
    QgsMessageLog::logMessage(why, provider_description, Qgis::MessageLevel::Critical);
  }
}

void Provider::learn(pg::Connection &connection, const QgsDataSourceUri &uri) {
  relation_ = load_relation(connection, uri);
  check_subset(connection, *relation_, project_subset_);
  if (current_identity().server) // whose gate refuses each request: a project serves many persons
    zone_ = territory_zone(connection);
  else
    require_habilitation(connection, *relation_);
}

QString Provider::name() const {
  return provider_key;
}
QString Provider::description() const {
  return provider_description;
}
QString Provider::storageType() const {
  return QStringLiteral("PostgreSQL (Cortège)");
}
bool Provider::isValid() const {
  return valid_;
}
QString Provider::dataComment() const {
  return relation_ ? relation_->comment : QString();
}
QgsCoordinateReferenceSystem Provider::crs() const {
  return crs_;
}
Qgis::WkbType Provider::wkbType() const {
  return relation_ ? relation_->geometry.type : Qgis::WkbType::NoGeometry;
}
QgsFields Provider::fields() const {
  return relation_ ? relation_->fields : QgsFields();
}
bool Provider::is_column(int field) const {
  return relation_ && field >= 0 && field < relation_->columns.size();
}

QgsAttributeList Provider::pkAttributeIndexes() const {
  return relation_ ? QgsAttributeList(relation_->key.columns.begin(), relation_->key.columns.end())
                   : QgsAttributeList();
}

Qgis::VectorLayerTypeFlags Provider::vectorLayerTypeFlags() const {
  return relation_ && relation_->kind == 'q' ? Qgis::VectorLayerTypeFlag::SqlQuery
                                             : Qgis::VectorLayerTypeFlags();
}

Access Provider::access() const {
  return access_of(QgsDataSourceUri(dataSourceUri()));
}

std::unique_ptr<FeatureSource> Provider::source() const {
  auto source = std::make_unique<FeatureSource>();
  source->relation = relation_;
  source->state = state_;
  source->transaction = shared_transaction_;
  source->access = access();
  source->subset = project_subset_;
  source->request_filter = request_filter_;
  if (auto *layer = qobject_cast<QgsVectorLayer *>(parent()))
    source->time_filter = requested_filter(*layer, zone_);
  source->crs = crs_;
  source->editable =
      relation_ && (relation_->may.update || relation_->may.remove) && !source->access.identity.server;
  return source;
}

QgsAbstractFeatureSource *Provider::featureSource() const {
  return source().release();
}

QgsFeatureIterator Provider::getFeatures(const QgsFeatureRequest &request) const {
  if (!valid_)
    return {};
  return QgsFeatureIterator(new FeatureIterator(source().release(), true, request));
}

// Work on a pooled connection that had died unnoticed (server restarted) is done again on a new one.
void Provider::on_session(const Work &work) const {
  try {
    const auto session = take_session(access());
    work(*session);
  } catch (const pg::Error &error) {
    if (!error.connection_lost() || error.timed_out())
      throw;
    close_sessions(access());
    const auto session = take_session(access());
    work(*session);
  }
}

bool Provider::with_connection(const Work &work) const {
  try {
    if (shared_transaction_) {
      const auto hold = shared_transaction_->hold();
      work(*hold);
    } else {
      on_session(work);
    }
    return true;
  } catch (const pg::Error &error) {
    tell(error);
    return false;
  }
}

void Provider::tell(const pg::Error &error) const {
  pushError(from_utf8(error.full()));
}

void Provider::reloadProviderData() {
  extent_.reset();
  count_.reset();
}

void Provider::changed_by_us() {
  reloadProviderData();
  clearMinMaxCache();
}

QgsTransaction *Provider::transaction() const {
  return transaction_;
}

void Provider::setTransaction(QgsTransaction *transaction) {
  auto *ours = dynamic_cast<Transaction *>(transaction);
  transaction_ = ours;
  shared_transaction_ = ours == nullptr ? nullptr : ours->shared();
  state_->versions.forget_bases();
  if (shared_transaction_)
    shared_transaction_->join(state_);
}

} // namespace cortege::qgis
