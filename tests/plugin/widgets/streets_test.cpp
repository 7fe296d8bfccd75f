#include "plugin/street_list.hpp"

#include <QTreeWidget>

#include <gtest/gtest.h>

namespace cortege::plugin {
namespace {

TEST(StreetListTest, HiddenWithoutStreets) {
  StreetList list;
  EXPECT_TRUE(list.isHidden());
  list.show({{QStringLiteral("Rue A"), 0, 40, {}}});
  EXPECT_FALSE(list.isHidden());
  list.show({});
  EXPECT_TRUE(list.isHidden());
}

TEST(StreetListTest, InOrderAndReadyForASpreadsheet) {
  StreetList list;
  list.show({{QString::fromUtf8("Rue de l’Église"), 0, 120.4, 8.0},
             {QStringLiteral("Rue \"Neuve\"; bis"), 120.4, 30, {}}});
  const auto *tree = list.findChild<QTreeWidget *>(QStringLiteral("cortegeStreets"));
  ASSERT_EQ(tree->topLevelItemCount(), 2);
  EXPECT_EQ(tree->topLevelItem(1)->text(0), QStringLiteral("Rue \"Neuve\"; bis"));
  EXPECT_EQ(list.csv(), QString::fromUtf8("order;street;from (m);length (m)\r\n"
                                          "1;\"Rue de l’Église\";0;120\r\n"
                                          "2;\"Rue \"\"Neuve\"\"; bis\";120;30\r\n"));
}

} // namespace
} // namespace cortege::plugin
