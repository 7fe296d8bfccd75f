#include "cli/intake/streets_osm.hpp"

#include "cli/intake/values.hpp"
#include "engine/error.hpp"

#include <fmt/format.h>
#include <osmium/handler.hpp>
#include <osmium/io/any_input.hpp>
#include <osmium/osm/entity_bits.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/way.hpp>
#include <osmium/visitor.hpp>

#include <algorithm>
#include <array>
#include <filesystem>

namespace cortege::intake {

namespace {

/// What people walk or drive on. Anything else tagged highway is a plan, a platform, a race track or a
/// signpost.
constexpr std::array<std::string_view, 24> highways{
    "motorway",      "motorway_link",  "trunk",      "trunk_link",    "primary",      "primary_link",
    "secondary",     "secondary_link", "tertiary",   "tertiary_link", "unclassified", "residential",
    "living_street", "service",        "pedestrian", "track",         "footway",      "steps",
    "path",          "cycleway",       "bridleway",  "busway",        "road",         "corridor"};

bool is_one_of(std::string_view value, std::initializer_list<std::string_view> values) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

std::string_view tag(const osmium::TagList &tags, const char *key) {
  return tags.get_value_by_key(key, "");
}

bool wanted(const osmium::TagList &tags) {
  if (std::find(highways.begin(), highways.end(), tag(tags, "highway")) == highways.end())
    return false;
  const bool closed = is_one_of(tag(tags, "access"), {"no", "private"});
  return !closed || is_one_of(tag(tags, "foot"), {"yes", "designated", "permissive"});
}

int direction(const osmium::TagList &tags) {
  const std::string_view oneway = tag(tags, "oneway");
  if (is_one_of(oneway, {"-1", "reverse"}))
    return -1;
  if (is_one_of(oneway, {"yes", "true", "1"}))
    return 1;
  const bool implied = is_one_of(tag(tags, "junction"), {"roundabout", "circular"})
                       || is_one_of(tag(tags, "highway"), {"motorway", "motorway_link"});
  return implied && oneway != "no" ? 1 : 0;
}

/// "7", "7.5 m", "7,5"; other units are left unknown.
std::optional<double> width(const osmium::TagList &tags) {
  std::string text = trimmed(tag(tags, "width"));
  if (text.ends_with('m'))
    text.pop_back();
  const auto metres = to_number(text);
  return metres && *metres > 0 && *metres < 200 ? metres : std::nullopt;
}

bool no_walkers(const osmium::TagList &tags) {
  return is_one_of(tag(tags, "highway"), {"motorway", "motorway_link"}) || tag(tags, "motorroad") == "yes"
         || tag(tags, "foot") == "no";
}

/// First pass: the streets, and which nodes they use how often.
class Ways : public osmium::handler::Handler {
public:
  explicit Ways(OsmStreets &target) : target_(target) {}
  void way(const osmium::Way &way) {
    if (!wanted(way.tags()) || way.nodes().size() < 2)
      return;
    OsmWay street;
    street.id = way.id();
    street.name = trimmed(tag(way.tags(), "name"));
    street.highway = tag(way.tags(), "highway");
    street.direction = direction(way.tags());
    street.width = width(way.tags());
    street.steps = street.highway == "steps";
    street.no_walkers = no_walkers(way.tags());
    for (const osmium::NodeRef &node : way.nodes())
      if (street.nodes.empty() || street.nodes.back() != node.ref())
        street.nodes.push_back(node.ref());
    target_.ways.push_back(std::move(street));
  }

private:
  OsmStreets &target_;
};

/// Second pass: where the used nodes are.
class Nodes : public osmium::handler::Handler {
public:
  explicit Nodes(OsmStreets &target) : target_(target) {}
  void node(const osmium::Node &node) {
    const auto used = target_.nodes.find(node.id());
    if (used == target_.nodes.end() || !node.location().valid())
      return;
    used->second.lon = node.location().lon();
    used->second.lat = node.location().lat();
    found_.push_back(node.id());
  }
  /// Forgets the nodes that the extract does not hold.
  void keep_found() {
    std::unordered_map<std::int64_t, OsmNode> kept;
    kept.reserve(found_.size());
    for (const std::int64_t id : found_)
      kept.emplace(id, OsmNode{target_.nodes.at(id).lon, target_.nodes.at(id).lat, 0});
    target_.nodes = std::move(kept);
  }

private:
  OsmStreets &target_;
  std::vector<std::int64_t> found_;
};

template <typename Handler>
void pass(const std::string &path, osmium::osm_entity_bits::type what, Handler &handler,
          const engine::Progress &progress, double from) {
  osmium::io::Reader reader(path, what);
  while (const osmium::memory::Buffer buffer = reader.read()) {
    osmium::apply(buffer, handler);
    const double size = std::max<double>(static_cast<double>(reader.file_size()), 1);
    engine::report(progress, from + 0.5 * std::min(1.0, static_cast<double>(reader.offset()) / size));
  }
  reader.close();
}

/// Ways lose the nodes outside the extract; what is left of a way must still lead somewhere.
void cut_at_border(OsmStreets &streets) {
  for (OsmWay &way : streets.ways) {
    std::erase_if(way.nodes, [&](std::int64_t id) { return !streets.nodes.contains(id); });
    way.nodes.erase(std::unique(way.nodes.begin(), way.nodes.end()), way.nodes.end());
  }
  const auto before = streets.ways.size();
  std::erase_if(streets.ways, [](const OsmWay &way) { return way.nodes.size() < 2; });
  streets.skipped = static_cast<long long>(before - streets.ways.size());
}

void count_uses(OsmStreets &streets) {
  for (const OsmWay &way : streets.ways) {
    for (const std::int64_t id : way.nodes)
      ++streets.nodes.at(id).uses;
    ++streets.nodes.at(way.nodes.front()).uses;
    ++streets.nodes.at(way.nodes.back()).uses;
  }
}

} // namespace

OsmStreets read_osm_streets(const std::string &path, const engine::Progress &progress) {
  if (!std::filesystem::is_regular_file(path))
    throw engine::Error(fmt::format("cannot read {}: there is no such file.", path));
  OsmStreets streets;
  try {
    Ways ways(streets);
    pass(path, osmium::osm_entity_bits::way, ways, progress, 0);
    for (const OsmWay &way : streets.ways)
      for (const std::int64_t id : way.nodes)
        streets.nodes.try_emplace(id);
    Nodes nodes(streets);
    pass(path, osmium::osm_entity_bits::node, nodes, progress, 0.5);
    nodes.keep_found();
  } catch (const engine::Cancelled &) {
    throw;
  } catch (const std::exception &error) {
    throw engine::Error(fmt::format(
        "{} is no OpenStreetMap extract that can be read: {}; nothing was imported.", path, error.what()));
  }
  cut_at_border(streets);
  if (streets.ways.empty())
    throw engine::Error(fmt::format("{} holds no street: give an extract of the territory.", path));
  count_uses(streets);
  return streets;
}

} // namespace cortege::intake
