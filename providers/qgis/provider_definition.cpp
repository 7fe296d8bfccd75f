#include "providers/qgis/edit_messages.hpp"
#include "providers/qgis/provider.hpp"

#include <qgsdatasourceuri.h>
#include <qgslayermetadata.h>
#include <qgsunsetattributevalue.h>

namespace cortege::qgis {

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

} // namespace cortege::qgis
