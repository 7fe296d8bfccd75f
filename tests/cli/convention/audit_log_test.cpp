#include "cli/audit_log.hpp"

#include <gtest/gtest.h>

namespace cortege::cli {
namespace {

const std::string read =
    "2026-11-23 09:10:44.340 CET [28596] agent1@cortege evenement|1,2,3,4|2026/2027 LOG:  AUDIT: "
    "OBJECT,1,1,READ,SELECT,TABLE,cortege.visite_officielle,<not logged>,<not logged>";

TEST(AuditLogTest, AReadGivesPersonTableAndClient) {
  const auto found = parse_read(read);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->person, "agent1");
  EXPECT_EQ(found->relation, "cortege.visite_officielle");
  EXPECT_EQ(found->application, "evenement|1,2,3,4|2026/2027");
  EXPECT_EQ(found->process, 28596);
  EXPECT_EQ(found->moment, "2026-11-23 09:10:44.340 CET");
}

TEST(AuditLogTest, ACopyHasNoTable) {
  const auto found = parse_read("2026-11-23 09:10:44 CET [7] agent1@cortege psql LOG:  AUDIT: "
                                "SESSION,6,1,READ,COPY,,,<not logged>,<not logged>");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->relation, "");
  EXPECT_EQ(found->statement, 6);
}

TEST(AuditLogTest, AClientCannotPassForAnother) {
  // The client named itself as the end of someone else's line.
  const auto found =
      parse_read("2026-11-23 09:10:44 CET [1] agent1@cortege x [2] dga1@cortege y LOG:  AUDIT: "
                 "OBJECT,1,1,READ,SELECT,TABLE,cortege.rien, LOG:  AUDIT: "
                 "OBJECT,3,1,READ,SELECT,TABLE,cortege.adresse,<not logged>,<not logged>");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->person, "agent1");
  EXPECT_EQ(found->relation, "cortege.adresse");
}

TEST(AuditLogTest, OtherLinesAreNoReads) {
  EXPECT_FALSE(parse_read(""));
  EXPECT_FALSE(
      parse_read("2026-11-23 09:10:44.340 CET [28596] agent1@cortege app LOG:  connection authorized"));
  EXPECT_FALSE(parse_read("2026-11-23 09:10:44.340 CET [28596] agent1@cortege app LOG:  AUDIT: "
                          "OBJECT,1,1,WRITE,INSERT,TABLE,cortege.visite_officielle,<not logged>"));
  EXPECT_FALSE(parse_read("nonsense LOG:  AUDIT: OBJECT,1,1,READ,SELECT,TABLE,cortege.adresse,<not logged>"));
}

} // namespace
} // namespace cortege::cli
