// Gi* and its classes: how time grows with cells, with the neighbourhood and with scattered points.
#include "engine/hotspot/gi_star.hpp"
#include "engine/hotspot/significance.hpp"

#include <benchmark/benchmark.h>

#include <random>

namespace cortege::engine {
namespace {

constexpr double resolution = 100;

std::vector<double> counts(std::int64_t side) {
  std::mt19937_64 random(1);
  std::poisson_distribution<int> calm(0.3);
  std::vector<double> values(static_cast<std::size_t>(side * side));
  for (double &value : values)
    value = calm(random);
  return values;
}

void cells(benchmark::State &state) {
  const std::int64_t side = state.range(0);
  const std::vector<double> values = counts(side);
  for (auto _ : state)
    benchmark::DoNotOptimize(
        gi_star(values, side, side, resolution, resolution * static_cast<double>(state.range(1))));
  state.counters["cells"] = static_cast<double>(side * side);
}
BENCHMARK(cells)
    ->ArgNames({"side", "radius"})
    ->ArgsProduct({{316, 1000, 3162}, {3, 10}})
    ->Unit(benchmark::kMillisecond);

void classes(benchmark::State &state) {
  const std::int64_t side = state.range(0);
  const std::vector<double> z = gi_star(counts(side), side, side, resolution, 3 * resolution);
  for (auto _ : state)
    benchmark::DoNotOptimize(hot_spot_classes(z));
}
BENCHMARK(classes)->ArgName("side")->Arg(1000)->Unit(benchmark::kMillisecond);

void points(benchmark::State &state) {
  std::mt19937_64 random(2);
  std::uniform_real_distribution<double> place(0, 20'000);
  std::vector<Point> places(static_cast<std::size_t>(state.range(0)));
  std::vector<double> values(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    places[i] = {place(random), place(random)};
    values[i] = place(random);
  }
  for (auto _ : state)
    benchmark::DoNotOptimize(gi_star(places, values, static_cast<double>(state.range(1))));
}
BENCHMARK(points)
    ->ArgNames({"points", "metres"})
    ->ArgsProduct({{10'000, 100'000}, {200, 500}})
    ->Unit(benchmark::kMillisecond);

} // namespace
} // namespace cortege::engine

BENCHMARK_MAIN();
