#pragma once

#include "providers/pg/connection.hpp"
#include "providers/qgis/source.hpp"

#include <qgsfeature.h>
#include <qgsvectordataprovider.h>

#include <string>
#include <vector>

namespace cortege::qgis {

/// Someone changed a row since the person saw it. what() shows both versions, field by field.
class Conflict : public pg::Error {
public:
  Conflict(const std::string &message, QgsFeatureId id, qint64 version)
      : Error(message, "40001"), id_(id), version_(version) {}
  QgsFeatureId id() const { return id_; }
  /// The version now in the database: the base of an edit that goes on in spite of it.
  qint64 version() const { return version_; }

private:
  QgsFeatureId id_;
  qint64 version_;
};

/// What one row becomes. A null geometry pointer leaves the geometry alone.
struct RowChange {
  QgsFeatureId id;
  const QgsAttributeMap *attributes = nullptr;
  const QgsGeometry *geometry = nullptr;
};

/// Writes rows of one relation inside a transaction that the caller began: many like rows by one statement,
/// others by a statement each, in pipelines. Every row must be touched exactly once: any other outcome
/// throws, naming the row and the reason; the caller rolls back.
class RowWriter {
public:
  RowWriter(pg::Connection &connection, std::shared_ptr<const Relation> relation,
            std::shared_ptr<LayerState> state);

  /// Features get their ids, and their key attributes, if the person may read them back.
  void insert(QgsFeatureList &features);
  void update(const std::vector<RowChange> &changes);
  void remove(const QgsFeatureIds &ids);

  /// To be called once the transaction holds: the saved versions become what the person was shown.
  void settle();
  /// The same after each call inside a transaction that goes on, this many savepoints deep.
  void settle_in_transaction(std::size_t depth);

private:
  struct Saved {
    QgsFeatureId id;
    std::optional<qint64> version;
  };
  struct Prepared {
    std::string sql, name;
    Bindings values;
  };
  using Received = std::function<void(std::size_t index, const pg::Result &result)>;

  void run(const std::vector<Prepared> &statements, const Received &received);
  Prepared insertion(const QgsFeature &feature, bool returning) const;
  Prepared change(const RowChange &change) const;
  void insert_all(QgsFeatureList &features, bool returning);
  void insert_one_by_one(QgsFeatureList &features, bool returning);
  std::string returning_key() const;
  void read_back(const pg::Result &result, int row, QgsFeature &feature);
  std::string set_list(const RowChange &change, Bindings &values) const;
  std::string geometry_value(const QgsGeometry &geometry, Bindings &values) const;
  std::string row_condition(QgsFeatureId id, Bindings &values) const;
  std::string version_sql() const;
  bool uses_default(const Column &column, const QVariant &value) const;
  [[noreturn]] void explain_untouched(QgsFeatureId id, const QgsAttributeMap *mine, bool removing);

  // row_writer_together.cpp
  bool together(const std::function<void()> &work);
  bool fit_together(const std::vector<RowChange> &changes) const;
  pg::Result touch(const RowChange *first, const RowChange *last);
  bool touch_together(const std::vector<RowChange> &changes, bool removing);
  bool insert_together(QgsFeatureList &features, bool returning);
  int insert_some(QgsFeatureList &features, int from, const QList<int> &fields, bool geometry,
                  bool returning);
  QList<int> written_fields(const QgsFeature &feature) const;
  std::string geometry_from_hex(const std::string &hex) const;
  std::string returned_version() const;

  pg::Connection &connection_;
  std::shared_ptr<const Relation> relation_;
  std::shared_ptr<LayerState> state_;
  std::vector<Saved> saved_;
};

} // namespace cortege::qgis
