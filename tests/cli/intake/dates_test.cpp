#include "cli/intake/dates.hpp"

#include <gtest/gtest.h>

#include <array>

using namespace cortege::intake;

namespace {

std::string read(const std::string &text, const std::string &format) {
  const auto date = to_date(text, std::array{format});
  return date ? date->iso().substr(0, 19) + date->iso().substr(26) + " "
                    + std::string(name_of(date->precision))
              : "-";
}

} // namespace

TEST(Dates, SeveralWritings) {
  EXPECT_EQ(read("17/01/2020", "%d/%m/%Y"), "2020-01-17T00:00:00 jour");
  EXPECT_EQ(read(" 7/1/2020 ", "%d/%m/%Y"), "2020-01-07T00:00:00 jour");
  EXPECT_EQ(read("2017-01-03T09:50", "%Y-%m-%dT%H:%M"), "2017-01-03T09:50:00 instant");
  EXPECT_EQ(read("2018-05-02T11:00:00+09:00", "%Y-%m-%dT%H:%M:%S%z"), "2018-05-02T11:00:00+09:00 instant");
  EXPECT_EQ(read("2018-05-02 11:00:00.25Z", "%Y-%m-%d %H:%M:%S%z"), "2018-05-02T11:00:00+00:00 instant");
  EXPECT_EQ(read("2018", "%Y"), "2018-01-01T00:00:00 annee");
}

TEST(Dates, AnHourWithoutItsDayIsNoInstant) {
  EXPECT_EQ(read("2018-12- 20:50", "%Y-%m- %H:%M"), "2018-12-01T00:00:00 mois");
}

TEST(Dates, WhatTheCalendarDoesNotHave) {
  EXPECT_EQ(read("31/02/2020", "%d/%m/%Y"), "-");
  EXPECT_EQ(read("29/02/2019", "%d/%m/%Y"), "-");
  EXPECT_EQ(read("29/02/2020", "%d/%m/%Y"), "2020-02-29T00:00:00 jour");
  EXPECT_EQ(read("2020-01-17T24:00", "%Y-%m-%dT%H:%M"), "-");
  EXPECT_EQ(read("2020-13-01", "%Y-%m-%d"), "-");
  EXPECT_EQ(read("17/01/20", "%d/%m/%Y"), "-");
  EXPECT_EQ(read("17/01/2020 et plus", "%d/%m/%Y"), "-");
  EXPECT_EQ(read("", "%Y"), "-");
}

TEST(Dates, LastSecondTheyMayMean) {
  const std::array<std::string, 3> formats{"%Y-%m-%d", "%Y-%m", "%Y"};
  EXPECT_EQ(to_date("2020-02", formats)->last().iso().substr(0, 19), "2020-02-29T23:59:59");
  EXPECT_EQ(to_date("2019", formats)->last().iso().substr(0, 19), "2019-12-31T23:59:59");
  EXPECT_EQ(to_date("2019-03-31", formats)->last().iso().substr(0, 19), "2019-03-31T23:59:59");
}
