#include "providers/qgis/provider.hpp"

#include "providers/qgis/catalogue.hpp"
#include "providers/qgis/edit_messages.hpp"
#include "providers/qgis/edit_session.hpp"
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
#include <qgslayermetadata.h>
#include <qgsmessagelog.h>
#include <qgsunsetattributevalue.h>
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
      relation_ = load_relation(connection, uri);
      check_subset(connection, *relation_, project_subset_);
      if (current_identity().server)
        zone_ = territory_zone(connection);
    });
    if (relation_->has_geometry())
      crs_ = QgsCoordinateReferenceSystem::fromEpsgId(relation_->geometry.srid);
    valid_ = true;
  } catch (const pg::Error &error) {
    // An invalid layer that says why: an empty one would look like a calm city.
    appendError(QgsErrorMessage(from_utf8(error.full()), provider_description));
    QgsMessageLog::logMessage(from_utf8(error.full()), provider_description, Qgis::MessageLevel::Critical);
  }
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

// What the person may really do. Never FastTruncate: TRUNCATE ignores row policies.
Qgis::VectorProviderCapabilities Provider::capabilities() const {
  using Capability = Qgis::VectorProviderCapability;
  if (!valid_)
    return Capability::NoCapabilities;
  Qgis::VectorProviderCapabilities all = Capability::SimplifyGeometries | Capability::CircularGeometries
                                         | Capability::CancelSupport | Capability::ReloadData
                                         | Capability::ReadLayerMetadata;
  if (!QgsDataSourceUri(dataSourceUri()).selectAtIdDisabled())
    all |= Capability::SelectAtId;
  if (current_identity().server && current_identity().person.isEmpty())
    return all;
  if (relation_->may.insert)
    all |= Capability::AddFeatures;
  if (relation_->may.remove)
    all |= Capability::DeleteFeatures;
  if (relation_->may.update) {
    all |= Capability::ChangeAttributeValues;
    if (relation_->has_geometry())
      all |= Capability::ChangeGeometries | Capability::ChangeFeatures;
  }
  if (all & (Capability::AddFeatures | Capability::DeleteFeatures | Capability::ChangeAttributeValues))
    all |= Capability::TransactionSupport;
  return all;
}

QString Provider::defaultValueClause(int field) const {
  if (!is_column(field) || relation_->columns[field].generated)
    return {};
  if (providerProperty(EvaluateDefaultValues, false).toBool() && !defaultValue(field).isNull())
    return {};
  const Column &column = relation_->columns[field];
  return column.identity ? autogenerate() : column.default_sql;
}

// Only constants are evaluated ahead: a sequence's value would be lost with each form that is closed unsaved.
QVariant Provider::defaultValue(int field) const {
  if (!is_column(field) || relation_->columns[field].generated || relation_->columns[field].identity)
    return {};
  return constant_default(relation_->columns[field]);
}

bool Provider::skipConstraintCheck(int field, QgsFieldConstraints::Constraint, const QVariant &value) const {
  if (!is_column(field))
    return false;
  const Column &column = relation_->columns[field];
  if (column.generated || column.identity_always)
    return true;
  const bool has_default = column.identity || !column.default_sql.isEmpty();
  return has_default
         && (value.userType() == qMetaTypeId<QgsUnsetAttributeValue>() || !value.isValid()
             || value.toString() == defaultValueClause(field));
}

void Provider::enumValues(int field, QStringList &values) const {
  values = is_column(field) ? relation_->columns[field].enum_values : QStringList();
}

QgsLayerMetadata Provider::layerMetadata() const {
  QgsLayerMetadata metadata;
  if (!relation_)
    return metadata;
  metadata.setTitle(relation_->name);
  metadata.setAbstract(relation_->comment);
  metadata.setType(QStringLiteral("dataset"));
  metadata.setCrs(crs_);
  return metadata;
}

// Who may really save or delete one, the database says when asked.
Qgis::ProviderStyleStorageCapabilities Provider::styleStorageCapabilities() const {
  using Capability = Qgis::ProviderStyleStorageCapability;
  if (!valid_ || current_identity().server)
    return {};
  return Qgis::ProviderStyleStorageCapabilities(Capability::SaveToDatabase) | Capability::LoadFromDatabase
         | Capability::DeleteFromDatabase;
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
    if (!error.connection_lost())
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

QString Provider::subsetString() const {
  if (request_filter_.isEmpty())
    return project_subset_;
  return project_subset_.isEmpty() ? request_filter_
                                   : '(' + project_subset_ + QLatin1String(") AND ") + request_filter_;
}

bool Provider::setSubsetString(const QString &subset, bool) {
  if (subset == subsetString())
    return true;
  if (current_identity().server)
    return set_request_filter(subset);
  const bool good =
      with_connection([&](pg::Connection &connection) { check_subset(connection, *relation_, subset); });
  if (!good)
    return false;
  project_subset_ = subset;
  QgsDataSourceUri uri(dataSourceUri());
  uri.setSql(subset);
  setDataSourceUri(uri.uri(false));
  reloadProviderData();
  emit dataChanged();
  return true;
}

// Under a server the text came with a request: it never reaches the database as SQL. It is read as an
// expression, and refused unless PostgreSQL can be given all of it as parameters and known operators.
bool Provider::set_request_filter(const QString &subset) {
  const QString prefix = '(' + project_subset_ + QLatin1String(") AND ");
  const bool extends = !project_subset_.isEmpty() && subset.startsWith(prefix);
  const QString filter = subset == project_subset_ ? QString() : extends ? subset.mid(prefix.size()) : subset;
  if (!extends && !filter.isEmpty() && !project_subset_.isEmpty())
    return false;
  if (!filter.isEmpty() && !compilable(filter, *relation_)) {
    pushError(from_utf8(qgis::tr("The filter was refused: use simple comparisons on the layer's fields.")));
    return false;
  }
  request_filter_ = filter;
  return true;
}

bool Provider::supportsSubsetString() const {
  return true;
}
QString Provider::subsetStringDialect() const {
  return sentence("PostgreSQL WHERE clause");
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
}

} // namespace cortege::qgis
