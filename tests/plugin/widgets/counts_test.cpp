#include "plugin/count_fields.hpp"
#include "plugin/field_note.hpp"

#include <QFormLayout>
#include <QLineEdit>
#include <QTest>

#include <gtest/gtest.h>

namespace cortege::plugin {
namespace {

class CountFieldsTest : public testing::Test {
protected:
  QLineEdit *field(const char *name) { return form_.findChild<QLineEdit *>(QLatin1String(name)); }
  QString note() const {
    const auto *label = form_.findChild<FieldNote *>(QStringLiteral("cortegeCountNote"));
    return label->isHidden() ? QString() : label->text();
  }

  QWidget form_;
  CountFields counts_{*new QFormLayout(&form_), &form_};
};

TEST_F(CountFieldsTest, EmptyIsUnknownWhichZeroIsNot) {
  EXPECT_EQ(counts_.counts(), Counts());
  QTest::keyClicks(field("cortegePersonsDeclared"), "0");
  EXPECT_EQ(counts_.counts().persons_declared, 0);
  EXPECT_FALSE(counts_.counts().persons_expected);
}

TEST_F(CountFieldsTest, NumbersAreReadAsPeopleWriteThem) {
  QTest::keyClicks(field("cortegePersonsExpected"), "2 500");
  EXPECT_EQ(counts_.counts().persons_expected, 2500);
  field("cortegePersonsExpected")->setText(QString::fromUtf8("12\u202f000"));
  EXPECT_EQ(counts_.counts().persons_expected, 12000);
  field("cortegePersonsExpected")->setText(QStringLiteral("1.200"));
  EXPECT_EQ(counts_.counts().persons_expected, 1200);
  QTest::keyClicks(field("cortegeCarsExpected"), "-4x");
  EXPECT_EQ(counts_.counts().cars_expected, 4) << "signs and letters cannot be typed";
}

TEST_F(CountFieldsTest, WhatIsFilledIsReadBack) {
  const Counts counts{1500, 4000, std::nullopt, 3};
  counts_.fill(counts);
  EXPECT_EQ(counts_.counts(), counts);
  EXPECT_EQ(counts_.counts().persons(), 1500);
}

TEST_F(CountFieldsTest, OddFiguresAreToldAndEvenOnesAreNot) {
  counts_.fill({500, 600, 2, {}});
  EXPECT_EQ(note(), QString());
  counts_.fill({500, 6000, {}, {}});
  EXPECT_TRUE(note().contains(QStringLiteral("tenfold"))) << note().toStdString();
  counts_.fill({{}, 250000, {}, {}});
  EXPECT_TRUE(note().contains(QStringLiteral("zero too many"))) << note().toStdString();
  counts_.fill({{}, 3000000, {}, {}});
  EXPECT_TRUE(note().contains(QStringLiteral("two million"))) << note().toStdString();
  counts_.fill({10, {}, 40, {}});
  EXPECT_TRUE(note().contains(QStringLiteral("More cars"))) << note().toStdString();
}

TEST_F(CountFieldsTest, EachKeySaysSo) {
  int changes = 0;
  QObject::connect(&counts_, &CountFields::changed, [&changes] { ++changes; });
  QTest::keyClicks(field("cortegePersonsExpected"), "250");
  EXPECT_EQ(changes, 3);
  counts_.setReadOnly();
  QTest::keyClicks(field("cortegePersonsExpected"), "9");
  EXPECT_EQ(counts_.counts().persons_expected, 250);
}

} // namespace
} // namespace cortege::plugin
