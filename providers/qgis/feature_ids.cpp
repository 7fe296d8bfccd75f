#include "providers/qgis/feature_ids.hpp"

#include <cstdint>
#include <cstring>
#include <mutex>

namespace cortege::qgis {
namespace {

constexpr QgsFeatureId negative_base = qint64(1) << 62;

} // namespace

QgsFeatureId id_of_integer(qint64 value) {
  return value >= 0 ? value : negative_base - value;
}
qint64 integer_of_id(QgsFeatureId id) {
  return id > negative_base ? negative_base - id : id;
}

std::string FeatureIds::pack(const KeyValues &values) {
  std::string packed;
  for (const std::string &value : values) {
    const auto size = static_cast<std::uint32_t>(value.size());
    packed.append(reinterpret_cast<const char *>(&size), sizeof size);
    packed += value;
  }
  return packed;
}

FeatureIds::KeyValues FeatureIds::unpack(const std::string &packed) {
  KeyValues values;
  for (std::size_t at = 0; at < packed.size();) {
    std::uint32_t size = 0;
    std::memcpy(&size, packed.data() + at, sizeof size);
    values.push_back(packed.substr(at + sizeof size, size));
    at += sizeof size + size;
  }
  return values;
}

const std::string *FeatureIds::key(QgsFeatureId id) const {
  return id > 0 && id <= static_cast<QgsFeatureId>(keys_.size()) ? keys_[static_cast<std::size_t>(id - 1)]
                                                                 : nullptr;
}

QgsFeatureId FeatureIds::id(const std::string &packed, QgsFeatureId guess) {
  {
    const std::shared_lock lock(mutex_);
    if (const std::string *likely = key(guess); likely != nullptr && *likely == packed)
      return guess;
    if (const auto found = ids_.find(packed); found != ids_.end())
      return found->second;
  }
  const std::unique_lock lock(mutex_);
  const auto [entry, fresh] = ids_.try_emplace(packed, static_cast<QgsFeatureId>(keys_.size()) + 1);
  if (fresh)
    keys_.push_back(&entry->first);
  return entry->second;
}

std::optional<FeatureIds::KeyValues> FeatureIds::values(QgsFeatureId id) const {
  const std::shared_lock lock(mutex_);
  const std::string *packed = key(id);
  return packed == nullptr ? std::nullopt : std::optional(unpack(*packed));
}

void FeatureIds::rename(QgsFeatureId id, const std::string &packed) {
  const std::unique_lock lock(mutex_);
  const std::string *old = key(id);
  if (old == nullptr || *old == packed)
    return;
  ids_.erase(std::string(*old));
  keys_[static_cast<std::size_t>(id - 1)] = &ids_.insert_or_assign(packed, id).first->first;
}

} // namespace cortege::qgis
