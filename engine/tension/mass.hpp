#pragma once

#include "engine/tension/event.hpp"
#include "engine/tension/model.hpp"

namespace cortege::engine {

/// Whether the source's band takes this event.
bool takes(const TensionSource &source, const TensionEvent &event);

/// How much of the event acts on the window, in [0, 1], as the source's timing says. On an instant (a window
/// of no length) share and presence are 1 while the event is there, 0 otherwise.
double acting_share(const TensionSource &source, const TensionEvent &event, const Window &window);

/// What the event brings to the window in the source's band: weight × measure × acting share, in weighted
/// persons. The measure is the event's own weight, or its persons (the assumed count when not known) and its
/// cars, each for `persons_per_car`. 0 when the source does not take it.
double mass_in(const TensionSource &source, const TensionEvent &event, const Window &window);

/// How far back from the start of a window a source may look for events that are over by then.
Seconds look_back(const TensionSource &source);

} // namespace cortege::engine
