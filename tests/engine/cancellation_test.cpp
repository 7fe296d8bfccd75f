// How long each verb works between two questions whether to stop.
#include "engine/clash/clash.hpp"
#include "engine/density/series.hpp"
#include "engine/zone/zone.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <ctime>
#include <functional>
#include <random>

namespace cortege::engine {
namespace {

using namespace std::chrono_literals;

// Of this thread alone: other work on the machine does not count.
double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double longest_silence_of_one(const std::function<void(const Progress &)> &work) {
  double longest = 0;
  double last = cpu_seconds();
  const auto listen = [&] {
    const double now = cpu_seconds();
    longest = std::max(longest, now - last);
    last = now;
  };
  work([&](double) {
    listen();
    return true;
  });
  listen();
  return longest;
}

constexpr double promised = 0.05;

// The work is the same each time and the machine is not: page faults and interrupts only add.
double longest_silence(const std::function<void(const Progress &)> &work) {
  double least = longest_silence_of_one(work);
  for (int again = 0; again < 8 && least >= promised; ++again)
    least = std::min(least, longest_silence_of_one(work));
  return least;
}

class Silence : public testing::Test {
protected:
  double between(double from, double to) { return std::uniform_real_distribution<double>(from, to)(random_); }
  Point place() { return {between(0, 10'000), between(0, 10'000)}; }

  Features points(int count) {
    Features features;
    for (int i = 0; i < count; ++i)
      features.add_point(place(), 1);
    return features;
  }

  std::mt19937_64 random_{1};
  Grid grid_ = covering({0, 0, 10'000, 10'000}, 0, 20);
};

TEST_F(Silence, IsShortInDensitiesOfPoints) {
  const Features features = points(400'000);
  for (const Kernel kernel : {Kernel::quartic, Kernel::triangular, Kernel::gaussian}) {
    const DensityParameters parameters{kernel, kernel == Kernel::quartic ? 1000.0 : 60.0, grid_, 1};
    EXPECT_LT(longest_silence([&](const Progress &progress) {
                density(
                    features, parameters, [](auto...) {}, progress);
              }),
              promised)
        << name_of(kernel);
  }
}

TEST_F(Silence, IsShortInDensitiesOfShapes) {
  Features features;
  for (int i = 0; i < 300; ++i) {
    Line ring;
    const Point centre = place();
    for (int corner = 0; corner < 300; ++corner)
      ring.push_back(
          {centre.x + 400 * std::cos(corner * M_PI / 150), centre.y + 400 * std::sin(corner * M_PI / 150)});
    features.add_line(ring, 1);
    ring.push_back(ring.front());
    if (i % 30 == 0)
      features.add_polygon({ring}, 1);
  }
  EXPECT_LT(longest_silence([&](const Progress &progress) {
              density(
                  features, {Kernel::quartic, 200, grid_, 1}, [](auto...) {}, progress);
            }),
            promised);
}

TEST_F(Silence, IsShortInSeries) {
  const Features features = points(200'000);
  std::vector<Window> when;
  for (std::size_t i = 0; i < features.size(); ++i) {
    const Instant at{std::chrono::minutes(random_() % 1440)};
    when.push_back({at, at + 2h});
  }
  EXPECT_LT(longest_silence([&](const Progress &progress) {
              density_series(
                  features, when, {Kernel::epanechnikov, 200, grid_, 1}, {},
                  slices_of({Instant{}, Instant{24h}}, 6h), [](auto...) {}, progress);
            }),
            promised);
}

TEST_F(Silence, IsShortInZones) {
  std::vector<float> values(static_cast<std::size_t>(grid_.cells()));
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] = std::sin(static_cast<float>(i % 500) / 9) * std::cos(static_cast<float>(i / 500) / 7);
  EXPECT_LT(longest_silence([&](const Progress &progress) {
              zones(grid_, values, {{0.2, 0.5}}, progress);
            }),
            promised);
}

TEST_F(Silence, IsShortInClashes) {
  std::vector<Occupation> events;
  for (int i = 0; i < 20'000; ++i) {
    const Instant at{std::chrono::minutes(random_() % 20'000)};
    events.push_back(standing_at(std::vector<Point>{place()}, {at, at + 2h}));
  }
  const ClashFinder finder(std::move(events), {});
  EXPECT_LT(longest_silence([&](const Progress &progress) { static_cast<void>(finder.all(progress)); }),
            promised);
}

} // namespace
} // namespace cortege::engine
