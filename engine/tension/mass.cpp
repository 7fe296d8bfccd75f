#include "engine/tension/mass.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cortege::engine {

namespace {

constexpr double seconds_per_day = 86400;

bool listed(const std::vector<std::string> &names, const std::string &name) {
  return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
}

Instant end_of(const TensionSource &source, const TensionEvent &event) {
  if (event.to)
    return *event.to;
  return event.from + std::chrono::duration_cast<Instant::duration>(Seconds(source.assumed_hours * 3600));
}

bool holds(const Window &window, Instant instant) {
  return window.from <= instant && (instant < window.to || window.from == window.to);
}

Seconds overlap(const Window &one, const Window &other) {
  return std::max(Seconds(0), Seconds(std::min(one.to, other.to) - std::max(one.from, other.from)));
}

double decayed(const TensionSource &source, Instant end, const Window &window) {
  const double age = Seconds(window.from - end) / Seconds(seconds_per_day);
  if (end >= window.to || age > source.horizon_days)
    return 0;
  return age <= 0 ? 1 : std::exp(-std::numbers::ln2 * age / source.half_life_days);
}

double measure_of(const TensionSource &source, const TensionEvent &event) {
  if (source.measure == TensionMeasure::weight)
    return event.weight;
  const bool expected = source.measure == TensionMeasure::expected;
  const double persons =
      (expected ? event.persons_expected : event.persons_declared).value_or(source.assumed_count);
  const double cars = (expected ? event.cars_expected : event.cars_declared).value_or(0);
  return persons + source.persons_per_car * cars;
}

} // namespace

bool takes(const TensionSource &source, const TensionEvent &event) {
  return source.weight > 0 && source.kind == event.kind && listed(source.fact_sources, event.fact_source)
         && listed(source.categories, event.category);
}

double acting_share(const TensionSource &source, const TensionEvent &event, const Window &window) {
  const Window life{event.from, std::max(event.from, end_of(source, event))};
  if (source.timing == TensionTiming::decay)
    return decayed(source, life.to, window);
  if (window.from == window.to) // a snapshot: there or not
    return holds(life, window.from) ? 1 : 0;
  if (life.from == life.to)
    return source.timing == TensionTiming::share && holds(window, life.from) ? 1 : 0;
  const Seconds whole =
      source.timing == TensionTiming::share ? Seconds(life.to - life.from) : Seconds(window.to - window.from);
  return overlap(life, window) / whole;
}

double mass_in(const TensionSource &source, const TensionEvent &event, const Window &window) {
  if (!takes(source, event))
    return 0;
  const double share = acting_share(source, event, window);
  return share > 0 ? source.weight * measure_of(source, event) * share : 0;
}

Seconds look_back(const TensionSource &source) {
  if (source.timing == TensionTiming::decay)
    return Seconds(source.horizon_days * seconds_per_day);
  return Seconds(source.assumed_hours * 3600);
}

} // namespace cortege::engine
