#pragma once

#include "plugin/event.hpp"
#include "plugin/line.hpp"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <qgsrectangle.h>

namespace cortege::plugin {

/// One line of the agenda.
struct AgendaEntry {
  Kind kind = Kind::march;
  qint64 id = 0;
  QString status, subject, service, place;
  QDateTime begin, end;
  std::optional<int> persons;
  QgsRectangle box; ///< EPSG:2154; empty when the event has no place yet
  bool incomplete = false;
};

/// Events that touch a window of time, in order of their start. Only what the person may read.
QList<AgendaEntry> read_agenda(Line &line, const QDateTime &from, const QDateTime &to);

class AgendaModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { when, subject, where, persons, column_count };
  using QAbstractTableModel::QAbstractTableModel;

  void setEntries(QList<AgendaEntry> entries);
  const AgendaEntry &entry(int row) const { return entries_[row]; }
  const QList<AgendaEntry> &entries() const { return entries_; }

  int rowCount(const QModelIndex &parent = {}) const override {
    return parent.isValid() ? 0 : int(entries_.size());
  }
  int columnCount(const QModelIndex &parent = {}) const override {
    return parent.isValid() ? 0 : column_count;
  }
  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  QList<AgendaEntry> entries_;
};

/// What the person wants to see of the agenda.
class AgendaFilter : public QSortFilterProxyModel {
  Q_OBJECT

public:
  using QSortFilterProxyModel::QSortFilterProxyModel;
  void setKind(std::optional<Kind> kind);
  void setText(const QString &text);
  void setCancelled(bool shown);
  /// In EPSG:2154; empty for everywhere.
  void setBox(const QgsRectangle &box);

protected:
  bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
  std::optional<Kind> kind_;
  QString text_;
  bool cancelled_ = false;
  QgsRectangle box_;
};

} // namespace cortege::plugin
