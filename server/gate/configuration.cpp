#include "server/gate/configuration.hpp"

#include <nlohmann/json.hpp>

#include <fstream>

namespace cortege::gate {

Configuration Configuration::read(const std::filesystem::path &file) {
  std::ifstream stream(file);
  const auto object = nlohmann::json::parse(stream, nullptr, false);
  if (!object.is_object())
    throw std::runtime_error(file.string() + " is no configuration: run `cortege publish` again.");
  try {
    Configuration all;
    object.at("login").get_to(all.login);
    object.at("person").get_to(all.person);
    object.at("zone").get_to(all.zone);
    object.at("layers").get_to(all.layers);
    object.at("groups").get_to(all.groups);
    object.at("during").get_to(all.during);
    object.at("vectors").get_to(all.vectors);
    object.at("systems").get_to(all.systems);
    all.largest_side = object.value("largest_side", all.largest_side);
    all.threads = object.value("threads", all.threads);
    return all;
  } catch (const nlohmann::json::exception &) {
    throw std::runtime_error(file.string() + " is incomplete: run `cortege publish` again.");
  }
}

} // namespace cortege::gate
