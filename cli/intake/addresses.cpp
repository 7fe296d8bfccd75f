#include "cli/intake/addresses.hpp"

#include "cli/intake/values.hpp"
#include "providers/pg/copy.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace cortege::intake {

namespace {

/// The texts of voirie.adresse that are copied as they are.
constexpr std::array texts{"id",
                           "id_fantoir",
                           "rep",
                           "nom_voie",
                           "code_postal",
                           "code_insee",
                           "nom_commune",
                           "code_insee_ancienne_commune",
                           "nom_ancienne_commune",
                           "type_position",
                           "alias",
                           "nom_ld",
                           "libelle_acheminement",
                           "nom_afnor",
                           "source_position",
                           "source_nom_voie",
                           "cad_parcelles"};

std::string list(const char *separator, const char *before = "") {
  std::string all;
  for (const char *text : texts)
    all += fmt::format("{}{}{}", all.empty() ? "" : separator, before, text);
  return all;
}

/// Throws Rejected. The national base numbers a place without number 99999.
std::string house_number(const std::optional<std::string> &text) {
  if (!text)
    throw Rejected("numéro absent");
  const auto number = to_number(*text);
  if (!number || *number < 0 || *number != std::floor(*number) || *number > 99999)
    throw Rejected(fmt::format("numéro impossible : {}", *text));
  if (*number == 99999)
    throw Rejected("lieu-dit sans numéro");
  return fmt::format("{:.0f}", *number);
}

class AddressReader {
public:
  AddressReader(const Source &source, const ColumnNames &names) : number_(source, names, "numero") {
    number_.required();
    for (const char *text : texts)
      columns_.emplace_back(source, names, text);
    columns_.at(street).required();
    for (const char *column : {"x", "y", "lon_lue", "lat_lue", "certification_commune"})
      numbers_.emplace_back(source, names, column);
  }

  void copy(pg::CopyIn &copy, long long line, const Row &row, Source &source) const {
    std::vector<std::optional<std::string>> values{std::to_string(line), house_number(number_.of(row)),
                                                   source.geometry()};
    for (const Column &column : numbers_) {
      const auto text = column.of(row);
      const auto number = text ? to_number(*text) : std::nullopt;
      values.push_back(number ? std::optional(fmt::format("{}", *number)) : std::nullopt);
    }
    for (const Column &column : columns_)
      values.push_back(column.of(row));
    if (!values.at(values.size() - columns_.size() + street))
      throw Rejected("nom de voie absent");
    const std::vector<std::optional<std::string_view>> views(values.begin(), values.end());
    copy.row(views);
  }

private:
  static constexpr std::size_t street = 3;
  Column number_;
  std::vector<Column> columns_, numbers_;
};

} // namespace

Loaded load_addresses(pg::Connection &connection, const ColumnNames &names, Source &source, Rejects &rejects,
                      const engine::Progress &progress) {
  const AddressReader reader(source, names);
  connection.exec(
      fmt::format("CREATE TEMPORARY TABLE arrivee (ligne bigint, numero integer,"
                  " geom public.geometry(Point, 2154), x double precision, y double precision,"
                  " lon double precision, lat double precision, certification_commune smallint, {} text)"
                  " ON COMMIT DROP",
                  list(" text, ")));
  pg::CopyIn copy = connection.copy_in("COPY pg_temp.arrivee FROM STDIN");
  source.read(
      [&](long long line, const Row &row) {
        try {
          reader.copy(copy, line, row, source);
        } catch (const Rejected &rejected) {
          rejects.add(line, rejected.what(), row.content());
        }
      },
      progress);
  copy.finish();
  connection.exec(
      "UPDATE pg_temp.arrivee SET id = lower(concat_ws('_', coalesce(code_insee, code_postal, nom_commune),"
      " nom_voie, numero, rep)) WHERE id IS NULL");
  const auto written = connection.exec(fmt::format(
      "INSERT INTO voirie.adresse (numero, geom, x, y, lon, lat, certification_commune, {0})"
      " SELECT DISTINCT ON (id) numero, geom, x, y, lon, lat, certification_commune, {0} FROM pg_temp.arrivee"
      " ORDER BY id, ligne"
      " ON CONFLICT (id) DO UPDATE SET (numero, geom, x, y, lon, lat, certification_commune, {0})"
      " = (excluded.numero, excluded.geom, excluded.x, excluded.y, excluded.lon, excluded.lat,"
      " excluded.certification_commune, {1}) RETURNING xmax = 0",
      list(", "), list(", ", "excluded.")));
  Loaded loaded;
  for (const auto &row : written)
    ++(row.get<bool>(0) ? loaded.accepted : loaded.known);
  loaded.known +=
      connection.exec("SELECT count(*) - count(DISTINCT id) FROM pg_temp.arrivee").value<long long>();
  loaded.rejected = static_cast<long long>(rejects.size());
  return loaded;
}

} // namespace cortege::intake
