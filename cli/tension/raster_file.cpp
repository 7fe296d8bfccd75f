#include "cli/tension/gdal.hpp"
#include "cli/tension/outputs.hpp"

namespace cortege::tension {

namespace {

void fill(GDALRasterBand &band, const std::vector<float> &values, const std::string &name,
          const std::string &title) {
  band.SetDescription(name.c_str());
  band.SetUnitType(unit);
  band.SetMetadataItem("TITRE", title.c_str());
  // RasterIO only reads from the buffer when writing.
  if (band.RasterIO(GF_Write, 0, 0, band.GetXSize(), band.GetYSize(), const_cast<float *>(values.data()),
                    band.GetXSize(), band.GetYSize(), GDT_Float32, 0, 0)
      != CE_None)
    cannot_write(name);
}

void describe(GDALDataset &dataset, const engine::TensionModel &model, const Slice &slice,
              const std::string &perimeter) {
  const auto item = [&](const char *key, const std::string &value) {
    dataset.SetMetadataItem(key, value.c_str());
  };
  item("MODELE", model.name);
  item("MODELE_TITRE", model.title);
  item("MODELE_STATUT", model.status);
  item("MODELE_EMPREINTE", model.digest);
  item("FENETRE_DEBUT", slice.from);
  item("FENETRE_FIN", slice.to);
  item("UNITE", unit);
  item("PERIMETRE", perimeter);
}

} // namespace

void write_raster(const std::filesystem::path &file, const engine::TensionModel &model, const Slice &slice,
                  const engine::TensionRaster &raster, const std::string &perimeter) {
  const QuietGdal quiet;
  const auto extent = raster.grid.extent();
  const auto width = static_cast<int>(raster.grid.width);
  const auto height = static_cast<int>(raster.grid.height);
  const auto bands = static_cast<int>(raster.bands.size());
  const Dataset memory = raster_in_memory(width, height, bands + 1, GDT_Float32, extent.xmin, extent.ymax,
                                          raster.grid.resolution);
  for (int band = 0; band < bands; ++band) {
    const auto index = static_cast<std::size_t>(band);
    fill(*memory->GetRasterBand(band + 1), raster.bands[index], model.sources[index].name,
         model.sources[index].title);
  }
  fill(*memory->GetRasterBand(bands + 1), raster.sum, "somme", model.title);
  describe(*memory, model, slice, perimeter);
  CPLStringList options;
  for (const auto &[key, value] : {std::pair{"COMPRESS", "DEFLATE"}, std::pair{"PREDICTOR", "YES"},
                                   std::pair{"BLOCKSIZE", "256"}, std::pair{"RESAMPLING", "AVERAGE"}})
    options.SetNameValue(key, value);
  const Dataset written(
      driver("COG").CreateCopy(file.string().c_str(), memory.get(), FALSE, options.List(), nullptr, nullptr));
  if (!written)
    cannot_write(file.string());
}

} // namespace cortege::tension
