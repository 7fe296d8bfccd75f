#include "server/gate/wms.hpp"

#include "server/gate/answer.hpp"
#include "server/gate/layers.hpp"
#include "server/gate/moment.hpp"
#include "server/gate/rectangle.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

namespace cortege::gate {
namespace {

using Names = std::initializer_list<std::string_view>;

/// They reach into files, other servers or the project: QGIS Server knows them, nobody is served them.
constexpr std::array refused{"MAP",       "FILTER",    "FILTER_GEOM", "SLD",      "SLD_BODY",
                             "SELECTION", "SEARCHURL", "HIGHLIGHT",   "FILE_NAME"};

bool one_of(std::string_view value, Names names) {
  return std::ranges::find(names, value) != names.end();
}

void keep_one_of(const Query &from, Query &to, const std::string &key, Names values) {
  if (!from.has(key) || from.get(key).empty())
    return;
  if (!one_of(from.get(key), values))
    malformed("InvalidParameterValue",
              fmt::format("{} prend l'une de ces valeurs : {}.", key, fmt::join(values, ", ")));
  to.set(key, from.get(key));
}

void keep_integer(const Query &from, Query &to, const std::string &key, int least, int most) {
  if (from.has(key) && !from.get(key).empty())
    to.set(key, fmt::format("{}", from.integer(key, least, most)));
}

void require_integer(const Query &from, Query &to, const std::string &key, int least, int most) {
  to.set(key, fmt::format("{}", from.integer(key, least, most)));
}

/// One style a layer: the published one, named or not.
void check_styles(const Query &asked, const std::string &key, std::size_t layers) {
  const auto styles = asked.list(key);
  const bool none = styles.empty() || (styles.size() == 1 && styles.front().empty());
  if (!none && styles.size() != layers)
    malformed("StyleNotDefined", fmt::format("{} : un style par couche, ou aucun.", key));
  for (const std::string &style : styles)
    if (!one_of(style, {"", "default"}))
      malformed("StyleNotDefined", "Chaque couche n'a qu'un style : laisser STYLES vide.");
}

void colour(const Query &asked, Query &to) {
  const std::string value = asked.get("BGCOLOR");
  if (value.empty())
    return;
  const bool good =
      value.size() == 8 && (value.starts_with("0x") || value.starts_with("0X"))
      && std::all_of(value.begin() + 2, value.end(), [](unsigned char c) { return std::isxdigit(c); });
  if (!good)
    malformed("InvalidParameterValue", "BGCOLOR s'écrit 0xRRVVBB.");
  to.set("BGCOLOR", value);
}

void size(const Query &asked, Query &to, const Configuration &configuration) {
  for (const char *key : {"WIDTH", "HEIGHT"})
    require_integer(asked, to, key, 1, configuration.largest_side);
  keep_integer(asked, to, "DPI", 1, 600);
  if (asked.get("FORMAT_OPTIONS").starts_with("dpi:")) { // as QGIS and GeoServer write it
    Query dpi;
    dpi.set("FORMAT_OPTIONS", asked.get("FORMAT_OPTIONS").substr(4));
    to.set("DPI", fmt::format("{}", dpi.integer("FORMAT_OPTIONS", 1, 600)));
  }
}

void system(const Query &asked, Demand &demand, const Configuration &configuration) {
  const std::string key = demand.query.get("VERSION") == "1.3.0" && asked.has("CRS") ? "CRS"
                          : asked.has("SRS")                                         ? "SRS"
                                                                                     : "CRS";
  const std::string value = asked.require(key);
  if (std::ranges::find(configuration.systems, value) == configuration.systems.end())
    malformed(
        key == "CRS" ? "InvalidCRS" : "InvalidSRS",
        fmt::format("{} prend l'un de ces systèmes : {}.", key, fmt::join(configuration.systems, ", ")));
  demand.query.set(demand.query.get("VERSION") == "1.3.0" ? "CRS" : "SRS", value);
  const std::string box = require_rectangle(asked.require("BBOX"));
  demand.query.set("BBOX", box);
  demand.extent = value + " " + box;
}

/// Without TIME, the day in progress: years of events on one map say nothing.
void time(const Query &asked, Demand &demand) {
  const std::string given = asked.get("TIME");
  demand.window = given.empty() ? today() : canonical_time(given);
  demand.query.set("TIME", demand.window);
}

void map(const Query &asked, Demand &demand, const Configuration &configuration, const char *format) {
  demand.layers = layers_of(asked, "LAYERS", configuration);
  check_styles(asked, "STYLES", asked.list("LAYERS").size());
  demand.query.set("LAYERS", fmt::format("{}", fmt::join(demand.layers, ",")));
  demand.query.set("STYLES", "");
  size(asked, demand.query, configuration);
  system(asked, demand, configuration);
  time(asked, demand);
  colour(asked, demand.query);
  keep_one_of(asked, demand.query, "TRANSPARENT", {"TRUE", "FALSE", "true", "false"});
  const Names images{"image/png", "image/jpeg", "image/png; mode=8bit", "image/png; mode=16bit",
                     "image/webp"};
  keep_one_of(asked, demand.query, "FORMAT", images);
  if (!demand.query.has("FORMAT"))
    demand.query.set("FORMAT", format);
}

void feature_info(const Query &asked, Demand &demand, const Configuration &configuration) {
  map(asked, demand, configuration, "image/png");
  const auto layers = layers_of(asked, "QUERY_LAYERS", configuration);
  demand.layers = layers;
  demand.query.set("QUERY_LAYERS", fmt::format("{}", fmt::join(layers, ",")));
  if (const std::string filter = filter_during(layers, demand.window, configuration); !filter.empty())
    demand.query.set("FILTER", filter);
  keep_one_of(asked, demand.query, "INFO_FORMAT",
              {"text/html", "text/plain", "text/xml", "application/json", "application/geo+json",
               "application/vnd.ogc.gml", "application/vnd.ogc.gml/3.1.1"});
  keep_integer(asked, demand.query, "FEATURE_COUNT", 1, 1000);
  for (const char *key : {"FI_POINT_TOLERANCE", "FI_LINE_TOLERANCE", "FI_POLYGON_TOLERANCE"})
    keep_integer(asked, demand.query, key, 0, 100);
  keep_one_of(asked, demand.query, "WITH_GEOMETRY", {"TRUE", "FALSE", "true", "false"});
  // I and J in 1.3.0, X and Y before; many clients mix them.
  const bool modern = demand.query.get("VERSION") == "1.3.0";
  for (const auto &[now, then] : {std::pair("I", "X"), std::pair("J", "Y")}) {
    const char *given = asked.has(now) ? now : then;
    demand.query.set(modern ? now : then,
                     fmt::format("{}", asked.integer(given, 0, configuration.largest_side)));
  }
}

void legend(const Query &asked, Demand &demand, const Configuration &configuration) {
  const std::string key = asked.has("LAYER") ? "LAYER" : "LAYERS";
  demand.layers = layers_of(asked, key, configuration);
  std::ranges::reverse(demand.layers); // a legend reads from the top
  demand.query.set("LAYER", fmt::format("{}", fmt::join(demand.layers, ",")));
  keep_one_of(asked, demand.query, "FORMAT", {"image/png", "image/jpeg", "application/json"});
  if (!demand.query.has("FORMAT"))
    demand.query.set("FORMAT", "image/png");
  for (const char *side : {"WIDTH", "HEIGHT"})
    keep_integer(asked, demand.query, side, 1, configuration.largest_side);
  keep_integer(asked, demand.query, "DPI", 1, 600);
  keep_one_of(asked, demand.query, "TRANSPARENT", {"TRUE", "FALSE", "true", "false"});
  for (const char *choice : {"LAYERTITLE", "RULELABEL"})
    keep_one_of(asked, demand.query, choice, {"TRUE", "FALSE", "AUTO", "true", "false", "auto"});
  colour(asked, demand.query);
}

} // namespace

Demand read_wms(const Query &asked, const Configuration &configuration) {
  for (const char *key : refused)
    if (asked.has(key))
      malformed("InvalidParameterValue", fmt::format("{} n'est pas servi ici.", key));
  if (const std::string service = asked.get("SERVICE");
      !service.empty() && service != "WMS" && service != "wms")
    malformed("InvalidParameterValue", "SERVICE doit être WMS.");
  Demand demand;
  demand.service = "wms";
  demand.operation = asked.require("REQUEST");
  std::string version = asked.has("VERSION") ? asked.get("VERSION") : asked.get("WMTVER");
  if (!one_of(version, {"1.1.1", "1.3.0"})) // negotiation: what nobody knows gets the newest
    version = version.starts_with("1.1") || version.starts_with("1.0") ? "1.1.1" : "1.3.0";
  demand.query.set("SERVICE", "WMS");
  demand.query.set("VERSION", version);
  if (one_of(demand.operation, {"capabilities", "Capabilities"}))
    demand.operation = "GetCapabilities";
  demand.query.set("REQUEST", demand.operation);
  if (demand.operation == "GetMap")
    map(asked, demand, configuration, "image/png");
  else if (demand.operation == "GetFeatureInfo")
    feature_info(asked, demand, configuration);
  else if (one_of(demand.operation, {"GetLegendGraphic", "GetLegendGraphics"}))
    legend(asked, demand, configuration);
  else if (demand.operation != "GetCapabilities")
    malformed("OperationNotSupported",
              "Opérations servies : GetCapabilities, GetMap, GetFeatureInfo, GetLegendGraphic.");
  return demand;
}

} // namespace cortege::gate
