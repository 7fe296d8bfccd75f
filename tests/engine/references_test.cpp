// Against R's spatstat and spdep, run live: skipped, saying so, where they are not installed.
#include "engine/density/density.hpp"
#include "engine/hotspot/gi_star.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

namespace fs = std::filesystem;

namespace cortege::engine {
namespace {

class References : public testing::Test {
protected:
  References() { fs::create_directories(folder_); }
  ~References() override { fs::remove_all(folder_); }

  static bool installed(const std::string &package) {
    const std::string ask = fmt::format(
        "Rscript -e 'quit(status = !requireNamespace(\"{}\", quietly = TRUE))' >/dev/null 2>&1", package);
    return std::system(ask.c_str()) == 0; // NOLINT(concurrency-mt-unsafe): one thread
  }

  /// Writes columns as the script will read them.
  void give(const std::string &name, const std::vector<std::vector<double>> &rows) const {
    std::ofstream file(folder_ / name);
    for (const auto &row : rows) {
      for (std::size_t i = 0; i < row.size(); ++i)
        file << fmt::format("{}{:.17g}", i == 0 ? "" : " ", row[i]);
      file << '\n';
    }
  }

  /// What the script writes into `out`, one number a line.
  [[nodiscard]] std::vector<double> run(const std::string &script) const {
    std::ofstream(folder_ / "script.R") << script;
    const std::string command = fmt::format("cd '{}' && Rscript script.R >log 2>&1", folder_.string());
    EXPECT_EQ(std::system(command.c_str()), 0) // NOLINT(concurrency-mt-unsafe)
        << std::string(std::istreambuf_iterator<char>(std::ifstream(folder_ / "log").rdbuf()), {});
    std::vector<double> values;
    std::ifstream out(folder_ / "out");
    for (double value = 0; out >> value;)
      values.push_back(value);
    return values;
  }

  std::mt19937_64 random_{11};
  fs::path folder_ = fs::path(testing::TempDir()) / ("cortege-r-" + std::to_string(std::random_device{}()));
};

TEST_F(References, SpatstatGivesTheSameDensities) {
  if (!installed("spatstat.explore"))
    GTEST_SKIP() << "R's spatstat.explore is not installed (scripts/setup --bench)";
  std::uniform_real_distribution<double> side(0, 3000);
  std::uniform_real_distribution<double> mass(0, 5);
  Features features;
  std::vector<std::vector<double>> rows;
  for (int i = 0; i < 400; ++i) {
    rows.push_back({side(random_), side(random_), mass(random_)});
    features.add_point({rows.back()[0], rows.back()[1]}, rows.back()[2]);
  }
  give("points", rows);
  const Grid grid = covering({0, 0, 3000, 3000}, 0, 60);
  std::vector<std::vector<double>> cells;
  for (std::int64_t row = 0; row < grid.height; ++row)
    for (std::int64_t column = 0; column < grid.width; ++column)
      cells.push_back({grid.centre(column, row).x, grid.centre(column, row).y});
  give("cells", cells);
  for (const auto &[kernel, name] : {std::pair{Kernel::uniform, "disc"},
                                     {Kernel::epanechnikov, "epanechnikov"},
                                     {Kernel::quartic, "quartic"},
                                     {Kernel::gaussian, "gaussian"}}) {
    // Their σ is the standard deviation of the kernel on either axis; ours is its radius, but for a Gaussian.
    const auto truth = run(fmt::format(
        "suppressPackageStartupMessages({{ library(spatstat.geom); library(spatstat.explore) }})\n"
        "p <- read.table('points'); c <- read.table('cells')\n"
        "w <- owin(c(0, 3000), c(0, 3000))\n"
        "h <- 400; k <- '{}'\n"
        "sigma <- if (k == 'gaussian') h else h / cutoff2Dkernel(k, sigma = 1, scalekernel = TRUE)\n"
        "v <- densitycrossEngine(ppp(p$V1, p$V2, window = w), ppp(c$V1, c$V2, window = w), sigma = sigma,\n"
        "  kernel = k, weights = p$V3, edge = FALSE, scalekernel = TRUE)\n"
        "write(format(as.vector(v), digits = 17), 'out', ncolumns = 1)\n",
        name));
    const auto ours = density(features, {kernel, 400, grid, 1});
    ASSERT_EQ(truth.size(), ours.size()) << name;
    const double highest = *std::max_element(ours.begin(), ours.end());
    // Cells on the rim of a disc fall in or out by a rounding.
    const double tolerance = 1e-9 * highest;
    std::size_t unlike = 0;
    for (std::size_t i = 0; i < ours.size(); ++i)
      unlike += std::abs(ours[i] - truth[i]) <= tolerance ? 0U : 1U;
    EXPECT_EQ(unlike, 0U) << name;
  }
}

TEST_F(References, SpdepGivesTheSameScores) {
  if (!installed("spdep"))
    GTEST_SKIP() << "R's spdep is not installed (scripts/setup --bench)";
  std::uniform_real_distribution<double> side(0, 5000);
  std::poisson_distribution<int> count(3);
  std::vector<Point> places;
  std::vector<double> values;
  std::vector<std::vector<double>> rows;
  for (int i = 0; i < 500; ++i) {
    places.push_back({side(random_), side(random_)});
    values.push_back(count(random_));
    rows.push_back({places.back().x, places.back().y, values.back()});
  }
  give("places", rows);
  const auto truth = run("suppressPackageStartupMessages(library(spdep))\n"
                         "p <- read.table('places')\n"
                         "n <- include.self(dnearneigh(cbind(p$V1, p$V2), 0, 600))\n"
                         "z <- localG(p$V3, nb2listw(n, style = 'B'))\n"
                         "write(format(as.vector(z), digits = 17), 'out', ncolumns = 1)\n");
  const auto ours = gi_star(places, values, 600);
  ASSERT_EQ(truth.size(), ours.size());
  for (std::size_t i = 0; i < ours.size(); ++i)
    EXPECT_NEAR(ours[i], truth[i], 1e-9) << i;
}

} // namespace
} // namespace cortege::engine
