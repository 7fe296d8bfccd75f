#include "server/gate/answer.hpp"
#include "server/gate/query.hpp"

#include <gtest/gtest.h>

namespace cortege::gate {
namespace {

TEST(Query, names_have_no_case_and_values_are_decoded) {
  const Query query("service=WMS&LaYeRs=a,b%2Cc&TITRE=%C3%A9t%C3%A9+2026&&vide=&seul");
  EXPECT_EQ(query.get("SERVICE"), "WMS");
  EXPECT_EQ(query.list("LAYERS"), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_EQ(query.get("TITRE"), "été 2026");
  EXPECT_TRUE(query.has("SEUL"));
  EXPECT_EQ(query.get("ABSENT"), "");
}

TEST(Query, is_written_anew_with_every_sign_encoded) {
  Query query;
  query.set("B", "x&MAP=/etc/passwd#\"'<>\n");
  query.set("A", "1.5,2:3/é");
  EXPECT_EQ(query.text(), "A=1.5,2:3/%C3%A9&B=x%26MAP%3D/etc/passwd%23%22%27%3C%3E%0A");
  EXPECT_EQ(Query("a=%2b+%25").text(), "A=%2B%20%25");
}

TEST(Query, what_cannot_be_read_is_refused) {
  for (const char *text : {"a=%", "a=%4", "a=%zz", "%00=b", "a=%00", "a=%0A", "a=%7f", "a=%C3", "a=%C0%AF",
                           "a=%ED%A0%80", "a=%F5%80%80%80", "a=%E0%80%80", "a=%FF", "a=1&A=2"})
    EXPECT_THROW(Query{text}, Refusal) << text;
  EXPECT_NO_THROW(Query("a=1&A=1"));
}

TEST(Query, numbers_keep_to_their_limits) {
  const Query query("a=12&b=12x&c=99999999999999999999&d=-1&e= 7 &f=1e3&g=");
  EXPECT_EQ(query.integer("A", 1, 12), 12);
  EXPECT_EQ(query.integer("E", 0, 9), 7);
  EXPECT_THROW(query.integer("A", 1, 11), Refusal);
  for (const char *key : {"B", "C", "D", "F", "G", "H"})
    EXPECT_THROW(query.integer(key, 0, 100), Refusal) << key;
}

} // namespace
} // namespace cortege::gate
