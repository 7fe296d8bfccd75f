#pragma once

#include <QLocale>

namespace cortege::plugin {

/// Dates and numbers as in the language QGIS speaks, whatever the computer's own.
QLocale person_locale();
/// Which language that is (« fr_FR »); said once, when the plugin starts.
void set_person_language(const QString &language);

} // namespace cortege::plugin
