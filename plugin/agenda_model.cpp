#include "plugin/agenda_model.hpp"

#include "plugin/locale.hpp"

#include <QColor>
#include <QFont>
#include <QIcon>

namespace cortege::plugin {

namespace {

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

void AgendaModel::setEntries(QList<AgendaEntry> entries) {
  beginResetModel();
  entries_ = std::move(entries);
  endResetModel();
}

void AgendaModel::setClashing(const QSet<QString> &keys) {
  clashing_ = keys;
  if (!entries_.isEmpty())
    emit dataChanged(index(0, Column::clash), index(rowCount() - 1, Column::clash));
}

void AgendaModel::setWindow(const QgsDateTimeRange &window) {
  window_ = window;
  if (!entries_.isEmpty())
    emit dataChanged(index(0, 0), index(rowCount() - 1, column_count - 1), {Qt::FontRole});
}

QVariant AgendaModel::text(const AgendaEntry &entry, int column) const {
  switch (column) {
  case Column::clash:
    return clashing_.contains(event_key(entry.kind, entry.id)) ? QStringLiteral("⚠") : QString();
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

QString AgendaModel::words(const AgendaEntry &entry) const {
  QString words = QStringLiteral("<b>%1</b><br>%2 · %3<br>%4")
                      .arg(entry.subject.toHtmlEscaped(), kind_name(entry.kind),
                           entry.service.toHtmlEscaped(), plugin::when(entry, true));
  if (entry.persons)
    words += QStringLiteral(" · ") + tr("%1 persons").arg(person_locale().toString(*entry.persons));
  if (!entry.place.isEmpty())
    words += QStringLiteral("<br>") + entry.place.toHtmlEscaped();
  if (entry.status != QLatin1String("transmis"))
    words += QStringLiteral("<br><b>%1</b>").arg(status_name(entry.status));
  if (clashing_.contains(event_key(entry.kind, entry.id)))
    words += "<br><b>⚠ " + tr("clashes with another event: open it to see which") + "</b>";
  if (entry.incomplete)
    words += "<br><i>" + tr("to be completed") + "</i>";
  return words;
}

QFont AgendaModel::font(const AgendaEntry &entry) const {
  QFont font;
  font.setStrikeOut(entry.status == QLatin1String("annule"));
  font.setItalic(entry.status == QLatin1String("brouillon"));
  const QDateTime end = entry.end.isValid() ? entry.end : entry.begin;
  font.setBold(!window_.isInfinite() && window_.overlaps(QgsDateTimeRange(entry.begin, end)));
  return font;
}

QVariant AgendaModel::data(const QModelIndex &index, int role) const {
  // Drawing an SVG for each cell would show while scrolling.
  static const std::array icons{QIcon(kind_icon(Kind::march)), QIcon(kind_icon(Kind::gathering)),
                                QIcon(kind_icon(Kind::operation)), QIcon(kind_icon(Kind::visit))};
  const AgendaEntry &entry = entries_[index.row()];
  switch (role) {
  case Qt::DisplayRole:
    return text(entry, index.column());
  case Qt::DecorationRole:
    return index.column() == Column::subject ? icons[std::size_t(entry.kind)] : QVariant();
  case Qt::TextAlignmentRole:
    return index.column() == Column::persons ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
  case Qt::FontRole:
    return font(entry);
  case Qt::ForegroundRole:
    if (index.column() == Column::clash)
      return QColor(210, 80, 0);
    return entry.status == QLatin1String("annule") ? QVariant(QColor(Qt::gray)) : QVariant();
  case Qt::ToolTipRole:
    return words(entry);
  default:
    return {};
  }
}

QVariant AgendaModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return {};
  const QStringList names{QString(), tr("When"), tr("Subject"), tr("Where"), tr("Persons")};
  return names.value(section);
}

void AgendaFilter::setWish(const AgendaWish &wish) {
  wish_ = wish;
  invalidateFilter();
}

bool AgendaFilter::filterAcceptsRow(int row, const QModelIndex &) const {
  const AgendaEntry &entry = static_cast<const AgendaModel *>(sourceModel())->entry(row);
  if (wish_.kind && entry.kind != *wish_.kind)
    return false;
  if (!wish_.service.isEmpty() && entry.service != wish_.service)
    return false;
  if (!wish_.statuses.isEmpty() && !wish_.statuses.contains(entry.status))
    return false;
  if (!wish_.box.isEmpty() && !wish_.box.intersects(entry.box))
    return false;
  return wish_.text.isEmpty() || entry.subject.contains(wish_.text, Qt::CaseInsensitive)
         || entry.place.contains(wish_.text, Qt::CaseInsensitive)
         || entry.service.contains(wish_.text, Qt::CaseInsensitive);
}

} // namespace cortege::plugin
