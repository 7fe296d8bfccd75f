#pragma once

#include "plugin/line.hpp"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <thread>

namespace cortege::plugin {

/// One thread with one connection, so that nothing the interface does ever waits for the server. Jobs run in
/// order; their outcome comes back in the receiver's thread, or nowhere when the receiver is gone.
class Worker {
public:
  /// Opens a connection, or gives it up when asked to stop.
  using Open = std::function<pg::Connection(const std::atomic<bool> &stop)>;
  explicit Worker(Open open);
  /// Abandons what runs and what waits. Does not wait for the thread, which ends in a moment.
  ~Worker();
  Worker(const Worker &) = delete;
  Worker &operator=(const Worker &) = delete;

  /// Waits for the threads of all workers that are gone: before the plugin's code goes.
  static void farewell();

  template <typename Result>
  void run(QObject *receiver, std::function<Result(Line &)> job, std::function<void(const Result &)> done,
           std::function<void(const pg::Error &)> failed) {
    QPointer<QObject> guard(receiver);
    push(
        [guard, job, done](Line &line) -> Outcome {
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
  /// What the interface and the thread share; the last of the two to go takes it away.
  struct Desk;
  struct Departed;

  void push(std::function<Outcome(Line &)> work, QPointer<QObject> receiver,
            std::function<void(const pg::Error &)> failed);
  static void loop(Desk &desk);
  static Outcome perform(Desk &desk, Job &job);

  std::shared_ptr<Desk> desk_;
  std::thread thread_;
};

} // namespace cortege::plugin
