#pragma once

#include "engine/density/density.hpp"

#include <atomic>
#include <chrono>

namespace cortege::engine {

/// Lets long work stop between two of its steps: beat() is cheap, and throws Cancelled once a stop was asked.
class Pulse {
public:
  explicit Pulse(const Progress *progress = nullptr) : progress_(progress) {}

  void beat() const {
    if (stop_.load(std::memory_order_relaxed))
      throw Cancelled();
    if (progress_ && std::chrono::steady_clock::now() >= next_)
      ask();
  }
  void advance(double share) { share_ = share; }
  void stop() { stop_.store(true, std::memory_order_relaxed); }

private:
  void ask() const;

  const Progress *progress_;
  double share_ = 0;
  mutable std::chrono::steady_clock::time_point next_{};
  std::atomic<bool> stop_ = false;
};

/// Whole rows of the grid; `first_row` counts from the top.
struct RowBlock {
  std::int64_t first_row = 0;
  std::int64_t rows = 0;
  std::span<double> values; ///< rows × width, zero at first
};

/// Adds to a block's values. Each thread makes its own, which may keep buffers from one block to the next.
using BlockTask = std::function<void(const RowBlock &block, const Pulse &pulse)>;

/// Computes all rows of the grid in blocks, on several threads, and hands the blocks to the sink in order. A
/// few blocks per thread are in memory at once.
void in_row_blocks(const Grid &grid, int threads, const std::function<BlockTask()> &make_task,
                   const RowSink &sink, const Progress &progress);

} // namespace cortege::engine
