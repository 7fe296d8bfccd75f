#pragma once

#include "providers/qgis/column.hpp"

#include <QVariant>

#include <string_view>

namespace cortege::qgis {

/// The value of a column from the bytes PostgreSQL sent for Column::selection() in binary form. Never called
/// for NULL. Timestamps "infinity" and "-infinity" become the last and first instants PostgreSQL can name,
/// and are written back as infinity (encode.hpp). NaN and infinite numbers are kept.
QVariant decode(const Column &column, std::string_view bytes);

/// A NULL of the column's type.
QVariant null_of(const Column &column);

/// The value of a result column in binary form, by its type alone; for aggregates, minima and the like.
QVariant decode_scalar(Kind kind, std::string_view bytes);

/// The instants that stand for infinity.
QDateTime end_of_time();
QDateTime beginning_of_time();

} // namespace cortege::qgis
