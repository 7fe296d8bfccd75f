#include "engine/evaluation/plot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace cortege::engine {

namespace {

constexpr double left = 70;
constexpr double top = 60;
constexpr double side = 420;

double across(double share) {
  return left + share * side;
}
double down(double share) {
  return top + (1 - share) * side;
}

std::string escaped(const std::string &text) {
  std::string safe;
  for (const char c : text)
    switch (c) {
    case '&':
      safe += "&amp;";
      break;
    case '<':
      safe += "&lt;";
      break;
    case '>':
      safe += "&gt;";
      break;
    default:
      safe += c;
    }
  return safe;
}

/// With a French comma.
std::string decimal(double value, int digits) {
  std::string text = fmt::format("{:.{}f}", value, digits);
  std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::string percent(double share) {
  const double hundredths = share * 100;
  const bool whole = std::abs(hundredths - std::round(hundredths)) < 0.05;
  return decimal(hundredths, whole ? 0 : 1) + "\u00a0%";
}

std::string axes() {
  std::string svg =
      fmt::format("<rect x='{}' y='{}' width='{}' height='{}' fill='#ffffff' stroke='#888888'/>\n", left, top,
                  side, side);
  for (int tenth = 0; tenth <= 10; tenth += 2) {
    const double share = tenth / 10.0;
    svg += fmt::format("<path d='M{0:.1f} {1}V{2} M{3} {4:.1f}H{5}' stroke='#e3e3e3'/>\n", across(share), top,
                       top + side, left, down(share), left + side);
    svg += fmt::format("<text x='{:.1f}' y='{}' text-anchor='middle'>{}</text>\n", across(share),
                       top + side + 20, percent(share));
    svg += fmt::format("<text x='{}' y='{:.1f}' text-anchor='end'>{}</text>\n", left - 8, down(share) + 4,
                       percent(share));
  }
  svg += fmt::format("<text x='{}' y='{}' text-anchor='middle'>Part du territoire signalée</text>\n",
                     left + side / 2, top + side + 44);
  svg += fmt::format(
      "<text transform='translate(18 {}) rotate(-90)' text-anchor='middle'>Part des faits ultérieurs"
      "</text>\n",
      top + side / 2);
  return svg;
}

std::string line(const Evaluation &evaluation, double HitPoint::*value, const char *colour,
                 const char *more) {
  std::string path = fmt::format("M{:.2f} {:.2f}", across(0), down(0));
  for (const HitPoint &point : evaluation.curve)
    path += fmt::format("L{:.2f} {:.2f}", across(point.area), down(point.*value));
  return fmt::format("<path d='{}' fill='none' stroke='{}' stroke-width='2' {}/>\n", path, colour, more);
}

std::string key(int row, const char *colour, const char *more, const char *text) {
  const double y = top + side - 70 + 20 * row;
  return fmt::format("<path d='M{} {}h28' stroke='{}' stroke-width='2' {}/><text x='{}' y='{}'>{}</text>\n",
                     left + side - 190, y, colour, more, left + side - 154, y + 4, text);
}

} // namespace

std::string hit_curve_svg(const Evaluation &evaluation, const std::string &title) {
  constexpr const char *dashed = "stroke-dasharray='6 4'";
  std::string svg = "<svg xmlns='http://www.w3.org/2000/svg' width='640' height='560' viewBox='0 0 640 560' "
                    "font-family='Open Sans, sans-serif' font-size='12' fill='#222222'>\n"
                    "<rect width='640' height='560' fill='#ffffff'/>\n";
  svg += fmt::format("<text x='18' y='34' font-size='13' font-weight='bold'>{}</text>\n", escaped(title));
  svg += axes();
  svg += fmt::format("<path d='M{:.1f} {:.1f}L{:.1f} {:.1f}' stroke='#888888' {}/>\n", across(0), down(0),
                     across(1), down(1), dashed);
  svg += line(evaluation, &HitPoint::best, "#1b7837", dashed);
  svg += line(evaluation, &HitPoint::hits, "#b2182b", "");
  for (const HitPoint &point : evaluation.points)
    svg += fmt::format("<circle cx='{:.2f}' cy='{:.2f}' r='3.5' fill='#b2182b'/>\n", across(point.area),
                       down(point.hits));
  svg += key(0, "#b2182b", "", "Carte évaluée");
  svg += key(1, "#1b7837", dashed, "Meilleur choix possible");
  svg += key(2, "#888888", dashed, "Hasard");
  double y = top + 20;
  svg += fmt::format("<text x='{}' y='{}' font-weight='bold'>Signalé : PAI / PEI</text>\n", left + side + 14,
                     top + 2);
  for (const HitPoint &point : evaluation.points) {
    svg += fmt::format("<text x='{}' y='{}'>{} : {} / {}</text>\n", left + side + 14, y, percent(point.area),
                       decimal(point.pai, 2), decimal(point.pei, 2));
    y += 18;
  }
  return svg + "</svg>\n";
}

} // namespace cortege::engine
