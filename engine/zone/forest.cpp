#include "engine/zone/forest.hpp"

#include <algorithm>

namespace cortege::engine {

ContourForest::ContourForest(const std::vector<ContourRing> &rings)
    : faces_(rings.size()), remains_(rings.size(), true) {
  for (std::size_t i = 0; i < rings.size(); ++i) {
    ContourFace &face = faces_[i];
    face.ring = i;
    face.level = rings[i].threshold + (rings[i].rising ? 1 : 0);
    face.area += rings[i].area;
    face.parent = rings[i].parent;
    if (face.parent == ContourFace::outside)
      continue;
    ContourFace &parent = faces_[static_cast<std::size_t>(face.parent)];
    parent.children.push_back(i);
    parent.area -= rings[i].area;
  }
}

std::size_t ContourForest::level_around(std::size_t face) const {
  const std::ptrdiff_t parent = faces_[face].parent;
  return parent == ContourFace::outside ? 0 : faces_[static_cast<std::size_t>(parent)].level;
}

std::vector<std::size_t> ContourForest::inside_out() const {
  std::vector<std::size_t> order;
  order.reserve(faces_.size());
  for (std::size_t i = 0; i < faces_.size(); ++i)
    if (faces_[i].parent == ContourFace::outside)
      order.push_back(i);
  for (std::size_t at = 0; at < order.size(); ++at)
    order.insert(order.end(), faces_[order[at]].children.begin(), faces_[order[at]].children.end());
  std::reverse(order.begin(), order.end());
  return order;
}

// From the inside out, a face has received all it can from its children when its turn comes.
void ContourForest::merge_smaller_than(double area) {
  for (const std::size_t face : inside_out())
    if (remains_[face] && faces_[face].area < area)
      merge(face);
}

void ContourForest::merge(std::size_t face) {
  const std::ptrdiff_t around = faces_[face].parent;
  const std::size_t level = level_around(face);
  const std::vector<std::size_t> children = std::move(faces_[face].children);
  faces_[face].children.clear();
  remains_[face] = false;
  for (const std::size_t child : children)
    faces_[child].parent = around;
  if (around != ContourFace::outside) {
    ContourFace &parent = faces_[static_cast<std::size_t>(around)];
    parent.area += faces_[face].area;
    std::erase(parent.children, face);
    parent.children.insert(parent.children.end(), children.begin(), children.end());
  }
  for (const std::size_t child : children)
    if (remains_[child] && faces_[child].level == level)
      merge(child);
}

} // namespace cortege::engine
