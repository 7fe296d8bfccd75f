#include "server/gate/answer.hpp"
#include "server/gate/wfs.hpp"
#include "server/gate/wms.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

namespace cortege::gate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Requests : public testing::Test {
protected:
  void SetUp() override {
    setenv("TZ", "Europe/Paris", 1);
    tzset();
    configuration.layers = {"point", "ligne", "fond"};
    configuration.groups = {{"evenements", {"ligne", "point"}}};
    configuration.during = {{"point", "\"debut\" < '{fin}' AND \"fin\" > '{debut}'"}};
    configuration.vectors = {"point", "ligne"};
    configuration.systems = {"EPSG:2154", "EPSG:4326"};
  }

  Demand wms(const std::string &text) const { return read_wms(Query(text), configuration); }
  Demand map(const std::string &more = {}) const { return wms(good + (more.empty() ? "" : "&" + more)); }

  std::string refusal(const std::string &text) const {
    try {
      wms(text);
    } catch (const Refusal &refused) {
      EXPECT_EQ(refused.status, 400);
      return refused.code + ": " + refused.what();
    }
    return "served";
  }

  static constexpr const char *good =
      "REQUEST=GetMap&VERSION=1.3.0&LAYERS=evenements&CRS=EPSG:2154&"
      "BBOX=1,2,3,4&WIDTH=100&HEIGHT=50&TIME=2026-01-10T13:00Z/2026-01-10T14:00Z";
  Configuration configuration;
};

TEST_F(Requests, a_map_is_asked_anew_of_QGIS_Server) {
  const Demand demand = wms(std::string(good) + "&foo=bar&_=123&OPACITIES=1");
  EXPECT_EQ(demand.operation, "GetMap");
  EXPECT_THAT(demand.layers, ElementsAre("ligne", "point"));
  EXPECT_EQ(demand.extent, "EPSG:2154 1,2,3,4");
  EXPECT_EQ(demand.window, "2026-01-10T14:00:00/2026-01-10T15:00:00");
  EXPECT_EQ(
      demand.query.text(),
      "BBOX=1,2,3,4&CRS=EPSG:2154&FORMAT=image/png&HEIGHT=50&LAYERS=ligne,point&REQUEST=GetMap&SERVICE=WMS"
      "&STYLES=&TIME=2026-01-10T14:00:00/2026-01-10T15:00:00&VERSION=1.3.0&WIDTH=100");
}

TEST_F(Requests, old_clients_say_SRS) {
  const Demand demand =
      wms("request=GetMap&version=1.1.1&layers=fond&srs=EPSG:4326&bbox=5.2,43,5.6,43.4&width=9&height=9");
  EXPECT_EQ(demand.query.get("SRS"), "EPSG:4326");
  EXPECT_FALSE(demand.query.has("CRS"));
  EXPECT_EQ(wms("REQUEST=GetCapabilities&VERSION=1.1.0").query.get("VERSION"), "1.1.1");
  EXPECT_EQ(wms("REQUEST=GetCapabilities&VERSION=9").query.get("VERSION"), "1.3.0");
}

TEST_F(Requests, what_is_found_is_what_is_drawn_at_that_time) {
  const Demand demand =
      wms(std::string(good).replace(8, 6, "GetFeatureInfo") + "&QUERY_LAYERS=evenements&X=5&J=6");
  EXPECT_EQ(demand.query.get("FILTER"),
            "point:\"debut\" < '2026-01-10T15:00:00' AND \"fin\" > '2026-01-10T14:00:00'");
  EXPECT_EQ(demand.query.get("I") + demand.query.get("J"), "56");
}

