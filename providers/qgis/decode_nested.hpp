#pragma once

#include "providers/qgis/column.hpp"

#include <QVariant>

#include <string_view>

namespace cortege::qgis {

/// json text as QGIS holds it: maps, lists and plain values.
QVariant json_value(std::string_view text);

/// An array in binary form. One dimension gives a list of values, more give lists of lists.
QVariant array_value(const Column &column, std::string_view bytes);

/// An hstore in text form as a map.
QVariant hstore_value(std::string_view text);

} // namespace cortege::qgis
