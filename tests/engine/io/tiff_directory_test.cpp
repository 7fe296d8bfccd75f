#include "engine/error.hpp"
#include "engine/io/tiff_directory.hpp"

#include <gtest/gtest.h>

namespace cortege::engine {
namespace {

std::vector<TiffDirectory> pair_of_directories() {
  std::vector<TiffDirectory> two(2);
  const std::vector<std::uint64_t> many{7, 8, 9, 10};
  two[0].set(tiff::height, tiff::long_integers, {{480}});
  two[0].set(tiff::width, tiff::long_integers, {{640}});
  two[0].set(tiff::tile_offsets, tiff::wide_integers, many);
  two[1].set(tiff::width, tiff::long_integers, {{320}});
  return two;
}

TEST(TiffDirectory, WhatIsWrittenIsReadBack) {
  const std::vector<TiffDirectory> two = pair_of_directories();
  const TiffDirectory read = TiffDirectory::first_of(tiff_front(two, "a text of odd length.", true));
  ASSERT_EQ(read.tags().size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(read.tags()[i].number, two[0].tags()[i].number);
    EXPECT_EQ(read.tags()[i].type, two[0].tags()[i].type);
    EXPECT_EQ(read.tags()[i].count, two[0].tags()[i].count);
    EXPECT_EQ(read.tags()[i].values, two[0].tags()[i].values);
  }
}

TEST(TiffDirectory, TagsStandInTheirOrderAndAreReplaced) {
  TiffDirectory directory = pair_of_directories()[0];
  directory.set(tiff::width, tiff::long_integers, {{641}});
  EXPECT_EQ(directory.tags()[0].number, tiff::width);
  EXPECT_EQ(directory.tags()[0].values[0], std::byte{0x81});
  directory.remove({tiff::width, tiff::height});
  EXPECT_EQ(directory.tags().size(), 1U);
}

TEST(TiffDirectory, ValuesDoNotChangeTheLength) {
  std::vector<TiffDirectory> two = pair_of_directories();
  for (const bool big : {false, true}) {
    const std::size_t length = tiff_front(two, "text", big).size();
    two[0].set(tiff::tile_offsets, tiff::wide_integers, {{1, 2, 3, std::uint64_t{1} << 40}});
    EXPECT_EQ(tiff_front(two, "text", big).size(), length);
  }
}

TEST(TiffDirectory, RefusesWhatIsCut) {
  std::vector<std::byte> file = tiff_front(pair_of_directories(), "text", true);
  while (file.size() > 110) {
    file.pop_back();
    try {
      TiffDirectory::first_of(file);
    } catch (const Error &) {
      continue;
    }
  }
  file.resize(100);
  EXPECT_THROW(TiffDirectory::first_of(file), Error);
  EXPECT_THROW(TiffDirectory::first_of(tiff_front(pair_of_directories(), "text", false)), Error)
      << "not a BigTIFF";
  EXPECT_THROW(TiffDirectory::first_of({}), Error);
}

} // namespace
} // namespace cortege::engine
