#pragma once

#include "engine/density/kernel.hpp"

#include <optional>
#include <string>
#include <vector>

namespace cortege::engine {

/// Which figure of an event gives its mass. Declared and expected persons are different figures: a source
/// uses one of them, never one for want of the other.
enum class TensionMeasure { expected, declared, weight };

/// How an event acts on a window.
enum class TensionTiming {
  share,    ///< by the share of its own duration that falls inside; an instant counts 0 or 1
  presence, ///< by the share of the window during which it is there: works that last for months
  decay ///< past facts: exp(−βt), t from their end to the window's start, β = ln 2 / half-life (Rosser et
        ///< al. 2017); 1 when they end inside the window, 0 when they end after it
};

/// One band of the raster: the events it takes and what they weigh.
struct TensionSource {
  std::string name;  ///< of the band
  std::string title; ///< shown to people
  std::string kind;  ///< deambulatoire, statique, operation_programmee, visite_officielle or fait
  std::vector<std::string> fact_sources; ///< of facts only; empty: all
  std::vector<std::string> categories;   ///< of facts only; empty: all

  Kernel kernel = Kernel::quartic;
  double bandwidth = 0; ///< metres
  double weight = 0;    ///< of one unit of the measure; 0: the band stays empty
  TensionMeasure measure = TensionMeasure::expected;
  double assumed_count = 0; ///< persons, when the measure is not known
  double persons_per_car = 0;

  TensionTiming timing = TensionTiming::share;
  double assumed_hours = 0;  ///< how long an event without an end is taken to last; 0 for instants
  double half_life_days = 0; ///< of decay
  double horizon_days = 0;   ///< older facts count nothing
};

/// Ground at or above the threshold, up to the next level's.
struct TensionLevel {
  std::string name;
  double threshold = 0; ///< persons per hectare
  std::string colour;   ///< #rrggbb
};

struct TensionModel {
  std::string name;
  std::string title;
  std::string status;      ///< exploratoire or approuve
  std::string digest;      ///< SHA-256 of the file, hexadecimal
  double resolution = 0;   ///< metres
  double minimum_zone = 0; ///< m²
  std::vector<TensionSource> sources;
  std::vector<TensionLevel> levels; ///< thresholds strictly increasing
};

} // namespace cortege::engine
