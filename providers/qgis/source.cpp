#include "providers/qgis/source.hpp"

#include "providers/qgis/catalogue_geometry.hpp"
#include "providers/qgis/iterator.hpp"
#include "providers/qgis/subset.hpp"

namespace cortege::qgis {

QgsFeatureIterator FeatureSource::getFeatures(const QgsFeatureRequest &request) {
  return QgsFeatureIterator(new FeatureIterator(this, false, request));
}

std::string FeatureSource::condition(Bindings &values) const {
  std::string condition = geometry_filter(*relation);
  const auto add = [&](const std::string &part) {
    condition += (condition.empty() ? "(" : " AND (") + part + ")";
  };
  if (!subset.isEmpty()) // on lines of its own: a comment at its end must not swallow what follows
    add(subset.toStdString() + "\n");
  if (!request_filter.isEmpty())
    add(compile_whole(request_filter, *relation, values));
  return condition;
}

} // namespace cortege::qgis
