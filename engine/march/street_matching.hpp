#pragma once

#include "engine/march/route.hpp"

#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace cortege::engine {

/// Which streets a route follows and which it crosses, in pieces of 5 m: it follows, at each place, the
/// nearest street within the tolerance that runs within 30° of its own direction; all others in reach are
/// crossed.
class StreetMatching {
public:
  static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

  /// A stretch of route along or across one street.
  struct Contact {
    std::size_t street = 0;
    bool followed = false;
    double from = 0; ///< chainages
    double to = 0;
  };

  /// Throws Error when the tolerance is not a positive number of metres.
  StreetMatching(const Route &route, std::span<const Line> streets, double tolerance);

  /// In the order of the route; a street met again comes again.
  [[nodiscard]] std::vector<Contact> contacts() const;

  /// The narrowest known width of the streets that each segment of the route follows for 20 m or half of it,
  /// whichever is less; nothing where none is known. One width for each street.
  [[nodiscard]] std::vector<std::optional<double>>
  narrowest(std::span<const std::optional<double>> widths) const;

private:
  struct Piece {
    std::size_t segment;
    double from;
    double to;
    Point middle;
    Point direction;
  };
  /// A run of pieces within reach of one street.
  struct Run {
    std::size_t street;
    std::size_t first;
    std::size_t last;
  };

  void cut(const Route &route);
  void meet(std::size_t street, const Line &line, const Box &box, double tolerance,
            std::vector<double> &nearest);

  std::size_t segments_ = 0;
  std::vector<Piece> pieces_;
  std::vector<std::size_t> followed_; ///< the street each piece follows
  std::vector<Run> runs_;
};

} // namespace cortege::engine
