#include "cli/intake/places.hpp"

#include "providers/pg/copy.hpp"

#include <algorithm>
#include <array>

namespace cortege::intake {

namespace {

bool means_yes(const std::optional<std::string> &text, bool otherwise) {
  constexpr std::array yes{"oui", "o", "vrai", "true", "t", "yes", "y", "1"};
  if (!text)
    return otherwise;
  return std::any_of(yes.begin(), yes.end(), [&](const char *word) { return EQUAL(word, text->c_str()); });
}

std::optional<std::string_view> view(const std::optional<std::string> &text) {
  return text ? std::optional<std::string_view>(*text) : std::nullopt;
}

} // namespace

Loaded load_places(pg::Connection &connection, const PlaceOptions &options, const ColumnNames &names,
                   Source &source, Rejects &rejects, const engine::Progress &progress) {
  const Column name = Column(source, names, "nom").required();
  const Column reference(source, names, "reference"), category(source, names, "categorie"),
      sensitive(source, names, "sensible"), address(source, names, "adresse"),
      postcode(source, names, "code_postal"), town(source, names, "commune");
  connection.exec("CREATE TEMPORARY TABLE arrivee (ligne bigint, reference text, nom text, categorie text,"
                  " sensible boolean, adresse text, code_postal text, commune text,"
                  " geom public.geometry(Geometry, 2154)) ON COMMIT DROP");
  pg::CopyIn copy = connection.copy_in("COPY pg_temp.arrivee FROM STDIN");
  source.read(
      [&](long long line, const Row &row) {
        try {
          const auto label = name.of(row);
          if (!label)
            throw Rejected("nom absent");
          const auto kind =
              category.of(row).value_or(options.category.empty() ? options.source : options.category);
          const auto key = reference.of(row), street = address.of(row), code = postcode.of(row),
                     commune = town.of(row);
          const std::string geometry = source.geometry();
          copy.row({std::to_string(line), view(key), *label, kind,
                    means_yes(sensitive.of(row), options.sensitive) ? "t" : "f", view(street), view(code),
                    view(commune), geometry});
        } catch (const Rejected &rejected) {
          rejects.add(line, rejected.what(), row.content());
        }
      },
      progress);
  copy.finish();
  Loaded loaded;
  loaded.known = connection.exec("DELETE FROM voirie.lieu WHERE source = $1", options.source).affected();
  loaded.accepted =
      connection
          .exec("INSERT INTO voirie.lieu (source, reference, nom, categorie, sensible, adresse, code_postal, "
                "commune, geom)"
                " SELECT $1, reference, nom, categorie, sensible, adresse, code_postal, commune,"
                " CASE WHEN ST_GeometryType(geom) = 'ST_Point' THEN geom ELSE ST_PointOnSurface(geom) END"
                " FROM pg_temp.arrivee ORDER BY ligne",
                options.source)
          .affected();
  loaded.known = std::min(loaded.known, loaded.accepted);
  loaded.accepted -= loaded.known;
  loaded.rejected = static_cast<long long>(rejects.size());
  return loaded;
}

void prepare_search(pg::Connection &connection) {
  connection.exec("SELECT voirie.preparer()");
}

} // namespace cortege::intake
