// Density: points by kernel, size and raster; 4 000 route segments; areas; a space-time series. One thread
// unless said. Time excludes reading and writing; the rows go to a sink, as they do on their way to a file.
#include "engine/density/series.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <random>

namespace cortege::engine {
namespace {

// 12.8 km × 9.6 km in Marseille: 1280 × 960 cells are 10 m wide.
constexpr Box city{893'000, 6'240'000, 905'800, 6'249'600};

Features points(std::int64_t count) {
  std::mt19937_64 random(1);
  std::uniform_real_distribution<double> x(city.xmin, city.xmax);
  std::uniform_real_distribution<double> y(city.ymin, city.ymax);
  std::uniform_real_distribution<double> mass(0.5, 2);
  Features features;
  features.reserve_points(static_cast<std::size_t>(count));
  for (std::int64_t i = 0; i < count; ++i)
    features.add_point({x(random), y(random)}, mass(random));
  return features;
}

Features routes(int segments) {
  std::mt19937_64 random(2);
  std::uniform_real_distribution<double> turn(-0.5, 0.5);
  std::uniform_real_distribution<double> step(15, 60);
  Features features;
  for (int route = 0; route < segments / 100; ++route) {
    Line line{{893'000 + 12'800 * (static_cast<double>(random() % 1000) / 1000),
               6'240'000 + 9'600 * (static_cast<double>(random() % 1000) / 1000)}};
    double heading = turn(random) * 12;
    for (int i = 0; i < 100; ++i) {
      heading += turn(random);
      const double length = step(random);
      line.push_back(
          {line.back().x + length * std::cos(heading), line.back().y + length * std::sin(heading)});
    }
    features.add_line(line, 1000);
  }
  return features;
}

double computed(const Features &features, const DensityParameters &parameters) {
  double first = 0;
  density(features, parameters, [&](auto, auto, std::span<const double> values) { first += values[0]; });
  return first;
}

void of_points(benchmark::State &state) {
  const Features features = points(state.range(0));
  DensityParameters parameters{static_cast<Kernel>(state.range(2)), 1000,
                               covering(city, 0, 12'800.0 / static_cast<double>(state.range(1))),
                               static_cast<int>(state.range(3))};
  if (state.range(1) == 4096) // square, as the peers' table has it
    parameters.grid =
        covering({city.xmin, city.ymin, city.xmin + 10'000, city.ymin + 10'000}, 0, 10'000.0 / 4096);
  for (auto _ : state)
    benchmark::DoNotOptimize(computed(features, parameters));
  state.SetLabel(name_of(parameters.kernel));
}
BENCHMARK(of_points)
    ->ArgNames({"points", "columns", "kernel", "threads"})
    ->ArgsProduct({{10'000, 100'000, 1'000'000}, {1280}, {1, 2}, {1, 2}})
    ->ArgsProduct({{100'000, 1'000'000}, {4096}, {1, 2}, {1, 2}})
    ->ArgsProduct({{100'000}, {1280}, {0, 4}, {1}})
    ->UseRealTime()
    ->MeasureProcessCPUTime()
    ->Unit(benchmark::kMillisecond);

void of_routes(benchmark::State &state) {
  const Features features = routes(4000);
  const DensityParameters parameters{Kernel::quartic, 500, covering(city, 0, 10), 1};
  for (auto _ : state)
    benchmark::DoNotOptimize(computed(features, parameters));
}
BENCHMARK(of_routes)->Unit(benchmark::kMillisecond);

void of_areas(benchmark::State &state) {
  std::mt19937_64 random(3);
  std::uniform_real_distribution<double> size(10, 120);
  Features features;
  const Features centres = points(1000);
  for (std::size_t i = 0; i < 1000; ++i) {
    Line ring;
    for (int corner = 0; corner <= 12; ++corner) {
      const double angle = corner % 12 * M_PI / 6;
      const double radius = size(random);
      ring.push_back({centres.points().x[i] + radius * std::cos(angle),
                      centres.points().y[i] + radius * std::sin(angle)});
    }
    ring.back() = ring.front();
    features.add_polygon({ring}, 100);
  }
  const DensityParameters parameters{Kernel::quartic, 500, covering(city, 0, 10), 1};
  for (auto _ : state)
    benchmark::DoNotOptimize(computed(features, parameters));
}
BENCHMARK(of_areas)->Unit(benchmark::kMillisecond);

// One year, 32 slices, 640 × 480.
void of_series(benchmark::State &state) {
  const Features features = points(100'000);
  std::mt19937_64 random(4);
  constexpr std::int64_t year = 365 * 24;
  std::vector<Window> when;
  for (std::size_t i = 0; i < features.size(); ++i) {
    const Instant at{std::chrono::hours(random() % static_cast<unsigned>(year))};
    when.push_back({at, at});
  }
  const auto slices = slices_of({Instant{}, Instant{std::chrono::hours(year)}}, Seconds(year * 3600.0 / 32));
  const TimeModel model{TimeModel::Kind::kernel, Seconds(static_cast<double>(state.range(0)) * 86400)};
  const DensityParameters parameters{Kernel::epanechnikov, 1000, covering(city, 0, 20), 1};
  double first = 0;
  for (auto _ : state)
    density_series(features, when, parameters, model, slices,
                   [&](auto, auto, auto, std::span<const double> values) { first += values[0]; });
  benchmark::DoNotOptimize(first);
}
BENCHMARK(of_series)->ArgName("days")->Arg(30)->Arg(120)->Unit(benchmark::kMillisecond);

// The definition, every cell in reach of every point: what the row method is measured against.
void plain(benchmark::State &state) {
  const Features features = points(state.range(0));
  const Grid grid = covering(city, 0, 10);
  std::vector<double> raster(static_cast<std::size_t>(grid.cells()));
  constexpr double h = 100;
  for (auto _ : state)
    for (std::size_t i = 0; i < features.size(); ++i) {
      const double x = (features.points().x[i] - city.xmin) / 10 - 0.5;
      const double y = (features.points().y[i] - city.ymin) / 10 - 0.5;
      for (auto row = std::max<std::int64_t>(0, std::llround(y - h)); row < std::min<double>(960, y + h);
           ++row)
        for (auto column = std::max<std::int64_t>(0, std::llround(x - h));
             column < std::min<double>(1280, x + h); ++column) {
          const double dx = static_cast<double>(column) - x;
          const double dy = static_cast<double>(row) - y;
          const double u = (dx * dx + dy * dy) / (h * h);
          if (u < 1)
            raster[static_cast<std::size_t>(row * grid.width + column)] +=
                features.points().mass[i] * (1 - u);
        }
    }
  benchmark::DoNotOptimize(raster.data());
}
BENCHMARK(plain)->ArgName("points")->Arg(10'000)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace cortege::engine

BENCHMARK_MAIN();
