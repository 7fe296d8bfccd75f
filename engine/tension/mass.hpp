#pragma once

#include "engine/tension/event.hpp"
#include "engine/tension/model.hpp"

namespace cortege::engine {

/// Whether the source's band takes this event.
bool takes(const TensionSource &source, const TensionEvent &event);

/// How much of the event acts on the window, in [0, 1], as the source's timing says.
double acting_share(const TensionSource &source, const TensionEvent &event, const Window &window);

/// What the event brings to the window in the source's band: weight × measure × acting share, in weighted
/// persons. 0 when the source does not take it.
double mass_in(const TensionSource &source, const TensionEvent &event, const Window &window);

/// How far back from the start of a window a source may look for events that are over by then.
Seconds look_back(const TensionSource &source);

} // namespace cortege::engine
