#include "providers/tension/input.hpp"

#include "engine/tension/mass.hpp"
#include "engine/wkb.hpp"
#include "providers/pg/transaction.hpp"
#include "providers/tension/binary_row.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <sstream>

namespace cortege::tension {

namespace {

using engine::Error;
using engine::Instant;

constexpr int batch = 20000;
constexpr int most_slices = 10000;

Instant instant(const pg::Result &rows, int row, int column) {
  return Instant(std::chrono::microseconds(rows.get<long long>(row, column)));
}

// 22007, 22008: not a date, out of range; 22023: not an interval…
pg::Result dates(pg::Connection &connection, const Period &period) {
  try {
    return connection.exec(
        "WITH asked AS (SELECT $1::timestamptz AS de, $2::timestamptz AS a, $3::interval AS pas),"
        " starts AS (SELECT de, a, pas, generate_series(de, a, coalesce(pas, interval '1000 years')) AS t"
        "   FROM asked LIMIT $4),"
        " slices AS (SELECT t, least(t + coalesce(pas, a - de), a) AS u FROM starts WHERE t < a OR de = a)"
        " SELECT (extract(epoch FROM t) * 1000000)::bigint, (extract(epoch FROM u) * 1000000)::bigint,"
        "   to_char(t, 'YYYY-MM-DD\"T\"HH24:MI:SSTZH:TZM'), to_char(u, 'YYYY-MM-DD\"T\"HH24:MI:SSTZH:TZM'),"
        "   to_char(t, 'YYYYMMDD\"T\"HH24MI')"
        " FROM slices ORDER BY t",
        period.from, period.to, period.step.empty() ? std::optional<std::string>() : period.step,
        most_slices + 1);
  } catch (const pg::Error &error) {
    if (!error.sqlstate().starts_with("22"))
      throw;
    throw Error(fmt::format("--from, --to or --step makes no sense ({}): write 2026-01-10T12:00 and 1h.",
                            error.what()));
  }
}

std::vector<Slice> read_slices(pg::Connection &connection, const Period &period) {
  const pg::Result rows = dates(connection, period);
  if (rows.empty())
    throw Error(
        fmt::format("--to {} must come after --from {}, and --step be positive.", period.to, period.from));
  if (rows.rows() > most_slices)
    throw Error(fmt::format("--step gives more than {} windows: take a longer one.", most_slices));
  std::vector<Slice> slices;
  slices.reserve(rows.rows());
  for (int row = 0; row < rows.rows(); ++row)
    slices.push_back({{instant(rows, row, 0), instant(rows, row, 1)},
                      rows.get<std::string>(row, 2),
                      rows.get<std::string>(row, 3),
                      rows.get<std::string>(row, 4)});
  return slices;
}

engine::TensionEvent event_of(const BinaryRow &row) {
  engine::TensionEvent event;
  event.key = row.text(0);
  event.kind = row.text(1);
  event.fact_source = row.text(2);
  event.category = row.text(3);
  event.from = *row.instant(4);
  event.to = row.instant(5);
  event.persons_expected = row.number(6);
  event.persons_declared = row.number(7);
  event.cars_expected = row.number(8);
  event.cars_declared = row.number(9);
  event.weight = row.number(10).value_or(1);
  event.shape = engine::shape_from_wkb(row.bytes(11));
  return event;
}

void read_areas(pg::Connection &connection, const std::string &division, std::vector<Area> &areas) {
  const pg::Result rows =
      connection.exec("SELECT code, nom, population, ST_AsBinary(geom, 'NDR') FROM voirie.unite"
                      " WHERE genre = $1 ORDER BY code COLLATE \"C\"",
                      pg::Parameters(division), pg::Format::binary);
  for (int row = 0; row < rows.rows(); ++row) {
    const BinaryRow values(rows, row);
    areas.push_back(
        {division, values.text(0), values.text(1), std::nullopt, engine::shape_from_wkb(values.bytes(3))});
    if (!rows.null(row, 2))
      areas.back().population = values.integer(2);
  }
}

std::optional<std::vector<std::string>> codes(const pg::Result &rows, int column) {
  if (rows.null(0, column))
    return std::nullopt;
  std::istringstream words(rows.get<std::string>(0, column));
  return std::vector<std::string>{std::istream_iterator<std::string>(words), {}};
}

} // namespace

Perimeter read_perimeter(pg::Connection &connection) {
  const pg::Result me = connection.exec(
      "SELECT (m ->> 'plateforme')::boolean, m ->> 'login',"
      " CASE WHEN m ->> 'unites' IS NULL THEN 'tout le territoire' ELSE 'unités '"
      "   || (SELECT string_agg(u.nom, ', ' ORDER BY u.genre, u.code) FROM voirie.unite u"
      "       WHERE u.id IN (SELECT value::int FROM jsonb_array_elements_text(m -> 'unites'))) END"
      " || CASE WHEN m ->> 'genres' IS NULL THEN '' ELSE ' ; genres ' || (m ->> 'genres') END"
      " || CASE WHEN m ->> 'sources' IS NULL THEN '' ELSE ' ; sources ' || (m ->> 'sources') END,"
      " concat_ws(' ', m ->> 'habilitation', m ->> 'convention_en_vigueur'),"
      " m ->> 'unites' IS NOT NULL,"
      " (SELECT string_agg(value, ' ') FROM jsonb_array_elements_text(nullif(m -> 'genres', 'null'))),"
      " (SELECT string_agg(value, ' ') FROM jsonb_array_elements_text(nullif(m -> 'sources', 'null')))"
      " FROM habilitation.moi() m");
  if (!me.get<bool>(0, 0))
    throw Error(
        fmt::format("{} is not habilitated to read the platform: connect as a person who is (--service, or "
                    "--database with their login).",
                    me.get<std::string>(0, 1)));
  return {me.get<std::string>(0, 2), me.get<std::string>(0, 3), me.get<bool>(0, 4), codes(me, 5),
          codes(me, 6)};
}

bool sees_all_sources(const Perimeter &perimeter, const engine::TensionModel &model) {
  const auto seen = [](const auto &allowed, const std::string &name) {
    return !allowed || std::find(allowed->begin(), allowed->end(), name) != allowed->end();
  };
  return std::all_of(model.sources.begin(), model.sources.end(), [&](const engine::TensionSource &source) {
    if (source.weight == 0)
      return true;
    const bool facts = source.kind != "fait" || !perimeter.sources
                       || (!source.fact_sources.empty()
                           && std::all_of(source.fact_sources.begin(), source.fact_sources.end(),
                                          [&](const auto &one) { return seen(perimeter.sources, one); }));
    return facts && seen(perimeter.kinds, source.kind);
  });
}

std::vector<std::byte> read_whole_ground(pg::Connection &connection, double reach) {
  const pg::Result rows = connection.exec(
      "SELECT ST_AsBinary(ST_Buffer(ST_Union(geom), -$1::float8), 'NDR') FROM voirie.unite"
      " WHERE id IN (SELECT value::int FROM jsonb_array_elements_text(habilitation.moi() -> 'unites'))",
      pg::Parameters(reach), pg::Format::binary);
  const auto bytes = BinaryRow(rows, 0).bytes(0);
  return {bytes.begin(), bytes.end()};
}

std::vector<engine::TensionEvent> read_events(pg::Connection &connection, const engine::TensionModel &model,
                                              const engine::Window &span, const engine::Progress &progress) {
  std::vector<engine::TensionEvent> events;
  double back = 0;
  for (const engine::TensionSource &source : model.sources)
    back = std::max(back, engine::look_back(source).count());
  connection.exec(
      "DECLARE entree NO SCROLL CURSOR FOR"
      " SELECT cle, genre, coalesce(source, ''), coalesce(categorie, ''),"
      "   (extract(epoch FROM debut) * 1000000)::bigint,"
      "   (extract(epoch FROM CASE genre WHEN 'fait' THEN coalesce(fin, debut) ELSE fin END) * "
      "1000000)::bigint,"
      "   personnes_attendues::float8, personnes_declarees::float8, voitures_attendues::float8,"
      "   voitures_declarees::float8, poids::float8, ST_AsBinary(geom, 'NDR')"
      " FROM plateforme.entree_tension"
      " WHERE periode && tstzrange(to_timestamp($1) - make_interval(secs => $2), to_timestamp($3), '[]')",
      engine::Seconds(span.from.time_since_epoch()).count(), back,
      engine::Seconds(span.to.time_since_epoch()).count());
  for (;;) {
    const pg::Result rows =
        connection.exec(fmt::format("FETCH {} FROM entree", batch), pg::Parameters(), pg::Format::binary);
    if (rows.empty())
      break;
    for (int row = 0; row < rows.rows(); ++row)
      events.push_back(event_of(BinaryRow(rows, row)));
    engine::report(progress, 0.5);
  }
  connection.exec("CLOSE entree");
  std::sort(events.begin(), events.end(), [](const auto &a, const auto &b) { return a.key < b.key; });
  return events;
}

Input read_input(pg::Connection &connection, const engine::TensionModel &model, const Period &period,
                 const std::vector<std::string> &divisions, const engine::Progress &progress) {
  pg::Transaction snapshot(connection, "ISOLATION LEVEL REPEATABLE READ READ ONLY");
  Input input;
  input.perimeter = read_perimeter(connection).words;
  connection.exec("SELECT set_config('timezone', fuseau, true) FROM voirie.territoire");
  input.slices = read_slices(connection, period);
  const engine::Window span{input.slices.front().window.from, input.slices.back().window.to};
  input.events = read_events(connection, model, span, progress);
  for (const std::string &division : divisions)
    read_areas(connection, division, input.areas);
  snapshot.commit();
  return input;
}

} // namespace cortege::tension
