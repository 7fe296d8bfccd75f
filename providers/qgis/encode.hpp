#pragma once

#include "providers/qgis/column.hpp"

#include <QVariant>

#include <optional>
#include <string>

namespace cortege::qgis {

/// The text PostgreSQL reads for a value of the column, or nothing for NULL. Exact: doubles in their shortest
/// form that reads back equal, instants with their zone.
std::optional<std::string> encode(const Column &column, const QVariant &value);

} // namespace cortege::qgis
