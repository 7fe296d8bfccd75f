#include "cli/march_file.hpp"

#include "cli/analysis/output.hpp"
#include "engine/error.hpp"
#include "engine/units.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace cortege::cli {

namespace {

constexpr const char *crs = "EPSG:2154";

const char *french(const std::string &count) {
  return count == "expected" ? "attendu" : count == "declared" ? "déclaré" : "donné";
}

void add_route(analysis::VectorOutput &output, const engine::March &march, const MarchFile &content) {
  static constexpr analysis::OutputField fields[] = {
      {"evenement", OFTString},      {"personnes", OFTReal},          {"effectif", OFTString},
      {"longueur_m", OFTReal},       {"largeur_min_m", OFTReal},      {"largeur_connue_m", OFTReal},
      {"largeur_classe_m", OFTReal}, {"largeur_supposee_m", OFTReal}, {"densite", OFTReal},
      {"vitesse_kmh", OFTReal},      {"colonne_m", OFTReal},          {"depart", OFTDateTime},
      {"arrivee_tete", OFTDateTime}, {"libre", OFTDateTime}};
  OGRLayer &layer = output.layer("parcours", wkbLineString, fields);
  output.add(layer, engine::to_ogr(march.route().line()), [&](OGRFeature &feature) {
    feature.SetField("evenement", content.key.c_str());
    feature.SetField("personnes", march.persons());
    feature.SetField("effectif", french(content.count));
    feature.SetField("longueur_m", march.route().length());
    feature.SetField("largeur_min_m", march.narrowest());
    feature.SetField("largeur_connue_m", content.widths.known);
    feature.SetField("largeur_classe_m", content.widths.by_kind);
    feature.SetField("largeur_supposee_m", content.widths.assumed);
    feature.SetField("densite", march.density());
    feature.SetField("vitesse_kmh", march.speed() * engine::kmh);
    feature.SetField("colonne_m", march.column_length());
    analysis::set_instant(feature, "depart", march.start());
    analysis::set_instant(feature, "arrivee_tete", march.head_at(march.route().length()));
    analysis::set_instant(feature, "libre", march.clear());
  });
}

void add_occupation(analysis::VectorOutput &output, const engine::March &march,
                    std::span<const engine::Instant> instants) {
  static constexpr analysis::OutputField fields[] = {
      {"instant", OFTDateTime}, {"fin", OFTDateTime},  {"tete_m", OFTReal}, {"queue_m", OFTReal},
      {"attendent", OFTReal},   {"marchent", OFTReal}, {"arrives", OFTReal}};
  OGRLayer &layer = output.layer("occupation", wkbLineString, fields);
  for (std::size_t i = 0; i < instants.size(); ++i) {
    const engine::Line stretch = march.occupied(instants[i]);
    if (stretch.empty())
      continue;
    const engine::Crowd crowd = march.crowd(instants[i]);
    output.add(layer, engine::to_ogr(stretch), [&](OGRFeature &feature) {
      analysis::set_instant(feature, "instant", instants[i]);
      analysis::set_instant(feature, "fin", i + 1 < instants.size() ? instants[i + 1] : instants[i]);
      feature.SetField("tete_m", march.head(instants[i]));
      feature.SetField("queue_m", march.tail(instants[i]));
      feature.SetField("attendent", crowd.waiting);
      feature.SetField("marchent", crowd.walking);
      feature.SetField("arrives", crowd.arrived);
    });
  }
}

void add_passages(analysis::VectorOutput &output, const char *name, const engine::March &march,
                  const std::vector<Passage> &passages, bool as_lines) {
  static constexpr analysis::OutputField fields[] = {{"nom", OFTString},       {"role", OFTString},
                                                     {"depuis_m", OFTReal},    {"jusque_m", OFTReal},
                                                     {"arrivee", OFTDateTime}, {"libre", OFTDateTime}};
  OGRLayer &layer = output.layer(name, as_lines ? wkbLineString : wkbPoint, fields);
  for (const Passage &passage : passages) {
    std::unique_ptr<OGRGeometry> place;
    if (as_lines)
      place = engine::to_ogr(march.route().stretch(passage.chainage, passage.chainage_end));
    else
      place = engine::to_ogr(march.route().at((passage.chainage + passage.chainage_end) / 2));
    output.add(layer, std::move(place), [&](OGRFeature &feature) {
      feature.SetField("nom", passage.name.c_str());
      if (!passage.role.empty())
        feature.SetField("role", passage.role.c_str());
      feature.SetField("depuis_m", passage.chainage);
      feature.SetField("jusque_m", passage.chainage_end);
      analysis::set_instant(feature, "arrivee", passage.head);
      analysis::set_instant(feature, "libre", passage.free);
    });
  }
}

} // namespace

void write_march(const std::string &file, const engine::March &march, const MarchFile &content,
                 std::span<const engine::Instant> instants) {
  if (!file.ends_with(".gpkg"))
    throw engine::Error(
        fmt::format("{} cannot be written: a march has several layers, end its name in .gpkg.", file));
  analysis::VectorOutput output(file, crs);
  add_route(output, march, content);
  add_occupation(output, march, instants);
  add_passages(output, "rues", march, content.streets.followed, true);
  add_passages(output, "croisements", march, content.streets.crossed, false);
  add_passages(output, "adresses", march, content.addresses, false);
  output.finish();
}

} // namespace cortege::cli
