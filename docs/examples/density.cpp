// Where do a march, a gathering on a square and two incidents bear on the city? Mass per m² at cell centres,
// written as a cloud-optimised GeoTIFF; coordinates are metres (Lambert-93).
#include "engine/density/density.hpp"

#include "engine/io/raster_file.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>

namespace ce = cortege::engine;

int main() {
  ce::Features features;
  features.add_line({{893'000, 6'247'000}, {893'600, 6'247'100}, {894'000, 6'246'600}}, 5'000);
  features.add_polygon(
      {{{893'800, 6'246'500}, {893'900, 6'246'500}, {893'900, 6'246'600}, {893'800, 6'246'600}}}, 800);
  features.add_point({893'500, 6'246'900}, 1);
  features.add_point({893'520, 6'246'890}, 1);

  ce::DensityParameters parameters;
  parameters.kernel = ce::Kernel::quartic;
  parameters.bandwidth = 150;
  parameters.grid = ce::covering(*features.extent(), parameters.bandwidth, 10);

  const auto path = std::filesystem::temp_directory_path() / "cortege-density-example.tif";
  ce::RasterFile raster(path, parameters.grid, "EPSG:2154");
  double highest = 0;
  ce::density(features, parameters, [&](auto first_row, auto rows, std::span<const double> values) {
    highest = std::max(highest, *std::ranges::max_element(values));
    raster.write(first_row, rows, values);
  });
  raster.commit();
  fmt::print("{} features, at most {:.1f} persons/ha, in {}\n", features.size(), highest * 10'000,
             path.string());
  std::filesystem::remove(path);
}
