#include "papers/pages.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>

namespace cortege::papers {

namespace {

constexpr const char *family = "Open Sans, DejaVu Sans, Sans";

Layout make_layout(cairo_t *context, std::string_view text, double width, const Style &style) {
  Layout layout(pango_cairo_create_layout(context));
  // Whole pixels are for screens: on paper they would make the spaces between words uneven.
  pango_context_set_round_glyph_positions(pango_layout_get_context(layout.get()), FALSE);
  pango_layout_context_changed(layout.get());
  PangoFontDescription *font = pango_font_description_new();
  pango_font_description_set_family(font, family);
  pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
  pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);
  pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing(layout.get(), 1.15F);
  // Bytes that are not UTF-8 are shown as replacement characters rather than refused: a paper must come out.
  char *valid = g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()));
  pango_layout_set_text(layout.get(), valid, -1);
  g_free(valid);
  return layout;
}

} // namespace

Paper::Pages::Pages(Heading heading) : heading_(std::move(heading)) {
  new_page();
  flow(heading_.title, {.size = 17, .bold = true});
  if (!heading_.subtitle.empty())
    flow(heading_.subtitle, {.size = 10.5, .grey = 0.35});
  skip(6);
  rule(margin, margin + text_width, y_, 0.2, 1.0);
  skip(12);
}

void Paper::Pages::new_page() {
  const cairo_rectangle_t area{0, 0, page_width, page_height};
  pages_.emplace_back(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &area));
  context_.reset(cairo_create(pages_.back().get()));
  y_ = margin;
}

bool Paper::Pages::need(double height) {
  // What is taller than a page is left to flow().
  if (y_ + height <= foot || y_ <= margin)
    return false;
  new_page();
  return true;
}

Layout Paper::Pages::layout(std::string_view text, double width, const Style &style) const {
  return make_layout(context_.get(), text, width, style);
}

double Paper::Pages::height(PangoLayout *layout) {
  int width = 0;
  int height = 0;
  pango_layout_get_size(layout, &width, &height);
  return static_cast<double>(height) / PANGO_SCALE;
}

void Paper::Pages::draw(PangoLayout *layout, double x, double y, double grey) {
  cairo_set_source_rgb(context_.get(), grey, grey, grey);
  cairo_move_to(context_.get(), x, y);
  pango_cairo_show_layout(context_.get(), layout);
}

void Paper::Pages::flow(std::string_view text, const Style &style) {
  const Layout whole = layout(text, text_width, style);
  const int lines = pango_layout_get_line_count(whole.get());
  double top = 0;
  for (int index = 0; index < lines; ++index) {
    PangoLayoutLine *line = pango_layout_get_line_readonly(whole.get(), index);
    PangoRectangle extent{};
    pango_layout_line_get_extents(line, nullptr, &extent);
    const double line_height = static_cast<double>(extent.height) / PANGO_SCALE;
    need(line_height);
    cairo_set_source_rgb(context_.get(), style.grey, style.grey, style.grey);
    top = y_ - static_cast<double>(extent.y) / PANGO_SCALE;
    cairo_move_to(context_.get(), margin, top);
    pango_cairo_show_layout_line(context_.get(), line);
    y_ += line_height;
  }
}

void Paper::Pages::rule(double x1, double x2, double y, double grey, double width) {
  cairo_set_source_rgb(context_.get(), grey, grey, grey);
  cairo_set_line_width(context_.get(), width);
  cairo_move_to(context_.get(), x1, y);
  cairo_line_to(context_.get(), x2, y);
  cairo_stroke(context_.get());
}

void Paper::Pages::box(double x, double y, double width, double height, double fill) {
  cairo_rectangle(context_.get(), x, y, width, height);
  if (fill < 1.0) {
    cairo_set_source_rgb(context_.get(), fill, fill, fill);
    cairo_fill(context_.get());
    return;
  }
  cairo_set_source_rgb(context_.get(), 0.5, 0.5, 0.5);
  cairo_set_line_width(context_.get(), 0.5);
  cairo_stroke(context_.get());
}

void Paper::Pages::draw_foot(cairo_t *context, int page, int pages) const {
  const Style style{.size = 7.5};
  cairo_set_source_rgb(context, 0.4, 0.4, 0.4);
  const Layout left = make_layout(context, heading_.reference, text_width - 80, style);
  pango_layout_set_ellipsize(left.get(), PANGO_ELLIPSIZE_END);
  cairo_move_to(context, margin, foot + 14);
  pango_cairo_show_layout(context, left.get());
  const Layout right = make_layout(context, fmt::format("page {} sur {}", page, pages), 80, style);
  pango_layout_set_alignment(right.get(), PANGO_ALIGN_RIGHT);
  cairo_move_to(context, margin + text_width - 80, foot + 14);
  pango_cairo_show_layout(context, right.get());
}

int Paper::Pages::write(const std::filesystem::path &file) const {
  const Surface pdf(cairo_pdf_surface_create(file.string().c_str(), page_width, page_height));
  cairo_pdf_surface_set_metadata(pdf.get(), CAIRO_PDF_METADATA_TITLE, heading_.title.c_str());
  cairo_pdf_surface_set_metadata(pdf.get(), CAIRO_PDF_METADATA_CREATOR, "Cortège");
  const Context context(cairo_create(pdf.get()));
  const int count = static_cast<int>(pages_.size());
  for (int index = 0; index < count; ++index) {
    cairo_set_source_surface(context.get(), pages_[static_cast<std::size_t>(index)].get(), 0, 0);
    cairo_paint(context.get());
    draw_foot(context.get(), index + 1, count);
    cairo_show_page(context.get());
  }
  cairo_surface_finish(pdf.get());
  const cairo_status_t status = cairo_surface_status(pdf.get());
  if (status != CAIRO_STATUS_SUCCESS)
    throw Error(fmt::format("{}: the paper cannot be written there ({}); choose another file.", file.string(),
                            cairo_status_to_string(status)));
  return count;
}

} // namespace cortege::papers
