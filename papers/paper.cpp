#include "papers/paper.hpp"

#include "papers/pages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace cortege::papers {

namespace {

constexpr double cell_padding = 3.5;
constexpr Style cell_style{.size = 8.5};
constexpr Style cell_heading{.size = 8.5, .bold = true};

} // namespace

Paper::Paper(Heading heading) : pages_(std::make_unique<Pages>(std::move(heading))) {}
Paper::~Paper() = default;
Paper::Paper(Paper &&) noexcept = default;
Paper &Paper::operator=(Paper &&) noexcept = default;

void Paper::section(std::string_view title) {
  // A heading never stands alone at the foot of a page.
  pages_->need(70);
  pages_->skip(8);
  pages_->flow(title, {.size = 12, .bold = true});
  pages_->skip(4);
}

void Paper::paragraph(std::string_view text) {
  pages_->flow(text, {});
  pages_->skip(7);
}

void Paper::fields(const std::vector<std::pair<std::string, std::string>> &pairs) {
  constexpr double label_width = 165;
  for (const auto &[label, value] : pairs) {
    const Layout left = pages_->layout(label, label_width - 10, {.grey = 0.35});
    const Layout right = pages_->layout(value, text_width - label_width, {});
    const double height = std::max(Pages::height(left.get()), Pages::height(right.get()));
    pages_->need(height);
    pages_->draw(left.get(), margin, pages_->y(), 0.35);
    pages_->draw(right.get(), margin + label_width, pages_->y());
    pages_->skip(height + 2);
  }
  pages_->skip(6);
}

void Paper::table(const std::vector<Column> &columns, const std::vector<std::vector<std::string>> &rows) {
  const double shares = std::accumulate(columns.begin(), columns.end(), 0.0,
                                        [](double sum, const Column &column) { return sum + column.share; });
  std::vector<double> widths;
  std::vector<std::string> headings;
  for (const Column &column : columns) {
    widths.push_back(text_width * column.share / shares);
    headings.push_back(column.heading);
  }

  const auto measured = [&](const std::vector<std::string> &cells, const Style &style) {
    if (cells.size() > columns.size())
      throw Error(
          fmt::format("a row of {} cells does not fit a table of {} columns.", cells.size(), columns.size()));
    std::vector<Layout> layouts;
    double height = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      layouts.push_back(pages_->layout(cells[i], widths[i] - 2 * cell_padding, style));
      height = std::max(height, Pages::height(layouts.back().get()));
    }
    return std::pair{std::move(layouts), height + 2 * cell_padding};
  };
  const auto drawn = [&](const std::vector<Layout> &layouts, double height) {
    double x = margin;
    for (std::size_t i = 0; i < layouts.size(); ++i) {
      pages_->draw(layouts[i].get(), x + cell_padding, pages_->y() + cell_padding);
      x += widths[i];
    }
    pages_->skip(height);
    pages_->rule(margin, margin + text_width, pages_->y(), 0.75);
  };
  const auto draw_headings = [&] {
    const auto [layouts, height] = measured(headings, cell_heading);
    pages_->box(margin, pages_->y(), text_width, height, 0.91);
    drawn(layouts, height);
  };

  pages_->need(60);
  draw_headings();
  for (const std::vector<std::string> &row : rows) {
    const auto [layouts, height] = measured(row, cell_style);
    if (pages_->need(height))
      draw_headings();
    drawn(layouts, height);
  }
  pages_->skip(10);
}

void Paper::signatures(const std::vector<std::string> &signers) {
  constexpr double height = 95;
  constexpr double gap = 14;
  pages_->need(height + 10);
  pages_->skip(10);
  const auto count = static_cast<double>(std::max<std::size_t>(signers.size(), 1));
  const double width = (text_width - gap * (count - 1)) / count;
  double x = margin;
  for (const std::string &signer : signers) {
    pages_->box(x, pages_->y(), width, height, 1.0);
    const Layout name = pages_->layout(signer, width - 16, {.bold = true});
    pages_->draw(name.get(), x + 8, pages_->y() + 6);
    const Layout hint = pages_->layout("Nom, qualité, date et signature :", width - 16, {.size = 7.5});
    pages_->draw(hint.get(), x + 8, pages_->y() + 8 + Pages::height(name.get()), 0.4);
    x += width + gap;
  }
  pages_->skip(height + 8);
}

int Paper::write(const std::filesystem::path &file) const {
  return pages_->write(file);
}

} // namespace cortege::papers
