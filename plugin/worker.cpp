#include "plugin/worker.hpp"

#include <QMetaObject>

namespace cortege::plugin {

Worker::Worker(Open open) : open_(std::move(open)), courier_(std::make_unique<QObject>()) {
  thread_ = std::thread([this] { loop(); });
}

Worker::~Worker() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
    stop_ = true;
    jobs_.clear();
  }
  wake_.notify_all();
  thread_.join();
}

void Worker::supersede() {
  const std::lock_guard lock(mutex_);
  jobs_.clear();
  stop_ = true;
}

void Worker::push(std::function<Outcome(Line &)> work, QPointer<QObject> receiver,
                  std::function<void(const pg::Error &)> failed) {
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back({std::move(work), std::move(receiver), std::move(failed)});
  }
  wake_.notify_all();
}

void Worker::loop() {
  for (;;) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return closing_ || !jobs_.empty(); });
      if (closing_)
        return;
      job = std::move(jobs_.front());
      jobs_.pop_front();
      stop_ = false;
    }
    perform(job);
  }
}

void Worker::perform(Job &job) {
  Outcome outcome;
  try {
    if (!line_ || !line_->usable())
      line_.emplace(open_(stop_), stop_);
    outcome = job.work(*line_);
  } catch (const pg::Error &error) {
    outcome = [error, receiver = job.receiver, failed = std::move(job.failed), abandoned = stop_.load()] {
      if (!abandoned && receiver && failed)
        failed(error);
    };
  } catch (const std::exception &error) {
    outcome = [error = pg::Error(error.what()), receiver = job.receiver, failed = std::move(job.failed),
               abandoned = dynamic_cast<const Abandoned *>(&error) != nullptr] {
      if (!abandoned && receiver && failed)
        failed(error);
    };
  }
  if (line_ && !line_->usable())
    line_.reset();
  QMetaObject::invokeMethod(courier_.get(), std::move(outcome), Qt::QueuedConnection);
}

} // namespace cortege::plugin
