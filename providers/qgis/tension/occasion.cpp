#include "providers/qgis/tension/occasion.hpp"

#include "engine/density/valid_area.hpp"
#include "engine/error.hpp"
#include "engine/wkb.hpp"
#include "providers/tension/binary_row.hpp"

namespace cortege::qgis {
namespace {

constexpr std::chrono::hours assumed_duration(3);

} // namespace

engine::Instant Occasion::presumed_end() const {
  return to.value_or(from + assumed_duration);
}

std::optional<engine::March> Occasion::march() const {
  if (shape.lines.empty() || expected.value_or(0) <= 0)
    return std::nullopt;
  try {
    return engine::March(
        {shape.lines.front(), from, *expected, {engine::usual_width}, std::nullopt, std::nullopt, {}});
  } catch (const engine::Error &) {
    return std::nullopt; // a route of one place
  }
}

std::optional<engine::Occupation> Occasion::occupation() const {
  const engine::Window window{from, presumed_end()};
  try {
    if (const auto moving_one = march())
      return engine::moving(*moving_one);
    if (!shape.lines.empty())
      return engine::standing_along(shape.lines.front(), window);
    if (!shape.polygons.empty())
      return engine::standing_on(engine::valid_area(shape.polygons), window);
    return engine::standing_at(shape.points, window);
  } catch (const engine::Error &) {
    return std::nullopt;
  }
}

std::vector<Occasion> read_occasions(pg::Connection &connection, const engine::Window &window) {
  const auto microseconds = [](engine::Instant at) {
    return static_cast<long long>(at.time_since_epoch().count());
  };
  const pg::Result rows = connection.exec(
      "SELECT cle, coalesce(objet, ''), (extract(epoch FROM debut) * 1000000)::bigint,"
      " (extract(epoch FROM fin) * 1000000)::bigint, personnes_attendues::float8, ST_AsBinary(geom, 'NDR')"
      " FROM plateforme.evenement WHERE genre <> 'fait' AND geom IS NOT NULL AND periode && tstzrange("
      "'epoch'::timestamptz + $1::bigint * interval '1 microsecond',"
      " 'epoch'::timestamptz + $2::bigint * interval '1 microsecond', '[]') ORDER BY genre, id",
      pg::Parameters(microseconds(window.from), microseconds(window.to)), pg::Format::binary);
  std::vector<Occasion> occasions;
  for (int row = 0; row < rows.rows(); ++row) {
    const tension::BinaryRow values(rows, row);
    occasions.push_back({values.text(0), values.text(1), *values.instant(2), values.instant(3),
                         values.number(4), engine::shape_from_wkb(values.bytes(5))});
  }
  return occasions;
}

} // namespace cortege::qgis
