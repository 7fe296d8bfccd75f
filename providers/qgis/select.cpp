#include "providers/qgis/select.hpp"

#include "providers/qgis/announcement.hpp"
#include "providers/qgis/expression.hpp"
#include "providers/qgis/key_sql.hpp"
#include "providers/qgis/select_geometry.hpp"

#include <qgsexpression.h>

#include <algorithm>

namespace cortege::qgis {
namespace {

constexpr int most_bound_ids = 30000; // a statement takes 65535 values
constexpr int few = 500;

class Builder {
public:
  Builder(const FeatureSource &source, const QgsFeatureRequest &request, bool push)
      : source_(source), relation_(*source.relation), request_(request), push_(push),
        key_(relation_, source.state->ids) {}

  Selection build() {
    where(source_.condition(values()));
    add_ids();
    where(spatial_condition(relation_, request_, values()));
    add_filter();
    const std::string order = order_by();
    add_attributes();
    add_key();
    add_geometry();
    add_version();
    selection_.statement.sql = "SELECT " + columns_ + " FROM " + key_.from()
                               + (where_.empty() ? "" : " WHERE " + where_) + order + limit();
    selection_.announcement = announcement(relation_, request_);
    return std::move(selection_);
  }

private:
  Bindings &values() { return selection_.statement.values; }

  void where(const std::string &condition) {
    if (!condition.empty())
      where_ += (where_.empty() ? "" : " AND ") + condition;
  }

  void add_ids() {
    if (request_.filterType() == Qgis::FeatureRequestFilterType::Fid) {
      where(key_.condition(request_.filterFid(), values()));
      selection_.few_rows = true;
    }
    if (request_.filterType() != Qgis::FeatureRequestFilterType::Fids)
      return;
    const QgsFeatureIds &ids = request_.filterFids();
    selection_.ids_pushed =
        relation_.key.kind != KeyKind::columns || ids.size() * key_.width() <= most_bound_ids;
    if (selection_.ids_pushed)
      where(key_.condition(ids, values()));
    selection_.few_rows = ids.size() <= few;
  }

  void add_filter() {
    const QgsExpression *expression = request_.filterExpression();
    if (request_.filterType() != Qgis::FeatureRequestFilterType::Expression || expression == nullptr
        || !push_)
      return;
    const Compiled compiled = compile_filter(*expression, relation_, values());
    where(compiled.sql);
    selection_.filter = compiled.pushed;
  }

  std::string order_by() {
    std::string list;
    if (!push_ || request_.orderBy().isEmpty())
      return {};
    const std::size_t before = values().size();
    for (const auto &clause : request_.orderBy()) {
      const std::string sql = compile_order(clause.expression(), relation_, values());
      if (sql.empty()) {
        values().truncate(before);
        return {};
      }
      list += (list.empty() ? " ORDER BY " : ", ") + sql + (clause.ascending() ? " ASC" : " DESC")
              + (clause.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
    }
    selection_.ordered = true;
    return list;
  }

  std::string limit() {
    const bool local_filter = (request_.filterType() == Qgis::FeatureRequestFilterType::Expression
                               && selection_.filter != Pushed::all)
                              || !selection_.ids_pushed;
    const bool local_order = !request_.orderBy().isEmpty() && !selection_.ordered;
    if (request_.limit() < 0 || local_filter || local_order)
      return {};
    selection_.few_rows = selection_.few_rows || request_.limit() <= few;
    return " LIMIT " + std::to_string(request_.limit());
  }

  bool filter_is_local() const {
    return request_.filterType() == Qgis::FeatureRequestFilterType::Expression
           && selection_.filter != Pushed::all;
  }

  // What is filtered or ordered here needs its columns, asked for or not.
  QSet<int> needed_here() const {
    QSet<int> needed;
    if (filter_is_local() && request_.filterExpression() != nullptr)
      needed += request_.filterExpression()->referencedAttributeIndexes(relation_.fields);
    if (!selection_.ordered)
      for (const auto &clause : request_.orderBy())
        needed += clause.expression().referencedAttributeIndexes(relation_.fields);
    return needed;
  }

  bool geometry_needed_here() const {
    if (filter_is_local() && request_.filterExpression() != nullptr
        && request_.filterExpression()->needsGeometry())
      return true;
    if (!selection_.ordered)
      for (const auto &clause : request_.orderBy())
        if (clause.expression().needsGeometry())
          return true;
    return false;
  }

  void add_column(const std::string &sql, int width = 1) {
    columns_ += (columns_.empty() ? "" : ", ") + sql;
    column_count_ += width;
  }

  void add_attributes() {
    QgsAttributeList &attributes = selection_.attributes;
    if (request_.flags() & Qgis::FeatureRequestFlag::SubsetOfAttributes) {
      QSet<int> wanted = needed_here();
      for (const int index : request_.subsetOfAttributes())
        if (index >= 0 && index < relation_.columns.size())
          wanted << index;
      attributes = QgsAttributeList(wanted.begin(), wanted.end());
      std::sort(attributes.begin(), attributes.end());
    } else {
      attributes = relation_.fields.allAttributesList();
    }
    for (const int index : std::as_const(attributes))
      add_column(relation_.columns[index].selection());
  }

  // A key of one integer is read once when it is among the attributes.
  void add_key() {
    selection_.key = relation_.key.kind == KeyKind::integer
                         ? selection_.attributes.indexOf(relation_.key.columns.front())
                         : -1;
    if (selection_.key >= 0)
      return;
    selection_.key = column_count_;
    add_column(key_.selection(), key_.width());
  }

  void add_geometry() {
    const bool wanted = !(request_.flags() & Qgis::FeatureRequestFlag::NoGeometry) || geometry_needed_here();
    if (!relation_.has_geometry() || !wanted)
      return;
    selection_.geometry = column_count_;
    add_column(geometry_to_read(relation_, request_));
  }

  void add_version() {
    if (!source_.editable || relation_.version_by == VersionBy::none)
      return;
    selection_.version = relation_.version_by == VersionBy::column
                             ? selection_.attributes.indexOf(relation_.version_column)
                             : -1;
    if (selection_.version >= 0)
      return;
    selection_.version = column_count_;
    add_column(relation_.version_by == VersionBy::xmin ? std::string("xmin")
                                                       : relation_.columns[relation_.version_column].sql());
  }

  const FeatureSource &source_;
  const Relation &relation_;
  const QgsFeatureRequest &request_;
  const bool push_;
  KeySql key_;
  Selection selection_;
  std::string columns_, where_;
  int column_count_ = 0;
};

} // namespace

Selection select(const FeatureSource &source, const QgsFeatureRequest &request, bool push) {
  return Builder(source, request, push).build();
}

} // namespace cortege::qgis
