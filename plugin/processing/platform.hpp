#pragma once

class QgsMapLayer;

namespace cortege::plugin {

/// Whether a layer shows what the platform or Cortège holds, whichever provider reads it: what is written
/// from it goes on the register of exports.
bool of_platform(const QgsMapLayer *layer);

} // namespace cortege::plugin
