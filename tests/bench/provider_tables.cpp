#include "tests/bench/provider_tables.hpp"

#include "providers/pg/connection.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace cortege::bench {
namespace {

constexpr const char *tables = R"(
DROP SCHEMA IF EXISTS essai CASCADE; CREATE SCHEMA essai;
CREATE UNLOGGED TABLE essai.points (id bigint PRIMARY KEY, a int, b bigint, c double precision, d numeric(10,2),
  e text, f text, g date, h timestamptz, i boolean, geom geometry(Point, 2154));
INSERT INTO essai.points SELECT n, n % 1000, n * 1000000::bigint, random() * 1e6,
  (random() * 1e6)::numeric(10,2), 'objet ' || n % 5000, md5(n::text), date '2020-01-01' + n % 2000,
  timestamptz '2022-01-01' + n * interval '1 min', n % 2 = 0,
  ST_SetSRID(ST_MakePoint(810000 + random() * 130000, 6230000 + random() * 90000), 2154)
FROM generate_series(1, {0}) n;
CREATE INDEX ON essai.points USING gist (geom);
CREATE INDEX ON essai.points (a);
CREATE UNLOGGED TABLE essai.points_int (LIKE essai.points INCLUDING ALL);
ALTER TABLE essai.points_int ALTER id TYPE int;
INSERT INTO essai.points_int SELECT * FROM essai.points;
CREATE UNLOGGED TABLE essai.beaucoup (id int PRIMARY KEY, geom geometry(Point, 2154));
INSERT INTO essai.beaucoup SELECT n,
  ST_SetSRID(ST_MakePoint(810000 + n % 130000, 6230000 + n % 90000), 2154) FROM generate_series(1, {1}) n;
CREATE INDEX ON essai.beaucoup USING gist (geom);
CREATE TABLE essai.change (id int PRIMARY KEY, texte text, geom geometry(Point, 2154));
INSERT INTO essai.change SELECT n, 'texte ' || n, ST_SetSRID(ST_MakePoint(n, n), 2154)
FROM generate_series(1, 10000) n;
)";

} // namespace

long points() {
  const char *rows = std::getenv("CORTEGE_BENCH_ROWS");
  return rows == nullptr ? 1000000 : std::atol(rows);
}

void make_tables() {
  if (std::getenv("CORTEGE_BENCH_KEPT") != nullptr)
    return;
  const char *many = std::getenv("CORTEGE_BENCH_MANY");
  pg::Connection connection;
  connection.exec(fmt::format(tables, points(), many == nullptr ? 10 * points() : std::atol(many)));
  for (const char *table : {"points", "points_int", "beaucoup", "change"})
    connection.exec(fmt::format("VACUUM ANALYZE essai.{}", table));
}

QString uri_of(const char *table) {
  const auto variable = [](const char *name) { return QString::fromLocal8Bit(qgetenv(name)); };
  return QStringLiteral(
             "dbname='%1' host='%2' port=%3 user='%4' sslmode=disable key='id' srid=2154 type=Point "
             "table=\"essai\".\"%5\" (geom)")
      .arg(variable("PGDATABASE"), variable("PGHOST"), variable("PGPORT"), variable("PGUSER"),
           QString::fromLatin1(table));
}

} // namespace cortege::bench
