#include "cli/intake/facts.hpp"

#include "cli/intake/dates.hpp"
#include "cli/intake/row_template.hpp"
#include "cli/intake/values.hpp"
#include "providers/pg/copy.hpp"

#include <fmt/format.h>

#include <array>
#include <tuple>

namespace cortege::intake {

namespace {

/// Facts outside the territory are refused by the database for all of a statement; here they are told apart.
OGREnvelope territory(pg::Connection &connection) {
  const auto row =
      connection.exec("SELECT ST_XMin(emprise), ST_YMin(emprise), ST_XMax(emprise), ST_YMax(emprise)"
                      " FROM voirie.territoire");
  OGREnvelope box;
  if (!row.empty())
    std::tie(box.MinX, box.MinY, box.MaxX, box.MaxY) = std::tuple(
        row.get<double>(0, 0), row.get<double>(0, 1), row.get<double>(0, 2), row.get<double>(0, 3));
  return box;
}

void register_source(pg::Connection &connection, const Register &source) {
  connection.exec(
      "INSERT INTO plateforme.source (code, nom, finalite, base_legale, conservation, transmise, attribution)"
      " VALUES ($1, $2, $3, $4, $5::interval, $6, $7) ON CONFLICT (code) DO UPDATE SET nom = excluded.nom,"
      " finalite = excluded.finalite, base_legale = excluded.base_legale,"
      " conservation = excluded.conservation, transmise = excluded.transmise,"
      " attribution = excluded.attribution",
      source.code, source.name, source.purpose, source.legal_basis, source.retention, source.transmitted,
      source.attribution);
}

/// What makes a row a fact.
class FactReader {
public:
  FactReader(const Mapping &mapping, Source &source, const OGREnvelope &inside)
      : mapping_(mapping), source_(source), inside_(inside), start_(mapping.start.text, source),
        end_(mapping.end.text, source), category_(mapping.category, source),
        subject_(mapping.subject, source), weight_(mapping.weight, source) {
    earliest_ = to_date(mapping.earliest, std::array<std::string, 1>{"%Y-%m-%d"}).value();
  }

  struct Fact {
    Date start;
    std::optional<Date> end;
    std::string category, subject, geometry;
    double weight;
  };

  /// Throws Rejected.
  Fact read(const Row &row) {
    Fact fact{date(start_.of(row), mapping_.start.formats),
              {},
              category_.of(row),
              subject_.of(row),
              {},
              weight(row)};
    if (const std::string end = end_.of(row); !end.empty())
      fact.end = date(end, mapping_.end.formats).last();
    else if (fact.start.precision != Precision::instant)
      fact.end = fact.start.last();
    fact.geometry = source_.geometry();
    if (inside_.IsInit() != 0 && !inside_.Contains(source_.envelope()))
      throw Rejected("hors du territoire");
    return fact;
  }

private:
  Date date(const std::string &text, const std::vector<std::string> &formats) const {
    if (text.find_first_of("0123456789") == std::string::npos)
      throw Rejected("date absente");
    const auto date = to_date(text, formats);
    if (!date)
      throw Rejected(fmt::format("date impossible : {}", text));
    if (date->iso() < earliest_.iso())
      throw Rejected(fmt::format("date invraisemblable, antérieure au {} : {}", mapping_.earliest, text));
    return *date;
  }
  double weight(const Row &row) const {
    const std::string text = weight_.of(row);
    const auto weight = to_number(text);
    if (!weight || *weight < 0)
      throw Rejected(fmt::format("poids impossible : {}", text));
    return *weight;
  }

