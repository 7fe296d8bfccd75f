#include "plugin/march_assumptions.hpp"
#include "plugin/timetable.hpp"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHeaderView>

#include <gtest/gtest.h>

namespace cortege::plugin {
namespace {

TEST(MarchAssumptionsTest, UsualFiguresUntilTheyAreChanged) {
  MarchAssumptions assumptions;
  EXPECT_EQ(assumptions.speed(), 3);
  EXPECT_EQ(assumptions.width(), 10);
  EXPECT_FALSE(assumptions.density());
  EXPECT_FALSE(assumptions.steps());
  int changes = 0, steps = 0;
  QObject::connect(&assumptions, &MarchAssumptions::changed, [&changes] { ++changes; });
  QObject::connect(&assumptions, &MarchAssumptions::stepsChanged, [&steps] { ++steps; });
  assumptions.findChild<QDoubleSpinBox *>(QStringLiteral("cortegeSpeed"))->setValue(4);
  assumptions.findChild<QDoubleSpinBox *>(QStringLiteral("cortegeDensity"))->setValue(2);
  assumptions.findChild<QCheckBox *>(QStringLiteral("cortegeSteps"))->click();
  EXPECT_EQ(assumptions.density(), 2);
  EXPECT_TRUE(assumptions.steps());
  EXPECT_EQ(changes, 2);
  EXPECT_EQ(steps, 1);
}

// Weidmann: at 2 persons/m² a crowd walks at 1.34 (1 - exp(-1.913 (1/2 - 1/5.4))) = 0.61 m/s, 2.2 km/h.
TEST(MarchAssumptionsTest, WhatCannotBeIsExplained) {
  MarchAssumptions assumptions;
  auto *density = assumptions.findChild<QDoubleSpinBox *>(QStringLiteral("cortegeDensity"));
  density->setValue(2);
  EXPECT_TRUE(assumptions.impossible().contains(QStringLiteral("2.2 km/h at most")))
      << assumptions.impossible().toStdString();
  density->setValue(6);
  EXPECT_TRUE(assumptions.impossible().contains(QStringLiteral("nobody moves")));
  density->setValue(0);
  EXPECT_TRUE(assumptions.impossible().contains(QStringLiteral("2 to 4 km/h")));
}

class TimetableTest : public testing::Test {
protected:
  QString cell(int row, int column) const { return table_.item(row, column)->text(); }

  const QDateTime begin_{QDate(2026, 6, 30), QTime(23, 50)};
  Timetable table_;
};

TEST_F(TimetableTest, WithoutACountOnlyTheHeadIsTold) {
  table_.show({QStringLiteral("A"), QStringLiteral("B")}, {0, 1000}, begin_, 3 / 3.6, std::nullopt);
  EXPECT_EQ(cell(0, 1), QStringLiteral("23:50"));
  EXPECT_EQ(cell(1, 1), QStringLiteral("00:10 (+1)")) << "a kilometre at 3 km/h";
  EXPECT_EQ(cell(1, 2), QString());
}

// 2 800 persons on 10 m at 1.4 persons/m²: a column of 200 m, that passes in 4 minutes at 3 km/h.
TEST_F(TimetableTest, HeadAndTailAtEachPlace) {
  const engine::March march({{{0, 0}, {1000, 0}}, to_instant(begin_), 2800, {10}, 1.4, 3 / 3.6, {}});
  table_.show({QStringLiteral("A"), QStringLiteral("B")}, {0, 1000}, begin_, 3 / 3.6, march);
  EXPECT_EQ(cell(0, 2), QStringLiteral("23:54"));
  EXPECT_EQ(cell(1, 1), QStringLiteral("00:10 (+1)"));
  EXPECT_EQ(cell(1, 2), QStringLiteral("00:14 (+1)"));
}

TEST_F(TimetableTest, AsTallAsItsRowsAndNoTallerThanSix) {
  table_.show({}, {0, 1}, begin_, 1, std::nullopt);
  const int two = table_.height();
  table_.show({}, {0, 1, 2}, begin_, 1, std::nullopt);
  EXPECT_EQ(table_.height() - two, table_.verticalHeader()->defaultSectionSize());
  table_.show({}, QList<double>{0, 1, 2, 3, 4, 5, 6, 7}, begin_, 1, std::nullopt);
  EXPECT_EQ(table_.height() - two, 4 * table_.verticalHeader()->defaultSectionSize());
}

TEST_F(TimetableTest, WithoutAStartNoHourIsInvented) {
  table_.show({QStringLiteral("A")}, {0}, QDateTime(), 1, std::nullopt);
  EXPECT_EQ(cell(0, 1), QString());
}

} // namespace
} // namespace cortege::plugin
