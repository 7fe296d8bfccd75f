#include "cli/analysis/local_time.hpp"
#include "engine/error.hpp"

#include <gtest/gtest.h>

namespace cortege::analysis {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

engine::Instant utc(int year, unsigned month, unsigned day, int hour, int minute = 0) {
  return engine::Instant(std::chrono::sys_days(std::chrono::year(year) / month / day)) + hours(hour)
         + minutes(minute);
}

TEST(LocalTime, ReadsDatesOfTheTerritoryAndOfAnyZone) {
  const LocalTime paris;
  EXPECT_EQ(paris.require("2026-05-01T14:30"), utc(2026, 5, 1, 12, 30));
  EXPECT_EQ(paris.require("2026-01-05"), utc(2026, 1, 4, 23));
  EXPECT_EQ(paris.require("2026-05-01 14:30:00Z"), utc(2026, 5, 1, 14, 30));
  EXPECT_EQ(paris.require("2026-05-01T14:30:00-05:30"), utc(2026, 5, 1, 20, 0));
  EXPECT_EQ(paris.require("2026-05-01T14:30+02"), utc(2026, 5, 1, 12, 30));
  EXPECT_EQ(paris.require("01/05/2026 14h30"), utc(2026, 5, 1, 12, 30));
  EXPECT_EQ(paris.require("2026-05-01T14:30:00.25Z"),
            utc(2026, 5, 1, 14, 30) + std::chrono::milliseconds(250));
}

TEST(LocalTime, DaysOf23And25HoursAreTheCalendars) {
  const LocalTime paris;
  EXPECT_EQ(paris.require("2026-03-30") - paris.require("2026-03-29"), hours(23));
  EXPECT_EQ(paris.require("2026-10-26") - paris.require("2026-10-25"), hours(25));
  EXPECT_EQ(paris.text(utc(2026, 10, 25, 0, 30)), "2026-10-25T02:30:00+02:00");
  EXPECT_EQ(paris.text(utc(2026, 10, 25, 1, 30)), "2026-10-25T02:30:00+01:00");
}

TEST(LocalTime, TakesAnHourThatComesTwiceTheFirstTimeAndMovesOnOneThatDoesNotCome) {
  const LocalTime paris;
  EXPECT_EQ(paris.require("2026-10-25T02:30"), utc(2026, 10, 25, 0, 30));
  EXPECT_EQ(paris.require("2026-10-25T02:30+01:00"), utc(2026, 10, 25, 1, 30));
  EXPECT_EQ(paris.text(paris.require("2026-03-29T02:30")), "2026-03-29T03:30:00+02:00");
}

TEST(LocalTime, SeveralZonesLiveSideBySide) {
  const LocalTime paris;
  const LocalTime chicago("America/Chicago");
  EXPECT_EQ(chicago.require("2018-07-01"), utc(2018, 7, 1, 5));
  EXPECT_EQ(paris.require("2018-07-01"), utc(2018, 6, 30, 22));
  EXPECT_EQ(chicago.text(utc(2018, 1, 1, 0)), "2017-12-31T18:00:00-06:00");
  EXPECT_THROW(LocalTime("Europe/Atlantis"), engine::Error);
}

TEST(LocalTime, WritesWhatItReads) {
  const LocalTime paris;
  for (const char *text :
       {"2026-05-01T14:30:15+02:00", "1969-12-31T23:59:59+01:00", "2026-12-31T00:00:00+01:00"})
    EXPECT_EQ(paris.text(paris.require(text)), text);
}

TEST(LocalTime, RefusesWhatIsNoDate) {
  const LocalTime paris;
  for (const char *text : {"", "demain", "2026-13-01", "2026-05-01T14:30+2", "2026-05-01T14:30:61",
                           "2026-05-01 14:30 demain", "26-05-01", "2026-05-01T14:30:15.", "99999-01-01",
                           "2026-05-01T", "2026-02-30", "2026-05-01T99:00", "2026-05-01T14", "1/5/26"})
    EXPECT_FALSE(paris.read(text)) << text;
  EXPECT_THROW(static_cast<void>(paris.require("demain")), engine::Error);
}

TEST(Duration, ReadsUsualForms) {
  EXPECT_EQ(duration("30min"), minutes(30));
  EXPECT_EQ(duration("1h30"), minutes(90));
  EXPECT_EQ(duration("2 h"), hours(2));
  EXPECT_EQ(duration("90s"), std::chrono::seconds(90));
  EXPECT_EQ(duration("7d"), hours(168));
  EXPECT_EQ(duration("45"), minutes(45));
  EXPECT_EQ(duration("1d 2h 3min 4s"), std::chrono::seconds(86400 + 7200 + 180 + 4));
  for (const char *text : {"", "min", "-5min", "1w", "soon"})
    EXPECT_THROW(static_cast<void>(duration(text)), engine::Error) << text;
}

} // namespace
} // namespace cortege::analysis
