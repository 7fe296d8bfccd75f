#include "engine/clash/box_tree.hpp"

#include <algorithm>
#include <cmath>

namespace cortege::engine {

void SpaceTimeBox::include(const SpaceTimeBox &other) {
  for (std::size_t axis = 0; axis < 3; ++axis) {
    low[axis] = std::min(low[axis], other.low[axis]);
    high[axis] = std::max(high[axis], other.high[axis]);
  }
}

BoxTree::BoxTree(const std::vector<SpaceTimeBox> &boxes) {
  entries_.reserve(boxes.size());
  for (std::size_t i = 0; i < boxes.size(); ++i)
    entries_.push_back({boxes[i], i});
  tile(0, entries_.size(), 0);
  for (std::size_t first = 0; first < entries_.size(); first += capacity) {
    const std::size_t last = std::min(first + capacity, entries_.size());
    Node leaf{entries_[first].box, static_cast<std::uint32_t>(first),
              static_cast<std::uint32_t>(last - first), true};
    for (std::size_t i = first + 1; i < last; ++i)
      leaf.box.include(entries_[i].box);
    nodes_.push_back(leaf);
  }
  // Each level groups the one before, which is already in tiles.
  for (std::size_t level = 0, end = nodes_.size(); end - level > 1; end = nodes_.size()) {
    for (std::size_t first = level; first < end; first += capacity) {
      const std::size_t last = std::min(first + capacity, end);
      Node parent{nodes_[first].box, static_cast<std::uint32_t>(first),
                  static_cast<std::uint32_t>(last - first), false};
      for (std::size_t i = first + 1; i < last; ++i)
        parent.box.include(nodes_[i].box);
      nodes_.push_back(parent);
    }
    level = end;
  }
}

// Slabs along the first axis are cut into slabs along the next, until each holds what a few leaves can.
void BoxTree::tile(std::size_t first, std::size_t last, std::size_t axis) {
  const auto begin = entries_.begin() + static_cast<std::ptrdiff_t>(first);
  const auto end = entries_.begin() + static_cast<std::ptrdiff_t>(last);
  std::sort(begin, end, [axis](const Entry &a, const Entry &b) {
    return a.box.low[axis] + a.box.high[axis] < b.box.low[axis] + b.box.high[axis];
  });
  if (axis == 2)
    return;
  const double leaves = std::ceil(static_cast<double>(last - first) / capacity);
  const double slabs = std::ceil(std::pow(leaves, 1.0 / static_cast<double>(3 - axis)));
  const auto size = static_cast<std::size_t>(std::ceil(leaves / std::max(1.0, slabs))) * capacity;
  for (std::size_t slab = first; slab < last; slab += size)
    tile(slab, std::min(slab + size, last), axis + 1);
}

} // namespace cortege::engine
