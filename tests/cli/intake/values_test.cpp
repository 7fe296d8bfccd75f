#include "cli/intake/values.hpp"

#include <gtest/gtest.h>

using namespace cortege::intake;

TEST(Numbers, PointsCommasAndBlanks) {
  EXPECT_EQ(to_number("43.29"), 43.29);
  EXPECT_EQ(to_number(" 43,29 "), 43.29);
  EXPECT_EQ(to_number("-1 204,5"), -1204.5);
  EXPECT_EQ(to_number("1\u202f204"), 1204);
  EXPECT_EQ(to_number("+5e2"), 500);
  for (const char *text : {"", " ", "nan", "NaN", "inf", "-inf", "1,2,3", "12 rue", "0x10", "1e999", "--1"})
    EXPECT_FALSE(to_number(text)) << text;
}

TEST(Texts, OtherEncodingsBecomeUtf8) {
  EXPECT_EQ(to_utf8("Pr\xe9"
                    "fecture",
                    "CP1252"),
            "Préfecture");
  EXPECT_EQ(to_utf8("20 \x80", "CP1252"), "20 €");
  EXPECT_EQ(to_utf8("Préfecture", "CP1252"), "Préfecture");
  EXPECT_EQ(trimmed("\u00a0 a b \t\r"), "a b");
}
