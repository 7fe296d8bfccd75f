#include "cli/residue.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace cortege::cli {
namespace {

TEST(ResidueTest, AMarkerIsFoundWhereverItsBytesFall) {
  const auto file = std::filesystem::temp_directory_path() / "cortege-residue-test";
  const std::string marker = "REPERE deux cars";
  constexpr std::size_t block = 1U << 22U;
  for (const std::size_t at : {std::size_t{0}, block - 5, 2 * block - 1, 2 * block + 17}) {
    std::ofstream(file, std::ios::binary) << std::string(at, '\0') << marker << std::string(100, '\0');
    EXPECT_TRUE(file_contains(file, {"autre chose", marker})) << "at " << at;
    EXPECT_FALSE(file_contains(file, {"autre chose"})) << "at " << at;
  }
  EXPECT_EQ(residue_in_files("/nonexistent-folder", {marker}).size(), 0U);
  std::filesystem::remove(file);
}

} // namespace
} // namespace cortege::cli
