#pragma once

#include "engine/progress.hpp"

#include <algorithm>
#include <cstddef>

namespace cortege::engine {

/// Sorts, asking whether to stop between pieces of some milliseconds. Throws Cancelled.
template <typename Iterator>
void sort_in_steps(Iterator first, Iterator last, const Progress &progress) {
  constexpr std::ptrdiff_t piece = 1 << 14;
  if (last - first <= piece) {
    std::sort(first, last);
    report(progress, 0);
    return;
  }
  const Iterator middle = first + (last - first) / 2;
  sort_in_steps(first, middle, progress);
  sort_in_steps(middle, last, progress);
  std::inplace_merge(first, middle, last);
  report(progress, 0);
}

} // namespace cortege::engine