TEST_F(Requests, refusals_say_what_is_wrong) {
  const std::string base = good;
  const auto with = [&](const std::string &from, const std::string &to) {
    std::string text = base;
    return text.replace(text.find(from), from.size(), to);
  };
  EXPECT_THAT(refusal(with("WIDTH=100", "WIDTH=100000")), HasSubstr("1 à 4096"));
  EXPECT_THAT(refusal(with("WIDTH=100", "WIDTH=0")), HasSubstr("WIDTH"));
  EXPECT_THAT(refusal(with("&HEIGHT=50", "")), HasSubstr("HEIGHT manque"));
  EXPECT_THAT(refusal(with("1,2,3,4", "3,2,1,4")), HasSubstr("minimum"));
  EXPECT_THAT(refusal(with("1,2,3,4", "1,2,1,4")), HasSubstr("minimum"));
  for (const char *box :
       {"1,2,3", "1,2,3,4,5", "a,2,3,4", "nan,2,3,4", "1,2,inf,4", "1,2,1e30,4", "", "1,2,3,4x", ",,,"})
    EXPECT_THAT(refusal(with("1,2,3,4", box)), HasSubstr("BBOX")) << box;
  EXPECT_THAT(refusal(with("EPSG:2154", "EPSG:9999")), HasSubstr("InvalidCRS"));
  EXPECT_THAT(refusal(with("LAYERS=evenements", "LAYERS=point,secret")), HasSubstr("LayerNotDefined"));
  EXPECT_THAT(refusal(with("LAYERS=evenements", "LAYERS=EXTERNAL_WMS:a&a:url=http://x")),
              HasSubstr("LayerNotDefined"));
  std::string thousand = "LAYERS=point";
  for (int i = 1; i < 1000; ++i)
    thousand += ",point";
  EXPECT_THAT(refusal(with("LAYERS=evenements", thousand)), HasSubstr("1000 couches demandées : 50 au plus"));
  EXPECT_THAT(refusal(base + "&STYLES=rouge"), HasSubstr("StyleNotDefined"));
  EXPECT_THAT(refusal(base + "&STYLES=,,"), HasSubstr("StyleNotDefined"));
  EXPECT_THAT(refusal(base + "&FORMAT=application/pdf"), HasSubstr("FORMAT"));
  EXPECT_THAT(refusal(base + "&BGCOLOR=rouge"), HasSubstr("0xRRVVBB"));
  EXPECT_THAT(refusal(base + "&DPI=100000"), HasSubstr("DPI"));
  for (const char *key :
       {"MAP=/etc/passwd", "FILTER=point:1=1", "SLD=http://x", "SLD_BODY=x", "SELECTION=point:1"})
    EXPECT_THAT(refusal(base + "&" + key), HasSubstr("n'est pas servi")) << key;
  for (const char *operation :
       {"GetPrint", "GetProjectSettings", "GetSchemaExtension", "GetStyles", "getmap", "x"})
    EXPECT_THAT(refusal(std::string("REQUEST=") + operation), HasSubstr("OperationNotSupported"))
        << operation;
  EXPECT_THAT(refusal("VERSION=1.3.0"), HasSubstr("REQUEST manque"));
  EXPECT_THAT(refusal("SERVICE=WFS&REQUEST=GetMap"), HasSubstr("SERVICE"));
}

TEST_F(Requests, objects_are_asked_by_rectangle_and_counted) {
  const Demand demand = read_wfs(Query("REQUEST=GetFeature&VERSION=2.0.0&TYPENAMES=point&BBOX=1,2,3,4,EPSG:"
                                       "2154&COUNT=5&SRSNAME=urn:ogc:def:crs:EPSG::4326"),
                                 configuration);
  EXPECT_EQ(demand.query.text(),
            "BBOX=1,2,3,4,EPSG:2154&MAXFEATURES=5&REQUEST=GetFeature&SERVICE=WFS&SRSNAME=EPSG:4326"
            "&TYPENAME=point&VERSION=1.1.0");
  for (const char *text :
       {"REQUEST=Transaction", "REQUEST=GetFeature", "REQUEST=GetFeature&TYPENAME=fond",
        "REQUEST=GetFeature&TYPENAME=point&FILTER=<x/>", "REQUEST=GetFeature&TYPENAME=point&EXP_FILTER=1",
        "REQUEST=GetFeature&TYPENAME=point&BBOX=3,2,1,4", "REQUEST=GetFeature&TYPENAME=point&COUNT=0"})
    EXPECT_THROW(read_wfs(Query(text), configuration), Refusal) << text;
}

} // namespace
} // namespace cortege::gate
