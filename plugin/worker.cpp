#include "plugin/worker.hpp"

#include <QMetaObject>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <vector>

namespace cortege::plugin {

struct Worker::Desk {
  Open open;
  std::optional<Line> line; ///< the thread's alone
  std::mutex mutex;
  std::condition_variable wake;
  std::deque<Job> jobs;
  std::atomic<bool> stop{false};
  bool closing = false;
  std::unique_ptr<QObject> courier; ///< lives in the interface thread and carries outcomes to it
  std::atomic<bool> ended{false};
};

// Threads whose workers are gone and which may still be ending.
struct Worker::Departed {
  std::mutex mutex;
  std::vector<std::pair<std::shared_ptr<Desk>, std::thread>> threads;

  static Departed &all() {
    static auto &departed = *new Departed; // never destroyed: a thread may outlive the program's end
    return departed;
  }
};

Worker::Worker(Open open) : desk_(std::make_shared<Desk>()) {
  desk_->open = std::move(open);
  desk_->courier = std::make_unique<QObject>();
  thread_ = std::thread([desk = desk_] {
    loop(*desk);
    desk->line.reset();
    desk->ended = true;
  });
}

Worker::~Worker() {
  {
    const std::lock_guard lock(desk_->mutex);
    desk_->closing = true;
    desk_->stop = true;
    desk_->jobs.clear();
    desk_->courier.reset();
  }
  desk_->wake.notify_all();
  auto &[mutex, threads] = Departed::all();
  const std::lock_guard lock(mutex);
  threads.emplace_back(std::move(desk_), std::move(thread_));
  std::erase_if(threads, [](auto &departed) {
    if (!departed.first->ended)
      return false;
    departed.second.join();
    return true;
  });
}

void Worker::farewell() {
  auto &[mutex, threads] = Departed::all();
  const std::lock_guard lock(mutex);
  for (auto &[desk, thread] : threads)
    thread.join();
  threads.clear();
}

void Worker::supersede() {
  const std::lock_guard lock(desk_->mutex);
  desk_->jobs.clear();
  desk_->stop = true;
}

void Worker::push(std::function<Outcome(Line &)> work, QPointer<QObject> receiver,
                  std::function<void(const pg::Error &)> failed) {
  {
    const std::lock_guard lock(desk_->mutex);
    desk_->jobs.push_back({std::move(work), std::move(receiver), std::move(failed)});
  }
  desk_->wake.notify_all();
}

void Worker::loop(Desk &desk) {
  for (;;) {
    Job job;
    {
      std::unique_lock lock(desk.mutex);
      desk.wake.wait(lock, [&desk] { return desk.closing || !desk.jobs.empty(); });
      if (desk.closing)
        return;
      job = std::move(desk.jobs.front());
      desk.jobs.pop_front();
      desk.stop = false;
    }
    Outcome outcome = perform(desk, job);
    const std::lock_guard lock(desk.mutex);
    if (desk.courier)
      QMetaObject::invokeMethod(desk.courier.get(), std::move(outcome), Qt::QueuedConnection);
  }
}

Worker::Outcome Worker::perform(Desk &desk, Job &job) {
  const auto told = [&job](const pg::Error &error, bool abandoned) -> Outcome {
    return [error, abandoned, receiver = job.receiver, failed = std::move(job.failed)] {
      if (!abandoned && receiver && failed)
        failed(error);
    };
  };
  Outcome outcome;
  try {
    if (!desk.line || !desk.line->usable())
      desk.line.emplace(desk.open(desk.stop), desk.stop);
    outcome = job.work(*desk.line);
  } catch (const pg::Error &error) {
    outcome = told(error, desk.stop);
  } catch (const std::exception &error) {
    outcome = told(pg::Error(error.what()), dynamic_cast<const Abandoned *>(&error) != nullptr);
  }
  if (desk.line && !desk.line->usable())
    desk.line.reset();
  return outcome;
}

} // namespace cortege::plugin
