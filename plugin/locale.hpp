#pragma once

#include <QLocale>
#include <qgsapplication.h>

namespace cortege::plugin {

/// Dates and numbers as in the language QGIS speaks, whatever the computer's own.
inline QLocale person_locale() {
  return QLocale(QgsApplication::locale());
}

} // namespace cortege::plugin
