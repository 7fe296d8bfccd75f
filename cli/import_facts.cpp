#include "cli/import_facts.hpp"

#include "cli/paths.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fs = std::filesystem;

namespace cortege::cli {

namespace {

/// A mapping's own path, or the name of one of ours.
fs::path mapping_file(const std::string &source) {
  if (source.ends_with(".toml"))
    return source;
  const fs::path folder = data_folder("metadata") / "sources";
  if (source.find('/') == std::string::npos && fs::exists(folder / (source + ".toml")))
    return folder / (source + ".toml");
  std::vector<std::string> known;
  for (const auto &entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".toml" && entry.path().stem() != "areas")
      known.push_back(entry.path().stem());
  std::sort(known.begin(), known.end());
  throw UsageError(fmt::format("there is no source {}: give one of {}, or the path of a mapping (.toml).",
                               source, fmt::join(known, ", ")));
}

} // namespace

void ImportFacts::declare_own(CLI::App &app) {
  app.add_option("SOURCE", source_, "A source's name (metadata/sources) or the path of a mapping (.toml)")
      ->required();
  app.add_option("FILE", file_, "Anything GDAL reads: CSV (.gz too), GeoJSON, GeoPackage, Shapefile, WFS:…")
      ->required();
  app.add_option("--layer", layer_, "Layer of the file (default: the mapping's, else the first)");
  examples(app, {"cortege import facts accidents_velo baac_2017_2021_velo_edp_marseille.csv",
                 "cortege import facts chantiers travaux.gpkg --layer chantiers --rejects refus.csv",
                 "cortege import facts ./ma_source.toml releve.csv --service prefecture --json"});
}

intake::Loaded ImportFacts::load(pg::Connection &connection, intake::Rejects &rejects,
                                 const engine::Progress &progress, nlohmann::json &report) {
  const intake::Mapping mapping = intake::read_mapping(mapping_file(source_));
  intake::SourceOptions options;
  options.layer = layer_.empty() ? mapping.layer : layer_;
  options.encoding = mapping.encoding;
  options.crs = mapping.crs;
  if (!mapping.x.empty()) {
    options.x_names = {mapping.x};
    options.y_names = {mapping.y};
  }
  intake::Source source(file_, options);
  report["source"] = mapping.source.code;
  return load_facts(connection, mapping, source, rejects, progress);
}

} // namespace cortege::cli
