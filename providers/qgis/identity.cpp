#include "providers/qgis/identity.hpp"

#include <qgsapplication.h>

#include <utility>

namespace cortege::qgis {
namespace {

thread_local std::optional<QString> scoped_person;

} // namespace

Identity current_identity() {
  if (scoped_person)
    return {true, *scoped_person};
  if (QgsApplication::platform() == QLatin1String("server"))
    return {true, QString::fromUtf8(qgetenv("CORTEGE_USER"))};
  return {};
}

PersonScope::PersonScope(const QString &person) : previous_(std::exchange(scoped_person, person)) {}
PersonScope::~PersonScope() {
  scoped_person = previous_;
}

} // namespace cortege::qgis
