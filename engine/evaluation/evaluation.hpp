#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace cortege::engine {

/// How well the ground that a map of tension flags holds what happened later.
struct HitPoint {
  double area = 0; ///< share of the ground flagged, highest tension first, in ]0, 1]
  double hits = 0; ///< share of the later events that fell on it
  double best = 0; ///< the share that the best possible choice of as much ground would hold
  double pai = 0;  ///< prediction accuracy index, hits / area: 1 is chance (Chainey, Tompson and Uhlig 2008)
  /// Prediction efficiency index, hits / best: 1 cannot be bettered (Hunt 2016); 0 without events.
  double pei = 0;
};

struct Evaluation {
  double cells = 0;             ///< of the study: those with a tension
  double events = 0;            ///< later events in it
  double outside = 0;           ///< later events beyond it, which count in nothing
  std::vector<HitPoint> points; ///< for each share asked
  std::vector<HitPoint> curve;  ///< from the first cell to all of them, at most 1 000 points
  double area_under_curve = 0;  ///< of hits over area: 0.5 is chance
};

/// `tension` is the map as fitted on earlier events, `later` the number of later events in each of its cells;
/// NaN tension is ground outside the study. Cells of equal tension are flagged together: within them hits
/// grow with the share flagged, so that no order among equals flatters the map. `shares` of ground in ]0, 1].
/// Throws Error when sizes disagree, a share is out of range, a count is negative or not finite, or no cell
/// is in the study.
Evaluation evaluate(std::span<const double> tension, std::span<const double> later,
                    std::span<const double> shares);

} // namespace cortege::engine
