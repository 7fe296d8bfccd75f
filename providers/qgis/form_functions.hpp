#pragma once

namespace cortege::qgis {

/// Registers cortege_modifiable(): whether the person may change the current row, by the row's own rules. For
/// forms, which can close a field before anything is typed.
void register_form_functions();
void unregister_form_functions();

} // namespace cortege::qgis
