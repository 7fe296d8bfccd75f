#include "providers/tension/model_changes.hpp"

#include "engine/error.hpp"
#include "providers/tension/digest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace cortege::tension {
namespace {

using engine::TensionModel;
using engine::TensionSource;

[[noreturn]] void refuse(const std::string &change) {
  throw engine::Error(
      fmt::format("'{}' is no change of the model: write source.poids=0 or source.portee=500, "
                  "with ; between changes.",
                  change));
}

double &value_of(TensionModel &model, const std::string &change, const std::string &place) {
  const auto dot = place.find('.');
  const auto source = std::find_if(model.sources.begin(), model.sources.end(), [&](const TensionSource &one) {
    return one.name == place.substr(0, dot);
  });
  const std::string key = dot == std::string::npos ? "" : place.substr(dot + 1);
  if (source == model.sources.end() || (key != "poids" && key != "portee"))
    refuse(change);
  return key == "poids" ? source->weight : source->bandwidth;
}

void make(TensionModel &model, const std::string &change) {
  const auto sign = change.find('=');
  if (sign == std::string::npos)
    refuse(change);
  double number = 0;
  const char *const end = change.data() + change.size();
  const auto read = std::from_chars(change.data() + sign + 1, end, number);
  const bool weight = change.substr(0, sign).ends_with(".poids");
  if (read.ec != std::errc() || read.ptr != end || !std::isfinite(number) || number < 0
      || (!weight && number == 0))
    refuse(change);
  value_of(model, change, change.substr(0, sign)) = number;
}

} // namespace

TensionModel changed(TensionModel model, const std::string &changes) {
  TensionModel original = model;
  for (std::size_t from = 0; from < changes.size();) {
    const std::size_t to = std::min(changes.find(';', from), changes.size());
    make(model, changes.substr(from, to - from));
    from = to + 1;
  }
  const std::string made = changes_between(original, model);
  if (made.empty())
    return original;
  model.name += " modifié";
  model.status = "exploratoire";
  model.digest = digest_of(original.digest + "\n" + made);
  return model;
}

std::string changes_between(const TensionModel &model, const TensionModel &wanted) {
  std::string changes;
  const auto add = [&](const std::string &source, const char *key, double before, double after) {
    if (before != after)
      changes += fmt::format("{}{}.{}={}", changes.empty() ? "" : ";", source, key, after);
  };
  for (std::size_t i = 0; i < model.sources.size() && i < wanted.sources.size(); ++i) {
    const TensionSource &before = model.sources[i], &after = wanted.sources[i];
    add(before.name, "poids", before.weight, after.weight);
    add(before.name, "portee", before.bandwidth, after.bandwidth);
  }
  return changes;
}

} // namespace cortege::tension
