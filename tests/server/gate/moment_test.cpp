#include "server/gate/answer.hpp"
#include "server/gate/moment.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

namespace cortege::gate {
namespace {

class Moment : public testing::Test {
protected:
  void SetUp() override {
    setenv("TZ", "Europe/Paris", 1);
    tzset();
  }
};

TEST_F(Moment, with_any_zone_or_none_it_is_local_time) {
  for (const char *text : {"2026-01-10T14:00", "2026-01-10T14:00:00", "2026-01-10 14:00:00.000",
                           "2026-01-10T13:00Z", "2026-01-10T13:00:00.5Z", "2026-01-10T14:00:00+01:00",
                           "2026-01-10T14:00:00 01:00", "2026-01-10T08:00:00-0500", "2026-01-10T14:00+01"})
    EXPECT_EQ(canonical_time(text), "2026-01-10T14:00:00") << text;
  EXPECT_EQ(canonical_time("2026-07-10T12:00:00Z"), "2026-07-10T14:00:00"); // summer
}

TEST_F(Moment, an_interval_keeps_both_ends) {
  EXPECT_EQ(canonical_time("2026-01-10T14:00:00Z/2026-01-10T15:00:00Z"),
            "2026-01-10T15:00:00/2026-01-10T16:00:00");
  EXPECT_EQ(canonical_time("2026-01-10T14:00:00/2026-01-10T15:00:00Z"),
            "2026-01-10T14:00:00/2026-01-10T16:00:00");
  EXPECT_EQ(canonical_time("2026-01-10/2026-01-11"), "2026-01-10T00:00:00/2026-01-11T23:59:59");
  EXPECT_EQ(canonical_time("2026-01-10T14:00Z/2026-01-10T14:00Z"), "2026-01-10T15:00:00/2026-01-10T15:00:00");
}

TEST_F(Moment, a_day_is_all_of_it_also_when_it_has_23_hours) {
  EXPECT_EQ(canonical_time("2026-01-10"), "2026-01-10T00:00:00/2026-01-10T23:59:59");
  EXPECT_EQ(canonical_time("2026-03-29"), "2026-03-29T00:00:00/2026-03-29T23:59:59");
  EXPECT_EQ(canonical_time("2028-02-29"), "2028-02-29T00:00:00/2028-02-29T23:59:59");
  EXPECT_EQ(canonical_time("current"), today());
}

TEST_F(Moment, nonsense_is_refused) {
  for (const char *text : {"",
                           "hier",
                           "2026",
                           "2026-13-01",
                           "2026-00-10",
                           "2026-02-30",
                           "2026-02-29",
                           "2026-01-10T24:00",
                           "2026-01-10T14:60",
                           "2026-1-1",
                           "2026-01-10T14:00:00ZZ",
                           "2026-01-10T14:00:00+99:00",
                           "9999-01-01",
                           "-2026-01-01",
                           "2026-01-10T14:00,2026-01-10T15:00",
                           "2026-01-10/2026-01-09",
                           "2026-01-10/",
                           "/2026-01-10",
                           "2026-01-10/P1D",
                           "2026-01-10/2026-01-11/PT1H",
                           "2026-01-10T14:00' OR 1=1 --"}) {
    EXPECT_THROW(canonical_time(text), Refusal) << text;
  }
}

} // namespace
} // namespace cortege::gate
