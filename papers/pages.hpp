#pragma once

#include "papers/paper.hpp"

#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cortege::papers {

struct Free {
  void operator()(cairo_surface_t *surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t *context) const { cairo_destroy(context); }
  void operator()(PangoLayout *layout) const { g_object_unref(layout); }
};
using Surface = std::unique_ptr<cairo_surface_t, Free>;
using Context = std::unique_ptr<cairo_t, Free>;
using Layout = std::unique_ptr<PangoLayout, Free>;

/// A4 in points, with the margins of an administrative letter.
inline constexpr double page_width = 595.276;
inline constexpr double page_height = 841.89;
inline constexpr double margin = 56.7;
inline constexpr double text_width = page_width - 2 * margin;
inline constexpr double foot = page_height - margin;

struct Style {
  double size = 9.5;
  bool bold = false;
  double grey = 0.0;
};

/// Pages recorded one after the other; how many there are is known only when the last one ends.
class Paper::Pages {
public:
  explicit Pages(Heading heading);

  /// Breaks the page when fewer than `height` points are left; true if it did.
  bool need(double height);
  void skip(double height) { y_ += height; }
  double y() const { return y_; }

  Layout layout(std::string_view text, double width, const Style &style) const;
  static double height(PangoLayout *layout);
  void draw(PangoLayout *layout, double x, double y, double grey = 0.0);
  /// Draws a text of any length at the left margin, line by line over the pages.
  void flow(std::string_view text, const Style &style);
  void rule(double x1, double x2, double y, double grey, double width = 0.5);
  void box(double x, double y, double width, double height, double fill);

  int write(const std::filesystem::path &file) const;

private:
  void new_page();
  void draw_foot(cairo_t *context, int page, int pages) const;

  Heading heading_;
  std::vector<Surface> pages_;
  Context context_;
  double y_ = 0;
};

} // namespace cortege::papers
