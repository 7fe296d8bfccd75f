#include "engine/io/raster_file.hpp"

#include "cli/tension/outputs.hpp"

namespace cortege::tension {

namespace {

constexpr const char *crs = "EPSG:2154";

} // namespace

void write_raster(const std::filesystem::path &file, const engine::TensionModel &model, const Slice &slice,
                  const engine::TensionRaster &raster, const std::string &perimeter) {
  std::vector<engine::RasterFile::Band> bands;
  for (const auto &source : model.sources)
    bands.push_back({source.name, unit, {{"TITRE", source.title}}});
  bands.push_back({"somme", unit, {{"TITRE", model.title}}});
  engine::RasterFile written(file, raster.grid, crs,
                             {{"MODELE", model.name},
                              {"MODELE_TITRE", model.title},
                              {"MODELE_STATUT", model.status},
                              {"MODELE_EMPREINTE", model.digest},
                              {"FENETRE_DEBUT", slice.from},
                              {"FENETRE_FIN", slice.to},
                              {"UNITE", unit},
                              {"PERIMETRE", perimeter}},
                             bands);
  for (const std::vector<float> &band : raster.bands)
    written.write_band(band);
  written.write_band(raster.sum);
  written.commit();
}

} // namespace cortege::tension
