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

/// Adds one row's values to `values`, zero before; `row` counts from the top of the grid. Called by several
/// threads.
using RowTask = std::function<void(std::int64_t row, std::span<double> values, const Pulse &pulse)>;

/// Computes all rows of the grid in blocks, on several threads, and hands the blocks to the sink in order. A
/// few blocks per thread are in memory at once.
void in_row_blocks(const Grid &grid, int threads, const RowTask &task, const RowSink &sink,
                   const Progress &progress);

} // namespace cortege::engine
