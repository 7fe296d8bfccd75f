#include "plugin/timeline.hpp"

#include <QTest>
#include <QWheelEvent>

#include <gtest/gtest.h>

namespace cortege::plugin {
namespace {

class TimelineTest : public testing::Test {
protected:
  void SetUp() override {
    timeline_.resize(300, 62);
    timeline_.show(first_, {{first_, {}},
                            {first_.addDays(4), first_.addDays(5)},      // past midnight
                            {first_.addDays(-200), first_.addDays(165)}, // a year
                            {first_.addDays(40), {}},
                            {first_.addDays(-3), first_.addDays(-2)}});
  }

  const QDate first_{2026, 10, 20};
  Timeline timeline_;
};

TEST_F(TimelineTest, EachDayCountsWhatItHolds) {
  EXPECT_EQ(timeline_.count(0), 2);
  EXPECT_EQ(timeline_.count(1), 1) << "the year-long alone";
  EXPECT_EQ(timeline_.count(4), 2);
  EXPECT_EQ(timeline_.count(5), 2);
  EXPECT_EQ(timeline_.count(29), 1);
}

TEST_F(TimelineTest, AClickChoosesTheDayUnderIt) {
  QList<QDate> chosen;
  QObject::connect(&timeline_, &Timeline::dayChosen, [&chosen](const QDate &day) { chosen << day; });
  QTest::mouseClick(&timeline_, Qt::LeftButton, Qt::NoModifier, QPoint(45, 20));
  QTest::mouseClick(&timeline_, Qt::LeftButton, Qt::NoModifier, QPoint(299, 20));
  EXPECT_EQ(chosen, (QList<QDate>{first_.addDays(4), first_.addDays(29)}));
}

TEST_F(TimelineTest, TheWheelAsksForOtherWeeks) {
  QList<int> days;
  QObject::connect(&timeline_, &Timeline::scrolled, [&days](int by) { days << by; });
  for (const int turn : {-120, 120}) {
    QWheelEvent wheel(QPointF(10, 10), QPointF(10, 10), QPoint(), QPoint(0, turn), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&timeline_, &wheel);
  }
  EXPECT_EQ(days, (QList<int>{7, -7}));
}

// A bar is drawn where there is something, none where there is nothing.
TEST_F(TimelineTest, WhatIsDrawnFollowsTheCounts) {
  timeline_.show(first_, {{first_.addDays(10), {}}});
  const QImage drawn = timeline_.grab().toImage();
  const double scale = timeline_.devicePixelRatioF();
  const auto colour = [&](double day) {
    return drawn.pixelColor(int((day * 10 + 5) * scale), int(38 * scale));
  };
  EXPECT_EQ(colour(10), QColor(47, 128, 208));
  EXPECT_NE(colour(9), QColor(47, 128, 208));
}

} // namespace
} // namespace cortege::plugin
