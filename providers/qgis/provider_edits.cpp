#include "providers/pg/transaction.hpp"
#include "providers/qgis/edit_messages.hpp"
#include "providers/qgis/edit_session.hpp"
#include "providers/qgis/key_sql.hpp"
#include "providers/qgis/provider.hpp"
#include "providers/qgis/row_writer.hpp"
#include "providers/qgis/shared_transaction.hpp"
#include "providers/qgis/sure_commit.hpp"
#include "providers/qgis/text.hpp"
#include "providers/qgis/transaction.hpp"

#include <qgsvectorlayer.h>

namespace cortege::qgis {

RowWriter Provider::writer(pg::Connection &connection) const {
  return RowWriter(connection, relation_, state_);
}

// One provider call is one transaction, or one savepoint of the transaction the layer is in.
bool Provider::write(const std::function<void(RowWriter &)> &work) {
  if (!valid_)
    return false;
  const bool written = with_connection([&](pg::Connection &connection) {
    RowWriter rows = writer(connection);
    if (shared_transaction_) {
      pg::Savepoint savepoint(connection, "cortege_call");
      work(rows);
      savepoint.release();
      rows.settle_in_transaction(shared_transaction_->depth());
    } else {
      in_sure_transaction(connection, access(), [&] { work(rows); });
      rows.settle();
    }
  });
  if (!written)
    return false;
  changed_by_us();
  if (transaction_ != nullptr)
    transaction_->dirtyLastSavePoint();
  return true;
}

bool Provider::addFeatures(QgsFeatureList &features, QgsFeatureSink::Flags) {
  if (features.isEmpty())
    return true;
  for (QgsFeature &feature : features)
    if (feature.hasGeometry() && relation_ && relation_->geometry.type != Qgis::WkbType::Unknown) {
      const QgsGeometry converted = convertToProviderType(feature.geometry());
      if (!converted.isNull())
        feature.setGeometry(converted);
    }
  return write([&](RowWriter &rows) { rows.insert(features); });
}

bool Provider::deleteFeatures(const QgsFeatureIds &ids) {
  return ids.isEmpty() || write([&](RowWriter &rows) { rows.remove(ids); });
}

bool Provider::changeAttributeValues(const QgsChangedAttributesMap &changes) {
  return changeFeatures(changes, {});
}
bool Provider::changeGeometryValues(const QgsGeometryMap &geometries) {
  return changeFeatures({}, geometries);
}

bool Provider::changeFeatures(const QgsChangedAttributesMap &changes, const QgsGeometryMap &geometries) {
  QgsGeometryMap converted = geometries;
  std::vector<RowChange> rows;
  for (auto entry = changes.begin(); entry != changes.end(); ++entry)
    if (entry.key() >= 0 && !geometries.contains(entry.key()))
      rows.push_back({entry.key(), &entry.value(), nullptr});
  for (auto entry = converted.begin(); entry != converted.end(); ++entry) {
    if (entry.key() < 0)
      continue; // QGIS passes features not yet saved along with the others
    const QgsGeometry fitting = convertToProviderType(entry.value());
    if (!fitting.isNull())
      entry.value() = fitting;
    const auto attributes = changes.find(entry.key());
    rows.push_back(
        {entry.key(), attributes == changes.end() ? nullptr : &attributes.value(), &entry.value()});
  }
  return rows.empty() || write([&](RowWriter &writer) { writer.update(rows); });
}

// Locking a row asks PostgreSQL for the right to change it, policies included; nothing is changed.
QString Provider::whyNotEditable(QgsFeatureId id) const {
  QString reason;
  if (!relation_ || !relation_->may.update)
    return from_utf8(not_changed(from_utf8(name_of(*relation_, id))));
  try {
    const auto session = take_session(access());
    const pg::Transaction transaction(*session);
    Bindings values;
    const std::string condition = KeySql(*relation_, state_->ids).condition(id, values);
    if (session
            ->exec("SELECT FROM " + relation_->from + " WHERE " + condition
                       + " FOR NO KEY UPDATE SKIP LOCKED",
                   values.parameters())
            .rows()
        == 0) {
      Bindings again;
      const std::string same = KeySql(*relation_, state_->ids).condition(id, again);
      const bool visible =
          session->exec("SELECT FROM " + relation_->from + " WHERE " + same, again.parameters()).rows() > 0;
      const QString name = from_utf8(name_of(*relation_, id));
      reason = from_utf8(visible ? not_changed(name) : gone(name));
    }
  } catch (const pg::Error &error) {
    reason = from_utf8(error.full());
  }
  return reason;
}

bool Provider::enterUpdateMode() {
  if (auto *layer = qobject_cast<QgsVectorLayer *>(parent()))
    edit_session_ = std::make_unique<EditSession>(*this, *layer);
  return true;
}

bool Provider::leaveUpdateMode() {
  edit_session_.reset();
  if (state_)
    state_->versions.forget_bases();
  return true;
}

} // namespace cortege::qgis
