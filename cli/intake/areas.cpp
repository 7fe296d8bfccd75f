#include "cli/intake/areas.hpp"

#include "cli/intake/row_template.hpp"
#include "cli/intake/values.hpp"
#include "engine/error.hpp"
#include "providers/pg/copy.hpp"
#include "providers/tension/toml_file.hpp"

#include <fmt/format.h>

namespace cortege::intake {

namespace {

std::optional<std::string> whole_number(const std::string &text) {
  const auto number = to_number(text);
  return number ? std::optional(fmt::format("{:.0f}", *number)) : std::nullopt;
}

/// Throws Rejected.
std::string required(std::string text, const char *what) {
  if (text.empty())
    throw Rejected(fmt::format("{} absent", what));
  return text;
}

} // namespace

std::vector<AreaMapping> read_area_mappings(const std::filesystem::path &file) {
  return tension::read_toml(file, "a list of area layers", [](const toml::value &content) {
    std::vector<AreaMapping> mappings;
    const auto entries = toml::find<std::vector<toml::value>>(content, "area");
    for (const toml::value &entry : entries) {
      AreaMapping mapping;
      mapping.layer = toml::find<std::string>(entry, "layer");
      mapping.kind.pattern = toml::find<std::string>(entry, "kind");
      mapping.code.pattern = toml::find<std::string>(entry, "code");
      mapping.name.pattern = toml::find<std::string>(entry, "name");
      mapping.population.pattern = toml::find_or<std::string>(entry, "population", "");
      mapping.crs = toml::find_or<std::string>(entry, "crs", "EPSG:2154");
      mappings.push_back(std::move(mapping));
    }
    return mappings;
  });
}

bool fits(const AreaMapping &mapping, const Source &source) {
  for (const Template *text : {&mapping.kind, &mapping.code, &mapping.name, &mapping.population})
    for (const std::string &field : fields_of(*text))
      if (!source.find_field(field))
        return false;
  return true;
}

Loaded load_areas(pg::Connection &connection, const AreaMapping &mapping, Source &source, Rejects &rejects,
                  const engine::Progress &progress) {
  const RowTemplate kind(mapping.kind, source), code(mapping.code, source), name(mapping.name, source),
      population(mapping.population, source);
  connection.exec(
      "CREATE TEMPORARY TABLE arrivee (ligne bigint, genre text, code text, nom text, population integer,"
      " geom public.geometry(Geometry, 2154)) ON COMMIT DROP");
  pg::CopyIn copy = connection.copy_in("COPY pg_temp.arrivee FROM STDIN");
  source.read(
      [&](long long line, const Row &row) {
        try {
          const std::string genre = required(kind.of(row), "genre");
          const std::string unit = required(code.of(row), "code");
          const std::string label = required(name.of(row), "nom");
          const auto people = whole_number(population.of(row));
          const std::string geometry = source.geometry();
          if (source.dimension() != 2)
            throw Rejected("géométrie qui n'est pas une surface");
          copy.row({std::to_string(line), genre, unit, label,
                    people ? std::optional<std::string_view>(*people) : std::nullopt, geometry});
        } catch (const Rejected &rejected) {
          rejects.add(line, rejected.what(), row.content());
        }
      },
      progress);
  copy.finish();
  // A unit in several rows is one unit of several parts.
  const auto written = connection.exec(
      "INSERT INTO voirie.unite (genre, code, nom, population, geom)"
      " SELECT genre, code, min(nom), sum(population), ST_Multi(ST_Union(geom)) FROM pg_temp.arrivee"
      " GROUP BY genre, code ORDER BY genre, code"
      " ON CONFLICT (genre, code) DO UPDATE SET nom = excluded.nom, population = excluded.population,"
      " geom = excluded.geom RETURNING xmax = 0");
  connection.exec("DROP TABLE pg_temp.arrivee");
  connection.exec("SELECT voirie.recalculer_unites()"); // events and facts keep the units they touch
  Loaded loaded;
  for (const auto &row : written)
    ++(row.get<bool>(0) ? loaded.accepted : loaded.known);
  loaded.rejected = static_cast<long long>(rejects.size());
  return loaded;
}

} // namespace cortege::intake
