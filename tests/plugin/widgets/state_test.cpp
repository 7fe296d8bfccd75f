#include "plugin/locale.hpp"
#include "plugin/state.hpp"

#include <gtest/gtest.h>

namespace cortege::plugin {
namespace {

Person agent() {
  Person person;
  person.login = QStringLiteral("agent1");
  person.profile = QStringLiteral("agent_prefecture");
  person.service = QStringLiteral("Cabinet");
  person.habilitated = person.enters = person.platform = person.convention = true;
  person.convention_state = QStringLiteral("en vigueur");
  person.convention_end = QDate(2030, 10, 28);
  person.zone = QStringLiteral("Europe/Paris");
  return person;
}

TEST(State, WhoAndUntilWhen) {
  set_person_language(QStringLiteral("fr_FR"));
  EXPECT_EQ(state_line(agent()),
            QString::fromUtf8("agent1 · Cabinet · convention: en vigueur until 27 oct. 2030 at the latest"));
  Person police = agent();
  police.enters = false;
  police.limited = true;
  police.profile = QStringLiteral("service_police");
  police.service.clear();
  EXPECT_TRUE(state_line(police).startsWith(QString::fromUtf8("agent1 · police service · limited perimeter")))
      << state_line(police).toStdString();
}

TEST(State, NothingToSayWhenAllIsWell) {
  EXPECT_EQ(state_notice(agent()), QString());
}

TEST(State, EachRefusalIsSaid) {
  Person person = agent();
  person.habilitated = false;
  EXPECT_TRUE(state_notice(person).contains(QStringLiteral("no active habilitation")));
  person = agent();
  person.convention = false;
  EXPECT_TRUE(state_notice(person).contains(QStringLiteral("not in force")));
  EXPECT_FALSE(person.reads());
  person = agent();
  person.enters = person.platform = false;
  person.profile = QStringLiteral("dpo");
  EXPECT_TRUE(state_notice(person).contains(QStringLiteral("data-protection officer")));
}

TEST(State, AWrongClockIsToldWithItsSideAndSize) {
  Person person = agent();
  person.clock_ahead = 119;
  EXPECT_EQ(state_notice(person), QString());
  person.clock_ahead = 600;
  EXPECT_TRUE(state_notice(person).contains(QStringLiteral("10 min ahead")))
      << state_notice(person).toStdString();
  person.clock_ahead = -3 * 3600;
  EXPECT_TRUE(state_notice(person).contains(QStringLiteral("3 h behind")))
      << state_notice(person).toStdString();
}

TEST(State, AnotherZoneIsTold) {
  Person person = agent();
  person.zone = QStringLiteral("Indian/Reunion");
  EXPECT_TRUE(state_notice(person).contains(QStringLiteral("Indian/Reunion")));
}

} // namespace
} // namespace cortege::plugin
