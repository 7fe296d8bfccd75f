#pragma once

#include "engine/march/route.hpp"
#include "engine/time.hpp"

#include <optional>
#include <span>
#include <vector>

namespace cortege::engine {

/// The whole column stands while its head is at a place.
struct Pause {
  double chainage = 0; ///< metres from the start, in [0, route's length]
  Seconds duration{0}; ///< >= 0
};

/// A march as declared, and what is assumed of it. Assumptions are tried out by the person asking; they
/// belong to no record of the event.
struct MarchParameters {
  Line route;
  Instant start;
  double persons = 0; ///< > 0; the caller says which count this is (expected or declared)
  /// Metres of street open to the march, > 0: one for all, one for each segment of the route, or none.
  std::vector<double> widths;
  std::optional<double> density; ///< persons/m² where the street is narrowest
  std::optional<double> speed;   ///< m/s
  std::vector<Pause> pauses;
};

constexpr double usual_width = 10; ///< metres, taken when no width is given

/// Where everybody is.
struct Crowd {
  double waiting = 0; ///< at the departure, not yet walking
  double walking = 0;
  double arrived = 0; ///< and gone: who arrives is taken to leave at once
};

/// A column that moves along its route as one body.
///
/// N persons on a street of width w at density ρ make a column of L = N/(ρ·w) metres. The head leaves at the
/// start time and walks at speed v; the tail follows L behind; pauses stop all. Where the street is wider
/// than at its narrowest, people spread out: the column keeps its length, its density falls. Weidmann (1993)
/// for speed and density, see walking.hpp.
class March {
public:
  /// Throws Error when the route is not one, a number is not positive and finite, widths are neither one nor
  /// one for each segment, a pause is off the route, or density and speed cannot be together.
  explicit March(const MarchParameters &parameters);

  [[nodiscard]] const Route &route() const { return route_; }
  [[nodiscard]] double persons() const { return persons_; }
  [[nodiscard]] double density() const { return density_; }             ///< persons/m² at the narrowest
  [[nodiscard]] double speed() const { return speed_; }                 ///< m/s
  [[nodiscard]] double column_length() const { return column_; }        ///< metres, L
  [[nodiscard]] double persons_per_metre() const { return per_metre_; } ///< of column
  [[nodiscard]] double flow() const { return per_metre_ * speed_; }     ///< persons/s past a point
  /// Past a point, without pauses.
  [[nodiscard]] Seconds passage_time() const { return Seconds(column_ / speed_); }
  /// Of a segment of route(), in metres.
  [[nodiscard]] double width(std::size_t segment) const { return widths_[segment]; }
  [[nodiscard]] double narrowest() const;
  [[nodiscard]] double widest() const;

  [[nodiscard]] Instant start() const { return start_; }
  [[nodiscard]] Instant head_at(double chainage) const; ///< when the head reaches it
  [[nodiscard]] Instant free_at(double chainage) const; ///< when the tail has left it
  [[nodiscard]] Instant clear() const { return free_at(route_.length()); }

  /// Chainage; 0 before the start, the route's length once arrived.
  [[nodiscard]] double head(Instant at) const;
  [[nodiscard]] double tail(Instant at) const;   ///< chainage, <= head
  [[nodiscard]] Line occupied(Instant at) const; ///< empty when nobody walks
  [[nodiscard]] Crowd crowd(Instant at) const;   ///< nobody before the start

  /// Seconds after the start; linear between the chainages of breaks(), upstream of the departure too.
  [[nodiscard]] double head_seconds(double chainage) const;
  [[nodiscard]] double free_seconds(double chainage) const;
  /// Chainages at which occupation jumps because of a pause, ordered; some may be off the route.
  [[nodiscard]] std::vector<double> breaks() const;
  /// Metres walked since the start, pauses out; beyond the route's length once the head has arrived.
  [[nodiscard]] double walked(double seconds) const;

private:
  [[nodiscard]] Instant instant(double seconds) const;
  [[nodiscard]] double seconds(Instant at) const { return Seconds(at - start_).count(); }

  Route route_;
  Instant start_;
  double persons_;
  std::vector<double> widths_;
  double density_ = 0;
  double speed_ = 0;
  double per_metre_ = 0;
  double column_ = 0;
  std::vector<Pause> pauses_; ///< by chainage
};

} // namespace cortege::engine
