#pragma once

namespace cortege::qgis {

/// Registers cortege_modifiable(): whether the person may change the current row, by the row's own rules. For
/// forms, which can close a field before anything is typed. QGIS owns it, and deletes it before it cleans
/// providers up.
void register_form_functions();

} // namespace cortege::qgis
