// Many like rows by one statement each: a statement a row costs the server more than the row.
#include "providers/pg/transaction.hpp"
#include "providers/qgis/edit_messages.hpp"
#include "providers/qgis/encode.hpp"
#include "providers/qgis/row_writer.hpp"
#include "providers/qgis/value_table.hpp"

#include <QSet>

#include <algorithm>

namespace cortege::qgis {
namespace {

constexpr std::size_t worth_it = 20;
constexpr std::size_t most_rows = 10000;
constexpr std::size_t most_bytes = 16 << 20;

std::optional<std::string> hex_of(const QgsGeometry &geometry) {
  if (geometry.isNull())
    return std::nullopt;
  return geometry.asWkb().toHex().toStdString();
}

bool alike(const RowChange &one, const RowChange &other) {
  const bool attributes = one.attributes == nullptr || other.attributes == nullptr
                              ? one.attributes == other.attributes
                              : one.attributes->keys() == other.attributes->keys();
  return attributes && (one.geometry == nullptr) == (other.geometry == nullptr);
}

} // namespace

// Whatever refuses a row refuses the statement without saying which: then the rows are written one by one,
// and the refusal has a name. False if so.
bool RowWriter::together(const std::function<void()> &work) {
  const std::size_t before = saved_.size();
  try {
    pg::Savepoint savepoint(connection_, "cortege_together");
    work();
    savepoint.release();
    return true;
  } catch (const pg::Error &error) {
    if (error.connection_lost())
      throw;
    saved_.resize(before);
    return false;
  }
}

std::string RowWriter::geometry_from_hex(const std::string &hex) const {
  const std::string made =
      "ST_GeomFromWKB(decode(" + hex + ", 'hex'), " + std::to_string(relation_->geometry.srid) + ")";
  return relation_->geometry.geography ? made + "::geography" : made;
}

std::string RowWriter::returned_version() const {
  // A partitioned table has no xmin to return.
  const bool none = relation_->version_by == VersionBy::xmin && relation_->kind != 'r';
  return version_sql().empty() || none ? "NULL::bigint" : version_sql();
}

bool RowWriter::fit_together(const std::vector<RowChange> &changes) const {
  if (changes.size() < worth_it || relation_->key.kind != KeyKind::integer)
    return false;
  for (const RowChange &change : changes)
    if (!alike(change, changes.front()))
      return false;
  if (changes.front().attributes != nullptr)
    for (auto entry = changes.front().attributes->begin(); entry != changes.front().attributes->end();
         ++entry)
      if (entry.key() < 0 || entry.key() >= relation_->columns.size()
          || relation_->columns[entry.key()].generated || relation_->columns[entry.key()].in_key)
        return false;
  return true;
}

// The statement's rows: id, base version, attributes, geometry. A change of nothing is a removal.
pg::Result RowWriter::touch(const RowChange *first, const RowChange *last) {
  const QList<int> fields = first->attributes == nullptr ? QList<int>() : first->attributes->keys();
  const auto width = static_cast<std::size_t>(fields.size());
  ValueTable table(2 + width + (first->geometry != nullptr ? 1 : 0));
  for (const RowChange *change = first; change != last; ++change) {
    const auto base = state_->versions.base(change->id);
    table.add(0, std::to_string(integer_of_id(change->id)));
    table.add(1, base ? std::optional(std::to_string(*base)) : std::nullopt);
    for (std::size_t i = 0; i < width; ++i) {
      const int field = fields[static_cast<int>(i)];
      table.add(2 + i, encode(relation_->columns[field], change->attributes->value(field)));
    }
    if (change->geometry != nullptr)
      table.add(2 + width, hex_of(*change->geometry));
  }
  std::string set;
  for (std::size_t i = 0; i < width; ++i) {
    const Column &column = relation_->columns[fields[static_cast<int>(i)]];
    set +=
        (set.empty() ? "" : ", ") + column.sql() + " = " + ValueTable::column(2 + i) + "::" + column.type_sql;
  }
  if (first->geometry != nullptr)
    set += (set.empty() ? "" : ", ") + relation_->geometry.sql() + " = "
           + geometry_from_hex(ValueTable::column(2 + width));
  Bindings values;
  const std::string key = relation_->columns[relation_->key.columns.front()].sql();
  std::string sql = set.empty() ? "DELETE FROM " + relation_->from + " USING "
                                : "UPDATE " + relation_->from + " SET " + set + " FROM ";
  sql += table.from(values) + " WHERE " + key + " = " + ValueTable::column(0) + "::bigint";
  if (!version_sql().empty())
    sql += " AND (" + ValueTable::column(1) + " IS NULL OR " + version_sql() + " = " + ValueTable::column(1)
           + "::bigint)";
  sql += " RETURNING " + ValueTable::column(0) + ", " + (set.empty() ? "NULL::bigint" : returned_version());
  return connection_.exec(sql, values.parameters());
}

// False if the rows are to be written one by one. A row that the statement passed over is named.
bool RowWriter::touch_together(const std::vector<RowChange> &changes, bool removing) {
  if (!fit_together(changes))
    return false;
  QSet<QgsFeatureId> touched;
  bool once = true;
  const bool written = together([&] {
    for (std::size_t from = 0; from < changes.size(); from += most_rows) {
      const std::size_t to = std::min(changes.size(), from + most_rows);
      for (const auto row : touch(changes.data() + from, changes.data() + to)) {
        const QgsFeatureId id = id_of_integer(row.get<long long>(0));
        once = once && !touched.contains(id);
        touched << id;
        saved_.push_back({id, row.get<std::optional<long long>>(1)});
      }
    }
  });
  if (!written)
    return false;
  for (const RowChange &change : changes)
    if (!once || !touched.contains(change.id))
      explain_untouched(change.id, change.attributes, removing);
  return true;
}

bool RowWriter::insert_together(QgsFeatureList &features, bool returning) {
  if (static_cast<std::size_t>(features.size()) < worth_it)
    return false;
  const QList<int> fields = written_fields(features.front());
  const bool geometry = relation_->has_geometry() && features.front().hasGeometry();
  for (const QgsFeature &feature : std::as_const(features))
    if (feature.hasGeometry() != features.front().hasGeometry() || written_fields(feature) != fields)
      return false;
  if (fields.isEmpty() && !geometry)
    return false;
  return together([&] {
    for (int from = 0; from < features.size();)
      from = insert_some(features, from, fields, geometry, returning);
  });
}

int RowWriter::insert_some(QgsFeatureList &features, int from, const QList<int> &fields, bool geometry,
                           bool returning) {
  const auto width = static_cast<std::size_t>(fields.size());
  ValueTable table(width + (geometry ? 1 : 0));
  int to = from;
  for (; to < features.size() && to - from < int(most_rows) && table.bytes() < most_bytes; ++to) {
    const QgsFeature &feature = features.at(to);
    for (std::size_t i = 0; i < width; ++i) {
      const int field = fields[static_cast<int>(i)];
      table.add(i, encode(relation_->columns[field], feature.attribute(field)));
    }
    if (geometry)
      table.add(width, hex_of(feature.geometry()));
  }
  std::string columns, list;
  const auto add = [&](const std::string &column, const std::string &value) {
    columns += (columns.empty() ? "" : ", ") + column;
    list += (list.empty() ? "" : ", ") + value;
  };
  for (std::size_t i = 0; i < width; ++i) {
    const Column &column = relation_->columns[fields[static_cast<int>(i)]];
    add(column.sql(), ValueTable::column(i) + "::" + column.type_sql);
  }
  if (geometry)
    add(relation_->geometry.sql(), geometry_from_hex(ValueTable::column(width)));
  Bindings values;
  const std::string sql = "INSERT INTO " + relation_->from + " (" + columns + ") SELECT " + list + " FROM "
                          + table.from(values) + " ORDER BY " + ValueTable::order()
                          + (returning ? returning_key() : "");
  const pg::Result result = connection_.exec(sql, values.parameters());
  if (result.affected() != to - from)
    throw pg::Error(not_inserted(name_of(*relation_, features.at(from))));
  for (int i = from; i < to; ++i)
    read_back(result, i - from, features[i]);
  return to;
}

} // namespace cortege::qgis
