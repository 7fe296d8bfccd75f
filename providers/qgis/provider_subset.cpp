#include "providers/qgis/provider.hpp"
#include "providers/qgis/subset.hpp"
#include "providers/qgis/text.hpp"

#include <qgsdatasourceuri.h>

namespace cortege::qgis {

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

} // namespace cortege::qgis
