#include "cli/intake/street_names.hpp"

#include "providers/pg/copy.hpp"

namespace cortege::intake {

Loaded load_street_names(pg::Connection &connection, const ColumnNames &names, Source &source,
                         Rejects &rejects, const engine::Progress &progress) {
  const Column name = Column(source, names, "nom").required();
  const Column district(source, names, "quartier"), town(source, names, "commune"),
      postcode(source, names, "code_postal");
  connection.exec(
      "CREATE TEMPORARY TABLE arrivee (ligne bigint, nom text, quartier text, commune text, code_postal text,"
      " geom public.geometry(Geometry, 2154)) ON COMMIT DROP");
  pg::CopyIn copy = connection.copy_in("COPY pg_temp.arrivee FROM STDIN");
  const auto view = [](const std::optional<std::string> &text) {
    return text ? std::optional<std::string_view>(*text) : std::nullopt;
  };
  source.read(
      [&](long long line, const Row &row) {
        try {
          const auto label = name.of(row), part = district.of(row), commune = town.of(row),
                     code = postcode.of(row);
          if (!label)
            throw Rejected("nom absent");
          const std::string geometry = source.geometry();
          copy.row({std::to_string(line), *label, view(part), view(commune), view(code), geometry});
        } catch (const Rejected &rejected) {
          rejects.add(line, rejected.what(), row.content());
        }
      },
      progress);
  copy.finish();
  Loaded loaded;
  connection.exec("DELETE FROM voirie.voie WHERE source = 'liste'");
  loaded.accepted = connection
                        .exec("INSERT INTO voirie.voie (nom, quartier, commune, code_postal, source, centre)"
                              " SELECT nom, quartier, commune, code_postal, 'liste', ST_PointOnSurface(geom)"
                              " FROM pg_temp.arrivee ORDER BY ligne")
                        .affected();
  loaded.rejected = static_cast<long long>(rejects.size());
  return loaded;
}

} // namespace cortege::intake