  const Mapping &mapping_;
  Source &source_;
  OGREnvelope inside_;
  RowTemplate start_, end_, category_, subject_, weight_;
  Date earliest_;
};

void copy_row(pg::CopyIn &copy, const FactReader::Fact &fact, long long line) {
  const std::string start = fact.start.iso();
  const std::string end = fact.end ? fact.end->iso() : std::string();
  const std::string number = std::to_string(line);
  const std::string weight = fmt::format("{}", fact.weight);
  const auto zoned = [](const Date &date) { return date.offset_minutes ? "t" : "f"; };
  copy.row({number, start, zoned(fact.start), fact.end ? std::optional<std::string_view>(end) : std::nullopt,
            fact.end ? std::optional<std::string_view>(zoned(*fact.end)) : std::nullopt,
            name_of(fact.start.precision), fact.category, fact.subject, weight, fact.geometry});
}

/// Local times become instants in the database, which knows every change of every zone.
void place_in_time(pg::Connection &connection, const std::string &zone) {
  connection.exec(
      "UPDATE pg_temp.arrivee SET"
      " debut = CASE WHEN debut_situe THEN debut_lu::timestamptz ELSE debut_lu::timestamp AT TIME ZONE $1 "
      "END,"
      " fin = CASE WHEN fin_situee THEN fin_lue::timestamptz ELSE fin_lue::timestamp AT TIME ZONE $1 END",
      zone);
}

long long reject_reversed(pg::Connection &connection, Rejects &rejects) {
  const auto reversed = connection.exec(
      "DELETE FROM pg_temp.arrivee WHERE fin < debut RETURNING ligne, debut_lu, fin_lue, objet");
  for (const auto &row : reversed)
    rejects.add(row.get<long long>(0), "fin antérieure au début",
                fmt::format("début={}; fin={}; {}", row.get<std::string>(1), row.get<std::string>(2),
                            row.get<std::string>(3)));
  return reversed.rows();
}

/// Access numbers are asked for by the thousand: a trigger that computes them row by row takes twice the
/// time.
long long insert(pg::Connection &connection, const std::string &source) {
  connection.exec(
      "SELECT plateforme.creer_partitions(mois, mois) FROM (SELECT DISTINCT date_trunc('month', debut, 'UTC')"
      " AS mois FROM pg_temp.arrivee) m");
  return connection
      .exec(
          "WITH lots AS MATERIALIZED (SELECT array_agg(ligne ORDER BY ligne) AS lignes,"
          "  plateforme.numeros_acces($1, array_agg(geom ORDER BY ligne)) AS numeros"
          "  FROM pg_temp.arrivee GROUP BY ligne / 10000)"
          " INSERT INTO plateforme.fait"
          " (acces, debut, fin, source, categorie, objet, poids, precision_date, geom)"
          " SELECT n.acces, a.debut, a.fin, $1, a.categorie, a.objet, a.poids, a.precision_date, a.geom"
          " FROM pg_temp.arrivee a JOIN (SELECT n.* FROM lots, unnest(lignes, numeros) AS n (ligne, acces)) n"
          "  ON n.ligne = a.ligne"
          " WHERE NOT EXISTS (SELECT FROM plateforme.fait f WHERE f.debut = a.debut AND f.source = $1"
          " AND f.categorie = a.categorie AND f.objet = a.objet AND f.fin IS NOT DISTINCT FROM a.fin"
          " AND ST_AsBinary(f.geom) = ST_AsBinary(a.geom)) ORDER BY a.ligne",
          source)
      .affected();
}

} // namespace

Loaded load_facts(pg::Connection &connection, const Mapping &mapping, Source &source, Rejects &rejects,
                  const engine::Progress &progress) {
  register_source(connection, mapping.source);
  connection.exec(
      "CREATE TEMPORARY TABLE arrivee (ligne bigint, debut_lu text, debut_situe boolean, fin_lue text,"
      " fin_situee boolean, precision_date text, categorie text, objet text, poids double precision,"
      " geom public.geometry(Geometry, 2154), debut timestamptz, fin timestamptz) ON COMMIT DROP");
  FactReader reader(mapping, source, territory(connection));
  pg::CopyIn copy =
      connection.copy_in("COPY pg_temp.arrivee (ligne, debut_lu, debut_situe, fin_lue, fin_situee,"
                         " precision_date, categorie, objet, poids, geom) FROM STDIN");
  source.read(
      [&](long long line, const Row &row) {
        try {
          copy_row(copy, reader.read(row), line);
        } catch (const Rejected &rejected) {
          rejects.add(line, rejected.what(), row.content());
        }
      },
      progress);
  long long usable = copy.finish();
  place_in_time(connection, mapping.zone);
  usable -= reject_reversed(connection, rejects);
  Loaded loaded;
  loaded.accepted = insert(connection, mapping.source.code);
  loaded.rejected = static_cast<long long>(rejects.size());
  loaded.known = usable - loaded.accepted;
  return loaded;
}

} // namespace cortege::intake
