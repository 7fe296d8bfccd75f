#include "server/gate/layers.hpp"

#include "server/gate/answer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace cortege::gate {
namespace {

constexpr std::size_t most_layers = 50;

std::string replaced(std::string text, const std::string &word, const std::string &by) {
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + by.size()))
    text.replace(at, word.size(), by);
  return text;
}

} // namespace

void require_known(const std::string &name, const std::vector<std::string> &published,
                   const std::string &key) {
  if (std::ranges::find(published, name) == published.end())
    malformed(
        "LayerNotDefined",
        fmt::format("{} : une couche demandée n'est pas publiée ; GetCapabilities donne la liste.", key));
}

std::vector<std::string> layers_of(const Query &asked, const std::string &key,
                                   const Configuration &configuration) {
  asked.require(key);
  const auto names = asked.list(key);
  if (names.size() > most_layers)
    malformed("LayerNotDefined",
              fmt::format("{} couches demandées : {} au plus.", names.size(), most_layers));
  std::vector<std::string> layers;
  const auto add = [&](const std::string &layer) {
    if (std::ranges::find(layers, layer) == layers.end())
      layers.push_back(layer);
  };
  for (const std::string &name : names) {
    if (const auto group = configuration.groups.find(name); group != configuration.groups.end()) {
      std::ranges::for_each(group->second, add);
      continue;
    }
    require_known(name, configuration.layers, key);
    add(name);
  }
  return layers;
}

std::string filter_during(const std::vector<std::string> &layers, const std::string &window,
                          const Configuration &configuration) {
  const auto slash = window.find('/');
  const std::string from = window.substr(0, slash);
  const std::string to = slash == std::string::npos ? from : window.substr(slash + 1);
  std::string filter;
  for (const std::string &layer : layers)
    if (const auto during = configuration.during.find(layer); during != configuration.during.end())
      filter += fmt::format("{}{}:{}", filter.empty() ? "" : ";", layer,
                            replaced(replaced(during->second, "{debut}", from), "{fin}", to));
  return filter;
}

} // namespace cortege::gate
