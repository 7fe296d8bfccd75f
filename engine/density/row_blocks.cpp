#include "engine/density/row_blocks.hpp"

#include "engine/column.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

namespace cortege::engine {

namespace {

using namespace std::chrono_literals;

// Half a megabyte: the block stays in the second cache while points are added.
constexpr std::int64_t cells_in_a_block = 1 << 16;

// Blocks under way: workers take them in order and put them back done, the caller takes them out in order.
class Blocks {
public:
  Blocks(const Grid &grid, int workers, const std::function<BlockTask()> &make_task)
      : grid_(grid), make_task_(make_task),
        rows_(std::clamp<std::int64_t>(cells_in_a_block / grid.width, 1, 64)),
        count_((grid.height + rows_ - 1) / rows_), window_(std::int64_t{2} * workers) {}

  [[nodiscard]] std::int64_t count() const { return count_; }
  [[nodiscard]] std::int64_t first_row(std::int64_t block) const { return block * rows_; }
  [[nodiscard]] std::int64_t rows(std::int64_t block) const {
    return std::min(rows_, grid_.height - first_row(block));
  }

  void compute(const BlockTask &task, std::int64_t block, Column<double> &values, Pulse &pulse) const {
    pulse.advance(static_cast<double>(first_row(block)) / static_cast<double>(grid_.height));
    pulse.beat();
    values.assign(static_cast<std::size_t>(rows(block) * grid_.width), 0.0);
    task({first_row(block), rows(block), values}, pulse);
  }

  void work(Pulse &pulse) {
    try {
      const BlockTask task = make_task_();
      Column<double> values;
      for (std::int64_t block = take(values); block >= 0; block = take(values)) {
        compute(task, block, values, pulse);
        give(block, std::move(values));
      }
    } catch (...) {
      fail(std::current_exception());
    }
  }

  // False when the block is not ready after 20 ms: the caller then looks after the progress.
  bool next(std::int64_t block, Column<double> &values) {
    std::unique_lock lock(mutex_);
    const bool ready = changed_.wait_for(lock, 20ms, [&] { return failure_ || done_.contains(block); });
    if (failure_)
      std::rethrow_exception(failure_);
    if (ready) {
      values.swap(done_[block]);
      done_.erase(block);
    }
    return ready;
  }

  void delivered(Column<double> &&values) {
    const std::scoped_lock lock(mutex_);
    spare_.push_back(std::move(values));
    ++delivered_;
    changed_.notify_all();
  }

  void fail(std::exception_ptr failure) {
    const std::scoped_lock lock(mutex_);
    if (!failure_)
      failure_ = std::move(failure);
    changed_.notify_all();
  }

private:
  std::int64_t take(Column<double> &values) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return failure_ || taken_ == count_ || taken_ < delivered_ + window_; });
    if (failure_ || taken_ == count_)
      return -1;
    if (!spare_.empty()) {
      values = std::move(spare_.back());
      spare_.pop_back();
    }
    return taken_++;
  }

  void give(std::int64_t block, Column<double> &&values) {
    const std::scoped_lock lock(mutex_);
    done_[block] = std::move(values);
    changed_.notify_all();
  }

  const Grid &grid_;
  const std::function<BlockTask()> &make_task_;
  std::int64_t rows_;
  std::int64_t count_;
  std::int64_t window_;
  std::int64_t taken_ = 0;
  std::int64_t delivered_ = 0;
  std::map<std::int64_t, Column<double>> done_;
  std::vector<Column<double>> spare_;
  std::exception_ptr failure_;
  std::mutex mutex_;
  std::condition_variable changed_;
};

// Joins whatever happens, after telling the workers to stop when the caller leaves early.
class Workers {
public:
  Workers(Blocks &blocks, int count) : blocks_(blocks) {
    for (int i = 0; i < count; ++i)
      threads_.emplace_back([this] { blocks_.work(pulse_); });
  }
  ~Workers() {
    pulse_.stop();
    blocks_.fail(std::make_exception_ptr(Cancelled()));
    for (std::thread &thread : threads_)
      thread.join();
  }
  Workers(const Workers &) = delete;
  Workers &operator=(const Workers &) = delete;

private:
  Blocks &blocks_;
  Pulse pulse_;
  std::vector<std::thread> threads_;
};

} // namespace

void Pulse::ask() const {
  report(*progress_, share_);
  next_ = std::chrono::steady_clock::now() + 10ms;
}

void in_row_blocks(const Grid &grid, int threads, const std::function<BlockTask()> &make_task,
                   const RowSink &sink, const Progress &progress) {
  const int available = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  const int workers = threads == 0 ? available : threads;
  Blocks blocks(grid, workers, make_task);
  Column<double> values;
  if (workers == 1) {
    const BlockTask task = make_task();
    Pulse pulse(progress ? &progress : nullptr);
    for (std::int64_t block = 0; block < blocks.count(); ++block) {
      blocks.compute(task, block, values, pulse);
      sink(blocks.first_row(block), blocks.rows(block), values);
    }
  } else {
    const Workers running(blocks, workers);
    for (std::int64_t block = 0; block < blocks.count(); ++block) {
      const double share = static_cast<double>(block) / static_cast<double>(blocks.count());
      report(progress, share);
      while (!blocks.next(block, values))
        report(progress, share);
      sink(blocks.first_row(block), blocks.rows(block), values);
      blocks.delivered(std::move(values));
    }
  }
  report(progress, 1);
}

} // namespace cortege::engine
