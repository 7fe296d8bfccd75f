#pragma once

#include "providers/pg/connection.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace cortege::pg {

/// Open connections kept for reuse, never shared between two keys. A key names the person and the place, so
/// one person's session can never serve another. Thread-safe.
class Pool {
public:
  using Open = std::function<Connection(const std::string &key)>;
  using Clock = std::chrono::steady_clock;

  /// A connection on loan; it goes back when the lease ends, if it is alive and outside any transaction.
  class Lease {
  public:
    Lease(Pool &pool, std::string key, std::unique_ptr<Connection> connection);
    Lease(Lease &&) noexcept = default;
    Lease &operator=(Lease &&) = delete;
    Lease(const Lease &) = delete;
    Lease &operator=(const Lease &) = delete;
    ~Lease();
    Connection &operator*() const { return *connection_; }
    Connection *operator->() const { return connection_.get(); }
    /// Closes the connection instead of giving it back.
    void discard() { connection_.reset(); }

  private:
    Pool *pool_;
    std::string key_;
    std::unique_ptr<Connection> connection_;
    std::uint64_t generation_ = 0;
  };

  explicit Pool(std::chrono::seconds idle_limit = std::chrono::seconds(60), std::size_t kept_per_key = 8);

  /// An idle connection of this key that still answers, else the one that open() makes.
  Lease take(const std::string &key, const Open &open);
  /// Closes the key's idle connections; those on loan are closed when they come back. For revocations.
  void close(const std::string &key);
  void close_all();
  /// Closes what has been idle longer than the limit. take() and every return do it too.
  void evict();
  std::size_t idle() const;

private:
  struct Idle {
    std::unique_ptr<Connection> connection;
    Clock::time_point since;
  };
  std::unique_ptr<Connection> pop(const std::string &key);
  void give_back(const std::string &key, std::unique_ptr<Connection> connection, std::uint64_t generation);
  std::uint64_t generation_of(const std::string &key) const;
  std::vector<std::unique_ptr<Connection>> expired_locked();

  const std::chrono::seconds idle_limit_;
  const std::size_t kept_per_key_;
  mutable std::mutex mutex_;
  std::map<std::string, std::vector<Idle>> idle_;
  std::map<std::string, std::uint64_t> generations_;
  std::uint64_t all_generation_ = 0;
};

} // namespace cortege::pg
