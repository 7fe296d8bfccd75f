#include "server/gate/wfs.hpp"

#include "server/gate/answer.hpp"
#include "server/gate/layers.hpp"
#include "server/gate/rectangle.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace cortege::gate {
namespace {

constexpr int most_features = 10000;
constexpr std::array operations{"GetCapabilities", "DescribeFeatureType", "GetFeature"};
constexpr std::array refused{"MAP", "FILTER", "EXP_FILTER", "SORTBY", "RESULTTYPE"};
constexpr std::array formats{"GML2",
                             "GML3",
                             "gml2",
                             "gml3",
                             "application/json",
                             "application/geo+json",
                             "text/xml; subtype=gml/2.1.2",
                             "text/xml; subtype=gml/3.1.1"};

void types(const Query &asked, Demand &demand, const Configuration &configuration, bool required) {
  const std::string key = asked.has("TYPENAMES") ? "TYPENAMES" : "TYPENAME";
  if (!required && asked.get(key).empty())
    return;
  asked.require(key);
  demand.layers = asked.list(key);
  for (const std::string &layer : demand.layers)
    require_known(layer, configuration.vectors, key);
  demand.query.set("TYPENAME", fmt::format("{}", fmt::join(demand.layers, ",")));
}

/// The rectangle may end with its coordinate system: xmin,ymin,xmax,ymax,EPSG:2154.
void rectangle(const Query &asked, Demand &demand, const Configuration &configuration) {
  std::string box = asked.get("BBOX");
  if (box.empty())
    return;
  std::string system;
  if (std::ranges::count(box, ',') == 4) {
    system = box.substr(box.rfind(',') + 1);
    box.resize(box.rfind(','));
    if (std::ranges::find(configuration.systems, system) == configuration.systems.end())
      malformed("InvalidParameterValue", "BBOX : le système de coordonnées n'est pas servi.");
  }
  require_rectangle(box);
  demand.extent = system.empty() ? box : system + " " + box;
  demand.query.set("BBOX", system.empty() ? box : box + "," + system);
}

} // namespace

Demand read_wfs(const Query &asked, const Configuration &configuration) {
  for (const char *key : refused)
    if (asked.has(key))
      malformed("InvalidParameterValue", fmt::format("{} n'est pas servi ici.", key));
  Demand demand;
  demand.service = "wfs";
  demand.operation = asked.require("REQUEST");
  if (std::ranges::find(operations, demand.operation) == operations.end())
    malformed("OperationNotSupported", fmt::format("Opérations servies : {}.", fmt::join(operations, ", ")));
  demand.query.set("SERVICE", "WFS");
  demand.query.set("VERSION", asked.get("VERSION") == "1.0.0" ? "1.0.0" : "1.1.0");
  demand.query.set("REQUEST", demand.operation);
  if (demand.operation == "GetCapabilities")
    return demand;
  types(asked, demand, configuration, demand.operation == "GetFeature");
  if (const std::string format = asked.get("OUTPUTFORMAT"); !format.empty()) {
    if (std::ranges::find(formats, format) == formats.end())
      malformed("InvalidParameterValue", "OUTPUTFORMAT : GML2, GML3 ou application/json.");
    demand.query.set("OUTPUTFORMAT", format);
  }
  if (demand.operation == "DescribeFeatureType")
    return demand;
  rectangle(asked, demand, configuration);
  const std::string count = asked.has("COUNT") ? "COUNT" : "MAXFEATURES";
  demand.query.set("MAXFEATURES", fmt::format("{}", asked.has(count) ? asked.integer(count, 1, most_features)
                                                                     : most_features));
  if (asked.has("STARTINDEX"))
    demand.query.set("STARTINDEX", fmt::format("{}", asked.integer("STARTINDEX", 0, 1000000000)));
  if (const std::string system = asked.get("SRSNAME"); !system.empty()) {
    const auto colon = system.rfind(':');
    const std::string name = "EPSG:" + (colon == std::string::npos ? system : system.substr(colon + 1));
    require_known(name, configuration.systems, "SRSNAME");
    demand.query.set("SRSNAME", name);
  }
  return demand;
}

} // namespace cortege::gate
