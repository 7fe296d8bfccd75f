#pragma once

#include "engine/density/features.hpp"
#include "engine/grid.hpp"
#include "engine/progress.hpp"
#include "engine/tension/event.hpp"
#include "engine/tension/model.hpp"

#include <optional>
#include <span>
#include <vector>

namespace cortege::engine {

/// Weighted persons per hectare at cell centres, top row first: one band per source of the model, in its
/// order, and their sum. A band that nothing reaches is all zeros.
struct TensionRaster {
  Grid grid;
  std::vector<std::vector<float>> bands;
  std::vector<float> sum;
};

/// The tension of one window. The result does not depend on the order of events, on threads, nor on anything
/// but what TensionEvent holds; a cell's value does not depend on the grid asked, given the resolution.
/// Throws Error for a geometry or a mass the density refuses, naming the event's key; Cancelled.
TensionRaster tension(const TensionModel &model, std::span<const TensionEvent> events, const Window &window,
                      const Grid &grid, const Progress &progress = {});

/// The ground that the events acting on the window may reach: their extent grown by each source's reach.
/// Nothing when none acts.
std::optional<Box> reached_extent(const TensionModel &model, std::span<const TensionEvent> events,
                                  const Window &window);

} // namespace cortege::engine
