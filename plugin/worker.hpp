#pragma once

#include "plugin/line.hpp"

#include <QObject>
#include <QPointer>
#include <QString>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace cortege::plugin {

/// One thread with one connection, so that nothing the interface does ever waits for the server. Jobs run in
/// order; their outcome comes back in the receiver's thread, or nowhere when the receiver is gone.
class Worker {
public:
  /// Opens a connection, or gives it up when asked to stop.
  using Open = std::function<pg::Connection(const std::atomic<bool> &stop)>;
  explicit Worker(Open open);
  /// Abandons what runs and what waits.
  ~Worker();
  Worker(const Worker &) = delete;
  Worker &operator=(const Worker &) = delete;

  template <typename Result>
  void run(QObject *receiver, std::function<Result(Line &)> job, std::function<void(const Result &)> done,
           std::function<void(const pg::Error &)> failed) {
    QPointer<QObject> guard(receiver);
    push(
        [guard, job, done, failed](Line &line) -> Outcome {
          auto result = std::make_shared<Result>(job(line));
          return [guard, done, result] {
            if (guard)
              done(*result);
          };
        },
        guard, std::move(failed));
  }

  /// Drops the jobs that have not begun and abandons the one that runs: only what is asked next counts.
  void supersede();

private:
  using Outcome = std::function<void()>;
  struct Job {
    std::function<Outcome(Line &)> work;
    QPointer<QObject> receiver;
    std::function<void(const pg::Error &)> failed;
  };
  void push(std::function<Outcome(Line &)> work, QPointer<QObject> receiver,
            std::function<void(const pg::Error &)> failed);
  void loop();
  void perform(Job &job);

  Open open_;
  std::optional<Line> line_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> jobs_;
  std::atomic<bool> stop_{false};
  bool closing_ = false;
  std::unique_ptr<QObject> courier_; ///< lives in the interface thread and carries outcomes to it
  std::thread thread_;
};

} // namespace cortege::plugin
