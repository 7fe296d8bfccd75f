#pragma once

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cortege::papers {

/// The paper could not be written. The message is one sentence for the person who asked.
class Error : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// What stands at the top of the first page and in the file's own description.
struct Heading {
  std::string title;     ///< "Liste des personnes habilitées"
  std::string subtitle;  ///< one line under the title; may be empty
  std::string reference; ///< repeated at the foot of each page: number, date, database
};

/// One column of a table: its heading and its share of the width (shares need not add up to 1).
struct Column {
  std::string heading;
  double share = 1.0;
};

/// An A4 administrative paper in French, written from top to bottom: text flows over as many pages as it
/// needs, table headings are repeated on each page, and each foot tells the page and how many there are. All
/// texts are UTF-8 and plain: no markup is read in them, so a hostile name is only a name. The text of the
/// PDF stays text (it can be searched and copied).
class Paper {
public:
  explicit Paper(Heading heading);
  ~Paper();
  Paper(Paper &&) noexcept;
  Paper &operator=(Paper &&) noexcept;

  void section(std::string_view title);
  void paragraph(std::string_view text);
  /// Label and value, side by side, one pair a line.
  void fields(const std::vector<std::pair<std::string, std::string>> &pairs);
  /// A row with fewer cells than columns is filled with empty ones; more is an Error.
  void table(const std::vector<Column> &columns, const std::vector<std::vector<std::string>> &rows);
  /// One box a signer, side by side, never split over two pages: "Pour la Ville de Marseille", …
  void signatures(const std::vector<std::string> &signers);

  /// Writes the PDF and returns the number of pages. Throws Error when the file cannot be written.
  int write(const std::filesystem::path &file) const;

private:
  class Pages;
  std::unique_ptr<Pages> pages_;
};

} // namespace cortege::papers
