#include "engine/clash/box_tree.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace cortege::engine {
namespace {

TEST(BoxTree, FindsExactlyWhatABoxMeets) {
  std::mt19937 random(2);
  std::uniform_real_distribution<double> low(0, 100);
  std::uniform_real_distribution<double> size(0, 12);
  const auto box = [&] {
    SpaceTimeBox made;
    for (std::size_t axis = 0; axis < 3; ++axis) {
      made.low[axis] = low(random);
      made.high[axis] = made.low[axis] + size(random);
    }
    return made;
  };
  for (const std::size_t count : {0U, 1U, 15U, 16U, 17U, 300U, 5000U}) {
    std::vector<SpaceTimeBox> boxes(count);
    std::generate(boxes.begin(), boxes.end(), box);
    const BoxTree tree(boxes);
    for (int i = 0; i < 20; ++i) {
      const SpaceTimeBox asked = box();
      std::vector<std::size_t> found;
      tree.query(asked, [&found](std::size_t index) { found.push_back(index); });
      std::sort(found.begin(), found.end());
      std::vector<std::size_t> truth;
      for (std::size_t j = 0; j < count; ++j)
        if (boxes[j].meets(asked))
          truth.push_back(j);
      EXPECT_EQ(found, truth);
    }
  }
}

} // namespace
} // namespace cortege::engine
