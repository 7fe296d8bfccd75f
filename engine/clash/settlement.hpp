#pragma once

#include "engine/clash/clash.hpp"

#include <optional>
#include <span>

namespace cortege::engine {

/// Pieces of two events that may meet.
struct PiecePair {
  OccupiedPiece first;
  OccupiedPiece second;
};

/// Where, when and how long two events clash, from all pairs of their pieces that may meet; none when they do
/// not. The events' indices are left to the caller.
std::optional<Clash> settle(std::span<const PiecePair> pairs, const ClashParameters &parameters);

/// The parts of a piece that lie inside a polygon.
std::vector<OccupiedPiece> parts_inside(const OccupiedPiece &piece, const Polygon &polygon);

} // namespace cortege::engine
