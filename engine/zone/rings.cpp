#include "engine/zone/rings.hpp"

#include "engine/measure.hpp"
#include "engine/zone/lattice.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace cortege::engine {

namespace {

/// A piece of contour across a square of four nodes, from edge to edge, the higher ground on its left.
struct Chord {
  std::int64_t from;
  std::int64_t to;
  bool operator<(const Chord &other) const { return from < other.from; }
};

// A chord starts where the square's boundary, walked counter-clockwise, leaves the higher ground, and ends
// where the boundary next comes back to it; in a saddle whose high corners are apart, where it came from.
void add_chords(const ContourLattice &lattice, std::int64_t north_west,
                std::vector<std::vector<Chord>> &chords) {
  const std::int64_t south_west = north_west + lattice.width();
  const std::array<std::int64_t, 4> corners{north_west, south_west, south_west + 1, north_west + 1};
  const std::array<std::int64_t, 4> edges{2 * north_west + 1, 2 * south_west, 2 * (north_west + 1) + 1,
                                          2 * north_west};
  const auto reached = [&](std::size_t corner) { return lattice.reached(corners[corner % 4]); };
  const auto [lowest, highest] = std::minmax({reached(0), reached(1), reached(2), reached(3)});
  for (std::uint32_t threshold = lowest; threshold < highest; ++threshold) {
    const auto above = [&](std::size_t corner) { return reached(corner) > threshold; };
    const bool saddle = above(0) == above(2) && above(1) == above(3);
    for (std::size_t corner = 0; corner < 4; ++corner) {
      if (!above(corner) || above(corner + 1))
        continue;
      std::size_t back = corner + 1;
      while (!above(back + 1))
        ++back;
      if (saddle
          && !lattice.saddle_joined({corners[corner], corners[(corner + 1) % 4], corners[(corner + 2) % 4],
                                     corners[(corner + 3) % 4]},
                                    threshold))
        back = corner + 3;
      chords[threshold].push_back({edges[corner], edges[back % 4]});
    }
  }
}

/// Where a ring crosses a row of nodes.
struct RowCrossing {
  std::int64_t edge;
  double along;
  std::size_t ring;
  bool operator<(const RowCrossing &other) const {
    return std::tie(edge, along) < std::tie(other.edge, other.along);
  }
};

/// Links chords into rings: every crossing is the start of one chord and the end of another.
class Tracer {
public:
  explicit Tracer(const ContourLattice &lattice) : lattice_(lattice) {}

  void trace(std::vector<Chord> chords, std::size_t threshold) {
    std::sort(chords.begin(), chords.end());
    std::vector<bool> done(chords.size(), false);
    for (std::size_t start = 0; start < chords.size(); ++start) {
      if (done[start])
        continue;
      ContourRing ring;
      ring.threshold = threshold;
      for (std::size_t at = start; !done[at];) {
        done[at] = true;
        add(chords[at].from, ring);
        at = static_cast<std::size_t>(std::lower_bound(chords.begin(), chords.end(), Chord{chords[at].to, 0})
                                      - chords.begin());
      }
      ring.points.push_back(ring.points.front());
      const double area = signed_area(ring.points);
      ring.rising = area > 0;
      ring.area = std::abs(area);
      rings_.push_back(std::move(ring));
    }
  }

  // Along a row of nodes the rings around a place are a stack, since no two of them cross; every ring
  // encloses a node and so crosses some row.
  std::vector<ContourRing> nested() {
    std::sort(crossings_.begin(), crossings_.end());
    std::vector<std::size_t> around;
    std::vector<bool> placed(rings_.size(), false);
    for (const RowCrossing &crossing : crossings_) {
      if (!around.empty() && around.back() == crossing.ring) {
        around.pop_back();
        continue;
      }
      if (!placed[crossing.ring] && !around.empty())
        rings_[crossing.ring].parent = static_cast<std::ptrdiff_t>(around.back());
      placed[crossing.ring] = true;
      around.push_back(crossing.ring);
    }
    return std::move(rings_);
  }

private:
  void add(std::int64_t edge, ContourRing &ring) {
    ring.points.push_back(lattice_.position(edge, ring.threshold));
    if (edge % 2 == 0)
      crossings_.push_back({edge, lattice_.crossing(edge, ring.threshold), rings_.size()});
  }

  const ContourLattice &lattice_;
  std::vector<ContourRing> rings_;
  std::vector<RowCrossing> crossings_;
};

} // namespace

std::vector<ContourRing> contour_rings(const Grid &grid, std::span<const float> values,
                                       std::span<const double> thresholds, const Progress &progress) {
  const ContourLattice lattice(grid, values, thresholds);
  std::vector<std::vector<Chord>> chords(thresholds.size());
  for (std::int64_t row = 0; row + 1 < lattice.height(); ++row) {
    for (std::int64_t column = 0; column + 1 < lattice.width(); ++column)
      add_chords(lattice, row * lattice.width() + column, chords);
    report(progress, static_cast<double>(row) / static_cast<double>(lattice.height()));
  }
  Tracer tracer(lattice);
  for (std::size_t threshold = 0; threshold < thresholds.size(); ++threshold) {
    tracer.trace(std::move(chords[threshold]), threshold);
    report(progress, 1);
  }
  return tracer.nested();
}

} // namespace cortege::engine
