#include "providers/qgis/row_writer.hpp"

#include "providers/qgis/edit_messages.hpp"
#include "providers/qgis/encode.hpp"
#include "providers/qgis/key_sql.hpp"

#include <algorithm>

namespace cortege::qgis {
namespace {

constexpr std::size_t statements_per_batch = 500;

} // namespace

RowWriter::RowWriter(pg::Connection &connection, std::shared_ptr<const Relation> relation,
                     std::shared_ptr<LayerState> state)
    : connection_(connection), relation_(std::move(relation)), state_(std::move(state)) {}

// Equal statements are prepared once. A batch is bounded so that neither side's buffers grow with the number
// of rows.
void RowWriter::run(const std::vector<Prepared> &statements, const Received &received) {
  for (std::size_t from = 0; from < statements.size(); from += statements_per_batch) {
    const std::size_t to = std::min(statements.size(), from + statements_per_batch);
    std::size_t answered = from;
    connection_.begin_pipeline();
    try {
      for (std::size_t i = from; i < to; ++i)
        connection_.send(statements[i].sql, statements[i].values.parameters(), pg::Format::text);
      connection_.sync_pipeline();
      std::vector<pg::Result> results;
      for (; answered < to; ++answered) {
        auto result = connection_.receive();
        if (!result)
          throw pg::Error("the server answered fewer statements than were sent");
        results.push_back(std::move(*result));
        connection_.receive();
      }
      connection_.receive(); // the synchronisation point
      connection_.end_pipeline();
      for (std::size_t i = from; i < to; ++i)
        received(i, results[i - from]);
    } catch (const pg::Error &error) {
      connection_.end_pipeline();
      if (error.connection_lost() || answered >= to)
        throw;
      throw refused(error, statements[answered].name);
    }
  }
}

std::string RowWriter::version_sql() const {
  switch (relation_->version_by) {
  case VersionBy::column:
    return relation_->columns[relation_->version_column].sql() + "::bigint";
  case VersionBy::xmin:
    return "xmin::text::bigint";
  default:
    return {};
  }
}

std::string RowWriter::geometry_value(const QgsGeometry &geometry, Bindings &values) const {
  if (geometry.isNull())
    return values.untyped(std::nullopt) + "::geometry";
  const GeometryColumn &column = relation_->geometry;
  const std::string made =
      "ST_GeomFromWKB(" + values.bytes(geometry.asWkb()) + "::bytea, " + std::to_string(column.srid) + ")";
  return column.geography ? made + "::geography" : made;
}

std::string RowWriter::row_condition(QgsFeatureId id, Bindings &values) const {
  std::string condition = KeySql(*relation_, state_->ids).condition(id, values);
  const auto base = state_->versions.base(id);
  if (base && relation_->version_by != VersionBy::none)
    condition += " AND " + version_sql() + " = " + values.text(QString::number(*base), "bigint");
  return condition;
}

std::string RowWriter::set_list(const RowChange &change, Bindings &values) const {
  std::string list;
  const auto set = [&](const std::string &column, const std::string &value) {
    list += (list.empty() ? "" : ", ") + column + " = " + value;
  };
  if (change.attributes != nullptr)
    for (auto entry = change.attributes->begin(); entry != change.attributes->end(); ++entry) {
      if (entry.key() < 0 || entry.key() >= relation_->columns.size())
        throw pg::Error(unknown_field(entry.key()));
      const Column &column = relation_->columns[entry.key()];
      if (!column.generated) // the form shows it, the database computes it
        set(column.sql(), values.untyped(encode(column, entry.value())));
    }
  if (change.geometry != nullptr)
    set(relation_->geometry.sql(), geometry_value(*change.geometry, values));
  return list;
}

RowWriter::Prepared RowWriter::change(const RowChange &change) const {
  Prepared prepared;
  const std::string list = set_list(change, prepared.values);
  if (list.empty())
    return prepared;
  prepared.name = name_of(*relation_, change.id);
  prepared.sql =
      "UPDATE " + relation_->from + " SET " + list + " WHERE " + row_condition(change.id, prepared.values);
  prepared.sql += " RETURNING " + returned_version();
  return prepared;
}

void RowWriter::update(const std::vector<RowChange> &changes) {
  if (touch_together(changes, false))
    return;
  std::vector<Prepared> statements;
  std::vector<RowChange> sent;
  for (const RowChange &wanted : changes)
    if (Prepared prepared = change(wanted); !prepared.sql.empty()) {
      statements.push_back(std::move(prepared));
      sent.push_back(wanted);
    }
  run(statements, [&](std::size_t index, const pg::Result &result) {
    if (result.affected() != 1)
      explain_untouched(sent[index].id, sent[index].attributes, false);
    saved_.push_back({sent[index].id, result.get<std::optional<long long>>(0, 0)});
  });
}

void RowWriter::remove(const QgsFeatureIds &ids) {
  const QList<QgsFeatureId> ordered(ids.begin(), ids.end());
  std::vector<RowChange> removals;
  for (const QgsFeatureId id : ordered)
    removals.push_back({id});
  if (touch_together(removals, true))
    return;
  std::vector<Prepared> statements;
  for (const QgsFeatureId id : ordered) {
    Prepared prepared;
    prepared.name = name_of(*relation_, id);
    prepared.sql = "DELETE FROM " + relation_->from + " WHERE " + row_condition(id, prepared.values);
    statements.push_back(std::move(prepared));
  }
  run(statements, [&](std::size_t index, const pg::Result &result) {
    const QgsFeatureId id = ordered.at(static_cast<int>(index));
    if (result.affected() != 1)
      explain_untouched(id, nullptr, true);
    saved_.push_back({id, std::nullopt});
  });
}

// No row was touched: someone changed it, someone deleted it, or a policy keeps it. The row itself tells
// which.
void RowWriter::explain_untouched(QgsFeatureId id, const QgsAttributeMap *mine, bool removing) {
  Bindings values;
  std::string columns = version_sql().empty() ? "NULL::bigint" : version_sql();
  for (const Column &column : relation_->columns)
    columns += ", " + column.sql() + "::text";
  const std::string condition = KeySql(*relation_, state_->ids).condition(id, values);
  const auto row = connection_.exec("SELECT " + columns + " FROM " + relation_->from + " WHERE " + condition,
                                    values.parameters());
  const QString name = QString::fromStdString(name_of(*relation_, id));
  if (row.empty())
    throw pg::Error(gone(name));
  const auto now = row.get<std::optional<long long>>(0, 0);
  const auto base = state_->versions.base(id);
  if (now && base && *now != *base)
    throw Conflict(conflict_text(*relation_, name, mine, row), id, *now);
  throw pg::Error(removing ? not_removed(name) : not_changed(name), "42501");
}

void RowWriter::settle() {
  for (const Saved &row : saved_)
    state_->versions.saved(row.id, row.version);
  saved_.clear();
}

void RowWriter::settle_in_transaction(std::size_t depth) {
  for (const Saved &row : saved_)
    state_->versions.written_in_transaction(row.id, depth);
  saved_.clear();
}

} // namespace cortege::qgis
