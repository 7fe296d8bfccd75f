// Clashes: a year or a month of events over a city of 15 km, three in ten of them marches of 20 segments.
#include "engine/clash/clash.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <random>

namespace cortege::engine {
namespace {

class City {
public:
  explicit City(double days) : start_(0, days * 86'400) {}

  std::vector<Occupation> events(std::int64_t count) {
    std::vector<Occupation> made;
    for (std::int64_t i = 0; i < count; ++i)
      made.push_back(i % 10 < 3 ? march() : i % 10 < 6 ? gathering() : visit());
    return made;
  }

private:
  Point place() { return {893'000 + place_(random_), 6'246'000 + place_(random_)}; }
  Window three_hours() {
    const Instant from(std::chrono::round<Instant::duration>(Seconds(start_(random_))));
    return {from, from + std::chrono::hours(3)};
  }
  Occupation march() {
    MarchParameters parameters;
    parameters.route = {place()};
    for (int i = 0; i < 20; ++i)
      parameters.route.push_back({parameters.route.back().x + 100 + 60 * turn_(random_),
                                  parameters.route.back().y + 100 * turn_(random_)});
    parameters.start = three_hours().from;
    parameters.persons = 200 + place_(random_) / 3;
    return moving(engine::March(parameters));
  }
  Occupation gathering() {
    const Point centre = place();
    Line ring;
    for (int i = 0; i < 8; ++i)
      ring.push_back({centre.x + 50 * std::cos(i * 0.785), centre.y + 50 * std::sin(i * 0.785)});
    ring.push_back(ring.front());
    return standing_on(std::vector<Polygon>{{ring}}, three_hours());
  }
  Occupation visit() { return standing_at(std::vector<Point>{place(), place()}, three_hours()); }

  std::mt19937_64 random_{1};
  std::uniform_real_distribution<double> place_{0, 15'000};
  std::uniform_real_distribution<double> start_;
  std::normal_distribution<double> turn_;
};

void all_pairs(benchmark::State &state) {
  const std::vector<Occupation> events = City(static_cast<double>(state.range(1))).events(state.range(0));
  std::size_t found = 0;
  for (auto _ : state)
    found = ClashFinder(events, {}).all().size();
  state.counters["clashes"] = static_cast<double>(found);
}
BENCHMARK(all_pairs)
    ->ArgNames({"events", "days"})
    ->ArgsProduct({{1'000, 10'000, 30'000}, {365, 30}})
    ->Unit(benchmark::kMillisecond);

void one_more(benchmark::State &state) {
  City city(30);
  const ClashFinder finder(city.events(10'000), {});
  const std::vector<Occupation> drawn = city.events(10);
  for (auto _ : state)
    benchmark::DoNotOptimize(finder.with(drawn.front()));
}
BENCHMARK(one_more)->Unit(benchmark::kMicrosecond);

} // namespace
} // namespace cortege::engine

BENCHMARK_MAIN();
