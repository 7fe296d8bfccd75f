#include "plugin/agenda_model.hpp"

#include "plugin/locale.hpp"

#include <QColor>
#include <QFont>
#include <QIcon>

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

// For a cell only the start; whole for a tip.
QString when(const AgendaEntry &entry, bool whole) {
  const QLocale locale = person_locale();
  QString shown = locale.toString(entry.begin, QStringLiteral("ddd d MMM HH:mm"));
  if (entry.end.isValid() && whole)
    shown += entry.end.date() == entry.begin.date()
                 ? locale.toString(entry.end, QStringLiteral("–HH:mm"))
                 : locale.toString(entry.end, QStringLiteral(" – d MMM HH:mm"));
  return shown;
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

void AgendaModel::setEntries(QList<AgendaEntry> entries) {
  beginResetModel();
  entries_ = std::move(entries);
  endResetModel();
}

QVariant AgendaModel::data(const QModelIndex &index, int role) const {
  const AgendaEntry &entry = entries_[index.row()];
  if (role == Qt::DisplayRole) {
    switch (index.column()) {
    case Column::when:
      return plugin::when(entry, false);
    case Column::subject:
      return entry.subject;
    case Column::where:
      return entry.place;
    default:
      return entry.persons ? person_locale().toString(*entry.persons) : QString();
    }
  }
  if (role == Qt::DecorationRole && index.column() == Column::subject)
    return QIcon(kind_icon(entry.kind));
  if (role == Qt::TextAlignmentRole && index.column() == Column::persons)
    return int(Qt::AlignRight | Qt::AlignVCenter);
  if (role == Qt::FontRole && entry.status != QLatin1String("transmis")) {
    QFont font;
    font.setStrikeOut(entry.status == QLatin1String("annule"));
    font.setItalic(entry.status == QLatin1String("brouillon"));
    return font;
  }
  if (role == Qt::ForegroundRole && entry.status == QLatin1String("annule"))
    return QColor(Qt::gray);
  if (role == Qt::ToolTipRole)
    return QStringLiteral("<b>%1</b><br>%2<br>%3<br>%4%5")
        .arg(entry.subject.toHtmlEscaped(), kind_name(entry.kind), plugin::when(entry, true),
             entry.place.toHtmlEscaped(),
             entry.incomplete ? "<br><i>" + tr("to be completed") + "</i>" : QString());
  return {};
}

QVariant AgendaModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return {};
  const QStringList names{tr("When"), tr("Subject"), tr("Where"), tr("Persons")};
  return names.value(section);
}

void AgendaFilter::setKind(std::optional<Kind> kind) {
  kind_ = kind;
  invalidateFilter();
}

void AgendaFilter::setText(const QString &text) {
  text_ = text.trimmed();
  invalidateFilter();
}

void AgendaFilter::setCancelled(bool shown) {
  cancelled_ = shown;
  invalidateFilter();
}

void AgendaFilter::setBox(const QgsRectangle &box) {
  box_ = box;
  invalidateFilter();
}

bool AgendaFilter::filterAcceptsRow(int row, const QModelIndex &) const {
  const AgendaEntry &entry = static_cast<const AgendaModel *>(sourceModel())->entry(row);
  if (kind_ && entry.kind != *kind_)
    return false;
  if (!cancelled_ && entry.status == QLatin1String("annule"))
    return false;
  if (!box_.isEmpty() && !box_.intersects(entry.box))
    return false;
  return text_.isEmpty() || entry.subject.contains(text_, Qt::CaseInsensitive)
         || entry.place.contains(text_, Qt::CaseInsensitive)
         || entry.service.contains(text_, Qt::CaseInsensitive);
}

} // namespace cortege::plugin
