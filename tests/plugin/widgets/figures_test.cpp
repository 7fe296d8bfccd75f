#include "plugin/figures.hpp"
#include "plugin/locale.hpp"

#include <gtest/gtest.h>

namespace cortege::plugin {
namespace {

struct Typed {
  const char *text;
  std::optional<int> minutes;
};

class Durations : public testing::TestWithParam<Typed> {};

TEST_P(Durations, AreReadAsTheyAreTyped) {
  EXPECT_EQ(minutes_of(QString::fromUtf8(GetParam().text)), GetParam().minutes) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(Typed, Durations,
                         testing::Values(Typed{"2h30", 150}, Typed{"2 h 30", 150}, Typed{"2H", 120},
                                         Typed{"1:45", 105}, Typed{"90 min", 90}, Typed{"90mn", 90},
                                         Typed{"90", 90}, Typed{"3", 180}, Typed{"9", 540}, Typed{"10", 10},
                                         Typed{"1,5 h", 90}, Typed{"2.5h", 150}, Typed{"3 j", 3 * 1440},
                                         Typed{"3 jours", 3 * 1440}, Typed{"3 heures", 180},
                                         Typed{"2\u00a0h\u00a030", 150}, Typed{"", std::nullopt},
                                         Typed{"demain", std::nullopt}, Typed{"-2h", std::nullopt},
                                         Typed{"2h30h", std::nullopt}, Typed{"99999 min", std::nullopt}));

TEST(Figures, WhatIsTypedIsWrittenBackAlike) {
  for (const int minutes : {45, 60, 90, 150, 600, 1439, 2880, 3 * 1440})
    EXPECT_EQ(minutes_of(typed_duration(60 * minutes)), minutes)
        << typed_duration(60 * minutes).toStdString();
}

TEST(Figures, LengthsFollowTheLanguage) {
  set_person_language(QStringLiteral("fr_FR"));
  EXPECT_EQ(metres_text(418.4), QStringLiteral("418\u00a0m"));
  EXPECT_EQ(metres_text(1408), QStringLiteral("1,41\u00a0km"));
  EXPECT_EQ(metres_text(0), QStringLiteral("0\u00a0m"));
}

TEST(Figures, DurationsRoundToTheMinute) {
  EXPECT_EQ(duration_text(29), QStringLiteral("0 min"));
  EXPECT_EQ(duration_text(3599), QStringLiteral("1 h 00"));
  EXPECT_EQ(duration_text(3900), QStringLiteral("1 h 05"));
}

TEST(Figures, HoursPastMidnightSayTheDay) {
  const QDateTime begin(QDate(2026, 6, 30), QTime(23, 30));
  EXPECT_EQ(clock_text(begin.addSecs(600), begin), QStringLiteral("23:40"));
  EXPECT_EQ(clock_text(begin.addSecs(2400), begin), QStringLiteral("00:10 (+1)"));
}

// 25 October 2026: at three o'clock it is two again; two hours later by the clock are three by the watch.
TEST(Figures, HoursAcrossTheChangeOfClocks) {
  const QDateTime begin(QDate(2026, 10, 25), QTime(1, 0));
  EXPECT_EQ(clock_text(begin.addSecs(3 * 3600), begin), QStringLiteral("03:00"));
  const QDateTime spring(QDate(2026, 3, 29), QTime(1, 0));
  EXPECT_EQ(clock_text(spring.addSecs(3600), spring), QStringLiteral("03:00"));
}

} // namespace
} // namespace cortege::plugin
