#include "providers/tension/model_table.hpp"

#include "engine/error.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace cortege::tension {

ModelTable::ModelTable(const toml::value &value, std::string where)
    : value_(value), where_(std::move(where)) {
  if (!value_.is_table())
    refuse("it must be a table.");
}

void ModelTable::refuse(const std::string &why) const {
  throw engine::Error(fmt::format("{}: {}", where_, why));
}

void ModelTable::allow(std::initializer_list<std::string_view> keys) const {
  for (const std::string &key : this->keys())
    if (std::find(keys.begin(), keys.end(), key) == keys.end())
      refuse(fmt::format("the key {} is unknown; known ones: {}.", key, fmt::join(keys, ", ")));
}

const toml::value &ModelTable::at(const std::string &key) const {
  if (!has(key))
    refuse(fmt::format("the key {} is missing.", key));
  return value_.at(key);
}

ModelTable ModelTable::table(const std::string &key) const {
  return {at(key), fmt::format("{}, {}", where_, key)};
}

std::vector<ModelTable> ModelTable::tables(const std::string &key) const {
  if (!at(key).is_array())
    refuse(fmt::format("{} must be a list of tables.", key));
  std::vector<ModelTable> all;
  for (const toml::value &one : at(key).as_array())
    all.emplace_back(one, fmt::format("{}, {} no. {}", where_, key, all.size() + 1));
  return all;
}

std::vector<std::string> ModelTable::keys() const {
  std::vector<std::string> names;
  for (const auto &[key, ignored] : value_.as_table())
    names.push_back(key);
  std::sort(names.begin(), names.end()); // the parser keeps tables in no order of its own
  return names;
}

std::string ModelTable::text(const std::string &key) const {
  if (!at(key).is_string() || toml::get<std::string>(at(key)).empty())
    refuse(fmt::format("{} must be a text.", key));
  return toml::get<std::string>(at(key));
}

std::vector<std::string> ModelTable::texts(const std::string &key) const {
  if (!has(key))
    return {};
  try {
    return toml::get<std::vector<std::string>>(at(key));
  } catch (const std::exception &) {
    refuse(fmt::format("{} must be a list of texts.", key));
  }
}

double ModelTable::number(const std::string &key, std::string_view unit, double least) const {
  if (!at(key).is_table())
    refuse(
        fmt::format("{} must be {{ valeur, unite, raison }}: a number needs its unit and its reason.", key));
  const ModelTable parts = table(key);
  parts.allow({"valeur", "unite", "raison"});
  (void)parts.text("raison");
  const std::string given = parts.text("unite");
  if (given != unit && !given.starts_with(fmt::format("{} ", unit)))
    parts.refuse(fmt::format("the unit must be {}.", unit));
  const toml::value &value = parts.at("valeur");
  if (!value.is_integer() && !value.is_floating())
    parts.refuse("valeur must be a number.");
  const double number = value.is_integer() ? static_cast<double>(value.as_integer()) : value.as_floating();
  if (!std::isfinite(number) || number < least)
    parts.refuse(fmt::format("valeur must be a number of at least {}.", least));
  return number;
}

} // namespace cortege::tension
