#include "cli/export_options.hpp"

#include <gtest/gtest.h>

namespace {

using namespace cortege::cli;

TEST(ExportOptions, a_connection_is_told_from_a_file) {
  EXPECT_EQ(conninfo_of_source("PG:service=x tables=plateforme.fait schemas='a b'"), "service=x");
  EXPECT_EQ(conninfo_of_source("PG:service=x|layername=plateforme.fait"), "service=x");
  EXPECT_EQ(conninfo_of_source("PG:"), "") << "all left to the environment is a database too";
  EXPECT_EQ(conninfo_of_source("postgresql://a@b/c|layername=d"), "postgresql://a@b/c");
  EXPECT_EQ(conninfo_of_source("PG:dbname=x schema=a table=b column=rast mode=2"), "dbname=x");
  EXPECT_EQ(conninfo_of_source("ville.gpkg|layername=quartiers"), std::nullopt);
  EXPECT_EQ(conninfo_of_source(""), std::nullopt);
}

TEST(ExportOptions, the_server_is_told_that_we_read_and_shall_declare) {
  EXPECT_EQ(named_source("PG:service=x|layername=fait"),
            "PG:service=x application_name='cortege cli'|layername=fait");
  EXPECT_EQ(named_source("postgresql://a@b/c"), "postgresql://a@b/c?application_name=cortege%20cli");
  EXPECT_EQ(named_source("postgresql://a@b/c?sslmode=require|layername=d"),
            "postgresql://a@b/c?sslmode=require&application_name=cortege%20cli|layername=d");
  EXPECT_EQ(named_source("PG:service=x application_name=y"), "PG:service=x application_name=y");
  EXPECT_EQ(named_source("faits.csv"), "faits.csv");
}

} // namespace
