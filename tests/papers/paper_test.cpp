#include "papers/paper.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace cortege::papers {
namespace {

using ::testing::HasSubstr;

/// What a reader finds in the PDF, by poppler: nothing of ours reads it back.
std::string text_of(const std::filesystem::path &file) {
  const std::string command = "pdftotext -layout '" + file.string() + "' -";
  std::string text;
  FILE *pipe = popen(command.c_str(), "r");
  char buffer[4096];
  while (const std::size_t read = std::fread(buffer, 1, sizeof buffer, pipe))
    text.append(buffer, read);
  EXPECT_EQ(pclose(pipe), 0);
  return text;
}

class PaperTest : public ::testing::Test {
protected:
  void TearDown() override {
    if (!std::getenv("CORTEGE_KEEP"))
      std::filesystem::remove(file);
  }
  std::filesystem::path file =
      std::filesystem::temp_directory_path()
      / (std::string("paper-") + ::testing::UnitTest::GetInstance()->current_test_info()->name() + ".pdf");
};

TEST_F(PaperTest, KeepsFrenchTextSearchable) {
  Paper paper({"Procès-verbal de destruction", "Convention du 25 novembre 2019", "base « marseille »"});
  paper.section("1. Données détruites");
  paper.paragraph("L'œuvre est achevée à l'été, où que ce fût.");
  paper.fields({{"Notification", "3 février 2020"}, {"Échéance", "3 février 2024"}});
  paper.signatures({"Pour la Ville de Marseille", "Pour la Préfecture de Police"});
  EXPECT_EQ(paper.write(file), 1);
  const std::string text = text_of(file);
  EXPECT_THAT(text, HasSubstr("Procès-verbal de destruction"));
  EXPECT_THAT(text, HasSubstr("L'œuvre est achevée à l'été"));
  EXPECT_THAT(text, HasSubstr("3 février 2024"));
  EXPECT_THAT(text, HasSubstr("page 1 sur 1"));
}

TEST_F(PaperTest, ALongTableRepeatsItsHeadingsAndLosesNoRow) {
  Paper paper({"Liste", "", ""});
  std::vector<std::vector<std::string>> rows;
  for (int i = 0; i < 200; ++i)
    rows.push_back({"ligne-" + std::to_string(i) + "-fin", "valeur"});
  paper.table({{"Rang", 1}, {"Valeur", 3}}, rows);
  const int pages = paper.write(file);
  EXPECT_GT(pages, 2);
  const std::string text = text_of(file);
  for (int i = 0; i < 200; ++i)
    EXPECT_THAT(text, HasSubstr("ligne-" + std::to_string(i) + "-fin"));
  int headings = 0;
  for (std::size_t at = text.find("Rang"); at != std::string::npos; at = text.find("Rang", at + 1))
    ++headings;
  EXPECT_EQ(headings, pages);
}

TEST_F(PaperTest, MarkupAndBrokenBytesAreOnlyText) {
  Paper paper({"Noms", "", ""});
  paper.paragraph("<b>Robert</b> & \"); DROP TABLE");
  paper.paragraph("avant \xff\xfe après");
  paper.write(file);
  EXPECT_THAT(text_of(file), HasSubstr("<b>Robert</b> & \"); DROP TABLE"));
  EXPECT_THAT(text_of(file), HasSubstr("après"));
}

TEST_F(PaperTest, AFileThatCannotBeWrittenIsAnError) {
  Paper paper({"Noms", "", ""});
  EXPECT_THROW(paper.write("/nonexistent/folder/paper.pdf"), Error);
}

TEST_F(PaperTest, ARowWiderThanItsTableIsAnError) {
  Paper paper({"Noms", "", ""});
  EXPECT_THROW(paper.table({{"Un", 1}}, {{"un", "deux"}}), Error);
}

} // namespace
} // namespace cortege::papers
