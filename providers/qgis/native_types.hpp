#pragma once

#include "providers/qgis/column.hpp"

#include <QList>
#include <QVariant>
#include <qgsvectordataprovider.h>

namespace cortege::qgis {

/// The types of PostgreSQL that a new field may have.
QList<QgsVectorDataProvider::NativeType> native_types();

/// The value of a default that is a constant ('transmis'::text, 0, true); nothing for anything computed.
QVariant constant_default(const Column &column);

} // namespace cortege::qgis
