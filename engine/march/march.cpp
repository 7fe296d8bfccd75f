#include "engine/march/march.hpp"

#include "engine/error.hpp"
#include "engine/march/walking.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace cortege::engine {

namespace {

std::vector<double> widths_of(const Route &route, const MarchParameters &parameters) {
  const std::vector<double> given =
      parameters.widths.empty() ? std::vector<double>{usual_width} : parameters.widths;
  for (const double width : given)
    if (!(width > 0 && std::isfinite(width)))
      throw Error(fmt::format("A street's width must be a positive number of metres, not {}.", width));
  if (given.size() != 1 && given.size() + 1 != parameters.route.size())
    throw Error(
        fmt::format("{} widths were given for {} segments of route: give one for all or one for each.",
                    given.size(), parameters.route.size() - 1));
  std::vector<double> widths;
  for (std::size_t i = 0; i + 1 < route.line().size(); ++i)
    widths.push_back(given.size() == 1 ? given.front() : given[route.source_vertex(i)]);
  return widths;
}

std::vector<Pause> pauses_of(const Route &route, std::vector<Pause> pauses) {
  for (const Pause &pause : pauses) {
    if (!(pause.chainage >= 0 && pause.chainage <= route.length()))
      throw Error(fmt::format("A pause at {:.0f} m is off the route, which is {:.0f} m long.", pause.chainage,
                              route.length()));
    if (!(pause.duration.count() >= 0 && std::isfinite(pause.duration.count())))
      throw Error("A pause must last zero or a positive number of seconds.");
  }
  std::sort(pauses.begin(), pauses.end(),
            [](const Pause &a, const Pause &b) { return a.chainage < b.chainage; });
  return pauses;
}

} // namespace

March::March(const MarchParameters &parameters)
    : route_(parameters.route), start_(parameters.start), persons_(parameters.persons),
      widths_(widths_of(route_, parameters)), pauses_(pauses_of(route_, parameters.pauses)) {
  if (!(persons_ > 0 && std::isfinite(persons_)))
    throw Error(fmt::format("A march needs a positive number of persons, not {}.", persons_));
  const Walk assumed = walk(parameters.density, parameters.speed);
  density_ = assumed.density;
  speed_ = assumed.speed;
  per_metre_ = density_ * narrowest();
  column_ = persons_ / per_metre_;
}

double March::narrowest() const {
  return *std::min_element(widths_.begin(), widths_.end());
}

double March::widest() const {
  return *std::max_element(widths_.begin(), widths_.end());
}

Instant March::instant(double seconds) const {
  return start_ + std::chrono::round<Instant::duration>(Seconds(seconds));
}

Instant March::head_at(double chainage) const {
  return instant(head_seconds(chainage));
}

Instant March::free_at(double chainage) const {
  return instant(free_seconds(chainage));
}

double March::head_seconds(double chainage) const {
  double seconds = chainage / speed_;
  for (const Pause &pause : pauses_)
    if (pause.chainage < chainage)
      seconds += pause.duration.count();
  return seconds;
}

double March::free_seconds(double chainage) const {
  const double walked = chainage + column_;
  double seconds = walked / speed_;
  for (const Pause &pause : pauses_)
    if (pause.chainage <= walked)
      seconds += pause.duration.count();
  return seconds;
}

std::vector<double> March::breaks() const {
  std::vector<double> found;
  for (const Pause &pause : pauses_)
    found.insert(found.end(), {pause.chainage, pause.chainage - column_});
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

double March::walked(double seconds) const {
  double standing = 0;
  for (const Pause &pause : pauses_) {
    const double reached = pause.chainage / speed_ + standing;
    if (seconds <= reached)
      break;
    standing += std::min(pause.duration.count(), seconds - reached);
  }
  return std::max(0.0, (seconds - standing) * speed_);
}

double March::head(Instant at) const {
  return std::min(route_.length(), walked(seconds(at)));
}

double March::tail(Instant at) const {
  return std::clamp(walked(seconds(at)) - column_, 0.0, route_.length());
}

Line March::occupied(Instant at) const {
  const double from = tail(at);
  const double to = head(at);
  return from < to ? route_.stretch(from, to) : Line{};
}

Crowd March::crowd(Instant at) const {
  if (at < start_)
    return {};
  const double walked_now = walked(seconds(at));
  Crowd crowd;
  crowd.waiting = std::max(0.0, persons_ - per_metre_ * walked_now);
  crowd.arrived = std::clamp(per_metre_ * (walked_now - route_.length()), 0.0, persons_);
  crowd.walking = persons_ - crowd.waiting - crowd.arrived;
  return crowd;
}

} // namespace cortege::engine
