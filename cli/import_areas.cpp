#include "cli/import_areas.hpp"

#include "cli/intake/areas.hpp"
#include "cli/paths.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace cortege::cli {

namespace {

intake::Source open_layer(const std::string &file, const std::string &layer, const std::string &crs) {
  intake::SourceOptions options;
  options.layer = layer;
  options.crs = crs;
  return intake::Source(file, options);
}

} // namespace

void ImportAreas::declare_own(CLI::App &app) {
  app.add_option("FILE", file_, "Polygons: GeoPackage, GeoJSON, Shapefile…")->required();
  app.add_option("--layer", layer_,
                 "Only this layer (default: every layer that metadata/sources/areas.toml knows)");
  auto *kind = app.add_option("--kind", kind_, "What the areas are: arrondissement, quartier, secteur…");
  app.add_option("--code", code_, "Field that identifies an area within its kind")->needs(kind);
  app.add_option("--name", name_, "Field with its name")->needs(kind);
  examples(app, {"cortege import areas marseille_admin.gpkg",
                 "cortege import areas secteurs.shp --kind secteur --code NUM --name LIBELLE"});
}

intake::Loaded ImportAreas::load(pg::Connection &connection, intake::Rejects &rejects,
                                 const engine::Progress &progress, nlohmann::json &report) {
  intake::Loaded all;
  const auto take = [&](const intake::AreaMapping &mapping) {
    intake::Source source = open_layer(file_, mapping.layer, mapping.crs);
    const intake::Loaded loaded = load_areas(connection, mapping, source, rejects, progress);
    all.accepted += loaded.accepted;
    all.known += loaded.known;
    all.rejected = loaded.rejected; // the rejects are one list
    report["layers"][mapping.layer] = loaded.accepted + loaded.known;
  };
  if (!kind_.empty()) {
    intake::AreaMapping mapping;
    mapping.layer = layer_;
    mapping.kind.pattern = kind_;
    mapping.code.pattern = fmt::format("{{{}}}", code_.empty() ? "code" : code_);
    mapping.name.pattern = fmt::format("{{{}}}", name_.empty() ? "nom" : name_);
    take(mapping);
    return all;
  }
  const auto known = intake::read_area_mappings(data_folder("metadata") / "sources" / "areas.toml");
  const auto layers = open_layer(file_, "", "EPSG:2154").layers();
  for (const std::string &layer : layers) {
    if (!layer_.empty() && layer != layer_)
      continue;
    const auto mapping = std::find_if(known.begin(), known.end(), [&](const intake::AreaMapping &candidate) {
      return candidate.layer == layer && fits(candidate, open_layer(file_, layer, candidate.crs));
    });
    if (mapping != known.end())
      take(*mapping);
  }
  if (!report.contains("layers"))
    throw Error(fmt::format(
        "no layer of {} is known (it has: {}): say what it holds with --layer, --kind, --code and "
        "--name.",
        file_, fmt::join(layers, ", ")));
  return all;
}

} // namespace cortege::cli
