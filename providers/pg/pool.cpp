#include "providers/pg/pool.hpp"

#include "providers/pg/wait.hpp"

#include <utility>

namespace cortege::pg {
namespace {

// Each process of a map server has one pool for each of our modules: what fifty people leave idle must not
// use up the database's connections.
constexpr std::size_t kept_in_all = 12;

// Nothing is due to an idle connection. What waits on its socket is the server's farewell (restart,
// revocation) or the end of file behind it.
bool still_open(const Connection &connection) {
  return connection.idle() && !wait_readable(connection.raw(), std::chrono::milliseconds(0));
}

} // namespace

Pool::Lease::Lease(Pool &pool, std::string key, std::unique_ptr<Connection> connection)
    : pool_(&pool), key_(std::move(key)), connection_(std::move(connection)),
      generation_(pool.generation_of(key_)) {}

Pool::Lease::~Lease() {
  if (connection_)
    pool_->give_back(key_, std::move(connection_), generation_);
}

Pool::Pool(std::chrono::seconds idle_limit, std::size_t kept_per_key)
    : idle_limit_(idle_limit), kept_per_key_(kept_per_key) {}

Pool::Lease Pool::take(const std::string &key, const Open &open) {
  evict();
  while (auto connection = pop(key))
    if (still_open(*connection))
      return Lease(*this, key, std::move(connection));
  return Lease(*this, key, std::make_unique<Connection>(open(key)));
}

std::unique_ptr<Connection> Pool::pop(const std::string &key) {
  const std::lock_guard lock(mutex_);
  const auto found = idle_.find(key);
  if (found == idle_.end() || found->second.empty())
    return nullptr;
  auto connection = std::move(found->second.back().connection);
  found->second.pop_back();
  return connection;
}

void Pool::give_back(const std::string &key, std::unique_ptr<Connection> connection,
                     std::uint64_t generation) {
  evict();
  connection->heed({});
  if (!connection->idle())
    return;
  const std::lock_guard lock(mutex_);
  const auto own = generations_.find(key);
  if (generation != all_generation_ + (own == generations_.end() ? 0 : own->second))
    return;
  auto &kept = idle_[key];
  if (kept.size() < kept_per_key_)
    kept.push_back({std::move(connection), Clock::now()});
}

std::uint64_t Pool::generation_of(const std::string &key) const {
  const std::lock_guard lock(mutex_);
  const auto own = generations_.find(key);
  return all_generation_ + (own == generations_.end() ? 0 : own->second);
}

void Pool::close(const std::string &key) {
  std::vector<Idle> closing;
  const std::lock_guard lock(mutex_);
  ++generations_[key];
  closing.swap(idle_[key]);
}

void Pool::close_all() {
  std::map<std::string, std::vector<Idle>> closing;
  const std::lock_guard lock(mutex_);
  ++all_generation_;
  closing.swap(idle_);
}

std::vector<std::unique_ptr<Connection>> Pool::expired_locked() {
  std::vector<std::unique_ptr<Connection>> expired;
  const auto limit = Clock::now() - idle_limit_;
  for (auto &[key, kept] : idle_)
    for (auto entry = kept.begin(); entry != kept.end();) {
      if (entry->since > limit) {
        ++entry;
        continue;
      }
      expired.push_back(std::move(entry->connection));
      entry = kept.erase(entry);
    }
  std::size_t total = 0;
  for (const auto &[key, kept] : idle_)
    total += kept.size();
  for (; total > kept_in_all; --total) {
    std::vector<Idle> *oldest = nullptr;
    for (auto &[key, kept] : idle_)
      if (!kept.empty() && (oldest == nullptr || kept.front().since < oldest->front().since))
        oldest = &kept;
    expired.push_back(std::move(oldest->front().connection));
    oldest->erase(oldest->begin());
  }
  return expired;
}

void Pool::evict() {
  std::vector<std::unique_ptr<Connection>> expired; // closed outside the lock
  {
    const std::lock_guard lock(mutex_);
    expired = expired_locked();
  }
}

std::size_t Pool::idle() const {
  const std::lock_guard lock(mutex_);
  std::size_t count = 0;
  for (const auto &[key, kept] : idle_)
    count += kept.size();
  return count;
}

} // namespace cortege::pg
