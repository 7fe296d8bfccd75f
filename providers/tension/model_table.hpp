#pragma once

#include <toml.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace cortege::tension {

/// A table of a model file, read strictly. Every accessor throws engine::Error naming the place.
class ModelTable {
public:
  ModelTable(const toml::value &value, std::string where);

  /// Refuses any other key: a typing error never passes for a default.
  void allow(std::initializer_list<std::string_view> keys) const;
  bool has(const std::string &key) const { return value_.contains(key); }
  ModelTable table(const std::string &key) const;
  std::vector<ModelTable> tables(const std::string &key) const;
  std::vector<std::string> keys() const;

  std::string text(const std::string &key) const;
  std::vector<std::string> texts(const std::string &key) const;
  /// A number with its reason, at least `least`, in `unit` (or `unit` followed by more: "… par personne").
  double number(const std::string &key, std::string_view unit, double least) const;

  [[noreturn]] void refuse(const std::string &why) const;

private:
  const toml::value &at(const std::string &key) const;

  toml::value value_;
  std::string where_;
};

} // namespace cortege::tension
