#pragma once

#include "providers/qgis/source.hpp"

#include <QTimeZone>
#include <qgsvectordataprovider.h>

#include <functional>
#include <memory>
#include <optional>

namespace cortege::pg {
class Connection;
class Error;
} // namespace cortege::pg

class QgsDataSourceUri;

namespace cortege::qgis {

class EditSession;
class LiveLink;
class RowWriter;

inline const QString provider_key = QStringLiteral("cortege");
inline const QString provider_description = QStringLiteral("Cortège");

/// The vector provider `cortege`: any table, view or query of PostgreSQL the person may read. It takes the
/// data-source URI of the stock provider `postgres`. Errors of the database stop here: pushError and false.
class Provider final : public QgsVectorDataProvider {
  Q_OBJECT

public:
  Provider(const QString &uri, const ProviderOptions &options, Qgis::DataProviderReadFlags flags);
  ~Provider() override;

  // What it is
  QString name() const override;
  QString description() const override;
  QString storageType() const override;
  bool isValid() const override;
  QString dataComment() const override;
  QgsCoordinateReferenceSystem crs() const override;
  Qgis::WkbType wkbType() const override;
  QgsFields fields() const override;
  QgsAttributeList pkAttributeIndexes() const override;
  Qgis::VectorLayerTypeFlags vectorLayerTypeFlags() const override;
  Qgis::VectorProviderCapabilities capabilities() const override;
  QString defaultValueClause(int field) const override;
  QVariant defaultValue(int field) const override;
  bool skipConstraintCheck(int field, QgsFieldConstraints::Constraint constraint,
                           const QVariant &value) const override;
  void enumValues(int field, QStringList &values) const override;
  QgsLayerMetadata layerMetadata() const override;
  Qgis::ProviderStyleStorageCapabilities styleStorageCapabilities() const override;

  // Reading
  QgsAbstractFeatureSource *featureSource() const override;
  QgsFeatureIterator getFeatures(const QgsFeatureRequest &request) const override;
  long long featureCount() const override;
  bool empty() const override;
  QgsRectangle extent() const override;
  void updateExtents() override;
  QVariant minimumValue(int field) const override;
  QVariant maximumValue(int field) const override;
  QSet<QVariant> uniqueValues(int field, int limit = -1) const override;
  QStringList uniqueStringsMatching(int field, const QString &text, int limit,
                                    QgsFeedback *feedback) const override;
  QVariant aggregate(Qgis::Aggregate aggregate, int field,
                     const QgsAggregateCalculator::AggregateParameters &parameters,
                     QgsExpressionContext *context, bool &ok, QgsFeatureIds *ids) const override;
  QString subsetString() const override;
  bool setSubsetString(const QString &subset, bool update_count = true) override;
  bool supportsSubsetString() const override;
  QString subsetStringDialect() const override;
  void reloadProviderData() override;

  // Editing: every call is all or nothing, checked by the rows it touched
  bool addFeatures(QgsFeatureList &features, QgsFeatureSink::Flags flags) override;
  bool deleteFeatures(const QgsFeatureIds &ids) override;
  bool changeAttributeValues(const QgsChangedAttributesMap &changes) override;
  bool changeGeometryValues(const QgsGeometryMap &geometries) override;
  bool changeFeatures(const QgsChangedAttributesMap &changes, const QgsGeometryMap &geometries) override;
  bool enterUpdateMode() override;
  bool leaveUpdateMode() override;
  /// Why this person may not change this row now; empty when they may. For forms.
  Q_INVOKABLE QString whyNotEditable(QgsFeatureId id) const;
  QgsTransaction *transaction() const override;

  // For the saving of several layers (save.hpp)
  std::shared_ptr<const Relation> relation() const { return relation_; }
  std::shared_ptr<LayerState> state() const { return state_; }
  Access access() const;
  RowWriter writer(pg::Connection &connection) const;
  void tell(const pg::Error &error) const;
  void changed_by_us();

private:
  using Work = std::function<void(pg::Connection &)>;

  void load();
  void on_session(const Work &work) const;
  void learn(pg::Connection &connection, const QgsDataSourceUri &uri);
  bool with_connection(const Work &work) const;
  bool write(const std::function<void(RowWriter &)> &work);
  std::unique_ptr<FeatureSource> source() const;
  QVariant extreme(int field, const char *function) const;
  std::string from_where(Bindings &values, const std::string &further = {}) const;
  QgsRectangle read_extent(pg::Connection &connection) const;
  bool is_column(int field) const;
  bool set_request_filter(const QString &subset);
  void setTransaction(QgsTransaction *transaction) override;

  std::shared_ptr<const Relation> relation_;
  std::shared_ptr<LayerState> state_;
  std::shared_ptr<SharedTransaction> shared_transaction_;
  QgsTransaction *transaction_ = nullptr;
  std::unique_ptr<EditSession> edit_session_;
  std::unique_ptr<LiveLink> live_;
  QgsCoordinateReferenceSystem crs_;
  QTimeZone zone_ = QTimeZone::systemTimeZone(); ///< under a server, of dates that have none
  QString project_subset_;                       ///< the data source's own; trusted like the project
  QString request_filter_;                       ///< under a server: an expression a request added
  mutable std::optional<QgsRectangle> extent_;
  mutable std::optional<long long> count_;
  bool valid_ = false;
};

} // namespace cortege::qgis
