#include "providers/pg/patience.hpp"
#include "providers/qgis/provider.hpp"

#include <qgscoordinatetransform.h>
#include <qgsdatasourceuri.h>

namespace cortege::qgis {
namespace {

constexpr std::chrono::seconds extent_limit(20); // often asked for in the interface's thread

// The territory's own frame, which says nothing of what lies in it; the whole CRS if the database has none.
QgsRectangle territory(pg::Connection &connection, const QgsCoordinateReferenceSystem &crs, int srid) {
  if (connection.exec("SELECT to_regclass('voirie.territoire') IS NOT NULL").value<bool>()) {
    const auto frame =
        connection.exec("SELECT ST_XMin(e), ST_YMin(e), ST_XMax(e), ST_YMax(e) FROM "
                        "(SELECT ST_Transform(emprise, $1::int) AS e FROM voirie.territoire) t",
                        srid);
    if (!frame.empty())
      return QgsRectangle{frame.get<double>(0, 0), frame.get<double>(0, 1), frame.get<double>(0, 2),
                          frame.get<double>(0, 3)};
  }
  const QgsCoordinateTransform transform(QgsCoordinateReferenceSystem::fromEpsgId(4326), crs,
                                         QgsCoordinateTransformContext());
  return transform.transformBoundingBox(crs.bounds());
}

} // namespace

long long Provider::featureCount() const {
  if (!valid_ || current_identity().server)
    return static_cast<long long>(Qgis::FeatureCountState::UnknownCount);
  if (count_)
    return *count_;
  // Estimates speak of rows the person may not see: only where no policy hides any.
  const bool estimate = QgsDataSourceUri(dataSourceUri()).useEstimatedMetadata() && !relation_->row_security
                        && project_subset_.isEmpty() && !relation_->geometry.mixed_types
                        && !relation_->geometry.mixed_srids && relation_->estimated_rows > 0;
  if (estimate)
    return *(count_ = static_cast<long long>(relation_->estimated_rows));
  with_connection([&](pg::Connection &connection) {
    Bindings values;
    const std::string rest = from_where(values);
    count_ = connection.exec("SELECT count(*)" + rest, values.parameters()).value<long long>();
  });
  return count_.value_or(static_cast<long long>(Qgis::FeatureCountState::UnknownCount));
}

bool Provider::empty() const {
  bool none = true;
  if (valid_)
    with_connection([&](pg::Connection &connection) {
      Bindings values;
      const std::string rest = from_where(values);
      none = !connection.exec("SELECT EXISTS (SELECT" + rest + ")", values.parameters()).value<bool>();
    });
  return none;
}

QgsRectangle Provider::extent() const {
  if (!valid_ || !relation_->has_geometry())
    return {};
  if (extent_)
    return *extent_;
  QgsRectangle found;
  const bool read = with_connection([&](pg::Connection &connection) {
    found = pg::within(extent_limit, connection, [&] { return read_extent(connection); });
  });
  if (read && !current_identity().server)
    extent_ = found;
  return found;
}

QgsRectangle Provider::read_extent(pg::Connection &connection) const {
  if (current_identity().server)
    return territory(connection, crs_, relation_->geometry.srid);
  const bool estimate = QgsDataSourceUri(dataSourceUri()).useEstimatedMetadata() && !relation_->row_security
                        && project_subset_.isEmpty() && (relation_->kind == 'r' || relation_->kind == 'm');
  std::string box = "(SELECT ST_Extent(" + relation_->geometry.as_geometry() + ") AS b";
  Bindings values;
  box += from_where(values) + ") e";
  if (estimate) {
    const auto estimated =
        connection.exec("SELECT ST_XMin(b), ST_YMin(b), ST_XMax(b), ST_YMax(b) FROM "
                        "(SELECT ST_EstimatedExtent($1, $2, $3) AS b) e WHERE b IS NOT NULL",
                        relation_->schema.toStdString(), relation_->name.toStdString(),
                        relation_->geometry.name.toStdString());
    if (!estimated.empty())
      return QgsRectangle{estimated.get<double>(0, 0), estimated.get<double>(0, 1),
                          estimated.get<double>(0, 2), estimated.get<double>(0, 3)};
  }
  const auto exact = connection.exec("SELECT ST_XMin(b), ST_YMin(b), ST_XMax(b), ST_YMax(b) FROM " + box
                                         + " WHERE b IS NOT NULL",
                                     values.parameters());
  if (exact.empty())
    return {};
  return QgsRectangle{exact.get<double>(0, 0), exact.get<double>(0, 1), exact.get<double>(0, 2),
                      exact.get<double>(0, 3)};
}

void Provider::updateExtents() {
  extent_.reset();
}

} // namespace cortege::qgis
