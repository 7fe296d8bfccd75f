#include "providers/qgis/versions.hpp"

namespace cortege::qgis {

void Versions::read(QgsFeatureId id, qint64 version, ReadFor reader) {
  const std::lock_guard lock(mutex_);
  const auto found = shown_.find(id);
  if (found != shown_.end()) {
    if (reader == ReadFor::person)
      found->second = version;
  } else if (shown_.size() < most_shown) {
    shown_.emplace(id, version);
  }
}

bool Versions::edit_begins(QgsFeatureId id) {
  const std::lock_guard lock(mutex_);
  const auto shown = shown_.find(id);
  if (shown != shown_.end())
    bases_.try_emplace(id, shown->second);
  return bases_.contains(id);
}

void Versions::set_base(QgsFeatureId id, qint64 version) {
  const std::lock_guard lock(mutex_);
  bases_.insert_or_assign(id, version);
}

std::optional<qint64> Versions::base(QgsFeatureId id) const {
  const std::lock_guard lock(mutex_);
  if (locked_.contains(id))
    return std::nullopt;
  for (const auto *known : {&bases_, &shown_})
    if (const auto found = known->find(id); found != known->end())
      return found->second;
  return std::nullopt;
}

void Versions::saved(QgsFeatureId id, std::optional<qint64> version) {
  const std::lock_guard lock(mutex_);
  bases_.erase(id);
  shown_.erase(id);
  if (version)
    shown_.emplace(id, *version);
}

void Versions::written_in_transaction(QgsFeatureId id, std::size_t depth) {
  const std::lock_guard lock(mutex_);
  if (const auto shown = shown_.find(id); shown != shown_.end())
    bases_.try_emplace(id, shown->second); // what is read from now on may be undone
  locked_.try_emplace(id, depth);
}

void Versions::undone_to(std::size_t depth) {
  const std::lock_guard lock(mutex_);
  std::erase_if(locked_, [depth](const auto &row) { return row.second > depth; });
}

void Versions::forget_bases() {
  const std::lock_guard lock(mutex_);
  for (const auto &[id, depth] : locked_)
    shown_.erase(id); // the next read shows what the transaction left
  locked_.clear();
  bases_.clear();
}

} // namespace cortege::qgis
