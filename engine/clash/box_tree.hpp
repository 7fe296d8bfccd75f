#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace cortege::engine {

/// Bounds in space (metres) and time (seconds).
struct SpaceTimeBox {
  std::array<double, 3> low{};
  std::array<double, 3> high{};

  [[nodiscard]] bool meets(const SpaceTimeBox &other) const {
    return low[0] <= other.high[0] && other.low[0] <= high[0] && low[1] <= other.high[1]
           && other.low[1] <= high[1] && low[2] <= other.high[2] && other.low[2] <= high[2];
  }
  void include(const SpaceTimeBox &other);
};

/// A packed R-tree over boxes in space and time: sort-tile-recursive (Leutenegger, Lopez and Edgington 1997).
/// Built once, read by any number of threads.
class BoxTree {
public:
  explicit BoxTree(const std::vector<SpaceTimeBox> &boxes);

  /// Calls `visit(index)` for every box that meets `box`.
  template <typename Visit>
  void query(const SpaceTimeBox &box, const Visit &visit) const {
    std::vector<std::size_t> open;
    if (!nodes_.empty())
      open.push_back(nodes_.size() - 1);
    while (!open.empty()) {
      const Node &node = nodes_[open.back()];
      open.pop_back();
      if (!node.box.meets(box))
        continue;
      for (std::uint32_t child = node.first; child < node.first + node.count; ++child)
        if (!node.leaf)
          open.push_back(child);
        else if (entries_[child].box.meets(box))
          visit(entries_[child].index);
    }
  }

private:
  static constexpr std::size_t capacity = 16;

  struct Entry {
    SpaceTimeBox box;
    std::size_t index;
  };
  struct Node {
    SpaceTimeBox box;
    std::uint32_t first; ///< entry of a leaf, node otherwise
    std::uint32_t count;
    bool leaf;
  };

  void tile(std::size_t first, std::size_t last, std::size_t axis);

  std::vector<Entry> entries_;
  std::vector<Node> nodes_; ///< the root is the last
};

} // namespace cortege::engine
