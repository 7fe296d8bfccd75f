#include "server/gate/attempts.hpp"

#include <algorithm>

namespace cortege::gate {
namespace {

constexpr std::chrono::minutes remembered(15);
constexpr std::size_t most_names = 10000; // a flood of invented names does not fill the memory

} // namespace

std::chrono::seconds Attempts::wait(const std::string &name, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  const auto found = records_.find(name);
  if (found == records_.end() || found->second.until <= now)
    return std::chrono::seconds(0);
  return std::chrono::ceil<std::chrono::seconds>(found->second.until - now);
}

void Attempts::failed(const std::string &name, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  forget_old(now);
  Record &record = records_[name];
  record.last = now;
  if (++record.failures <= free_)
    return;
  const int doublings = std::min(record.failures - free_, 16);
  record.until = now + std::min(std::chrono::seconds(1LL << doublings), longest_);
}

void Attempts::succeeded(const std::string &name) {
  const std::lock_guard lock(mutex_);
  records_.erase(name);
}

void Attempts::forget_old(Clock::time_point now) {
  std::erase_if(records_, [&](const auto &entry) { return entry.second.last + remembered < now; });
  if (records_.size() >= most_names)
    records_.erase(
        std::ranges::min_element(records_, {}, [](const auto &entry) { return entry.second.last; }));
}

} // namespace cortege::gate
