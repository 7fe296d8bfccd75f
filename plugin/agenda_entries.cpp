#include "plugin/agenda_entries.hpp"

#include <fmt/format.h>

namespace cortege::plugin {

namespace {

// One kind's share of the agenda: the same columns for all.
std::string selection(Kind kind) {
  const KindFacts &k = facts(kind);
  return fmt::format(
      "SELECT '{0}' AS genre, e.id, e.statut, e.objet, e.service, e.debut, e.fin, {1} AS personnes, "
      "(SELECT string_agg(a.libelle, ' → ' ORDER BY a.ordre) FROM cortege.adresse a "
      " WHERE a.evenement_type = '{0}' AND a.evenement_id = e.id AND a.role <> 'passage') AS lieu, "
      "coalesce(e.{2}, (SELECT ST_Collect(a.geom) FROM cortege.adresse a "
      " WHERE a.evenement_type = '{0}' AND a.evenement_id = e.id)) AS g, "
      "e.fin IS NULL OR e.{2} IS NULL{3} AS incomplet "
      "FROM cortege.{4} e WHERE e.periode && tstzrange($1::timestamptz, $2::timestamptz) "
      "AND e.debut > $1::timestamptz - interval '1 year'",
      k.code, k.counts ? "coalesce(e.personnes_attendues, e.personnes_declarees)" : "NULL::integer",
      k.geometry, k.counts ? " OR coalesce(e.personnes_attendues, e.personnes_declarees) IS NULL" : "",
      k.table);
}

QDateTime epoch_time(const pg::Result &result, int row, int column) {
  return result.null(row, column)
             ? QDateTime()
             : QDateTime::fromMSecsSinceEpoch(qint64(1000 * result.get<double>(row, column)));
}

} // namespace

QList<AgendaEntry> read_agenda(Line &line, const QDateTime &from, const QDateTime &to) {
  std::string all;
  for (const Kind kind : all_kinds)
    all += (all.empty() ? "" : " UNION ALL ") + selection(kind);
  const pg::Result rows = line.ask("SELECT genre, id, statut, objet, service, extract(epoch FROM debut), "
                                   "extract(epoch FROM fin), personnes, lieu, "
                                   "ST_XMin(g), ST_YMin(g), ST_XMax(g), ST_YMax(g), incomplet FROM ("
                                       + all + ") AS agenda ORDER BY debut, genre, id",
                                   pg::Parameters(from.toUTC().toString(Qt::ISODate).toStdString(),
                                                  to.toUTC().toString(Qt::ISODate).toStdString()));
  QList<AgendaEntry> entries;
  entries.reserve(rows.rows());
  for (int row = 0; row < rows.rows(); ++row) {
    AgendaEntry entry;
    entry.kind = *kind_of(text_of(rows, row, 0));
    entry.id = rows.get<long long>(row, 1);
    entry.status = text_of(rows, row, 2);
    entry.subject = text_of(rows, row, 3);
    entry.service = text_of(rows, row, 4);
    entry.begin = epoch_time(rows, row, 5);
    entry.end = epoch_time(rows, row, 6);
    entry.persons = rows.get<std::optional<int>>(row, 7);
    entry.place = text_of(rows, row, 8);
    if (!rows.null(row, 9))
      entry.box = QgsRectangle(rows.get<double>(row, 9), rows.get<double>(row, 10), rows.get<double>(row, 11),
                               rows.get<double>(row, 12));
    entry.incomplete = rows.get<bool>(row, 13);
    entries.append(entry);
  }
  return entries;
}

QgsGeometry read_shape(Line &line, Kind kind, qint64 id) {
  const KindFacts &k = facts(kind);
  const pg::Result found = line.ask(
      fmt::format(
          "SELECT ST_AsText(coalesce(e.{0}, (SELECT ST_Collect(a.geom) FROM cortege.adresse a "
          "WHERE a.evenement_type = '{1}' AND a.evenement_id = e.id)), 2) FROM cortege.{2} e WHERE id = $1",
          k.geometry, k.code, k.table),
      pg::Parameters(static_cast<long long>(id)));
  return found.empty() ? QgsGeometry() : QgsGeometry::fromWkt(text_of(found, 0, 0));
}

} // namespace cortege::plugin
