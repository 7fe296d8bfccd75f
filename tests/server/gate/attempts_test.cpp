#include "server/gate/attempts.hpp"

#include <gtest/gtest.h>

namespace cortege::gate {
namespace {

using namespace std::chrono_literals;

TEST(Attempts, wait_twice_as_long_after_each_failure_beyond_the_free_ones) {
  Attempts attempts(3, 60s);
  const auto now = Attempts::Clock::now();
  for (int failure = 1; failure <= 3; ++failure) {
    attempts.failed("a", now);
    EXPECT_EQ(attempts.wait("a", now), 0s);
  }
  for (const auto expected : {2s, 4s, 8s, 16s, 32s, 60s, 60s}) {
    attempts.failed("a", now);
    EXPECT_EQ(attempts.wait("a", now), expected);
    EXPECT_EQ(attempts.wait("a", now + expected), 0s);
  }
  EXPECT_EQ(attempts.wait("b", now), 0s);
}

TEST(Attempts, success_and_a_quarter_of_an_hour_forget) {
  Attempts attempts(0, 60s);
  const auto now = Attempts::Clock::now();
  attempts.failed("a", now);
  EXPECT_EQ(attempts.wait("a", now), 2s);
  attempts.succeeded("a");
  EXPECT_EQ(attempts.wait("a", now), 0s);
  attempts.failed("a", now);
  attempts.failed("a", now);
  attempts.failed("b", now + 16min); // what is old is thrown away
  attempts.failed("a", now + 16min);
  EXPECT_EQ(attempts.wait("a", now + 16min), 2s);
}

TEST(Attempts, a_flood_of_names_does_not_grow_without_end) {
  Attempts attempts(0, 60s);
  const auto now = Attempts::Clock::now();
  for (int i = 0; i < 10500; ++i)
    attempts.failed(std::to_string(i), now + std::chrono::microseconds(i));
  EXPECT_EQ(attempts.wait("0", now), 0s); // the oldest gave way
  EXPECT_EQ(attempts.wait("10499", now), 3s);
}

} // namespace
} // namespace cortege::gate
