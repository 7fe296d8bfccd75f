#pragma once

#include "plugin/agenda_entries.hpp"

#include <QAbstractTableModel>
#include <QFont>
#include <QSet>
#include <QSortFilterProxyModel>
#include <qgsrange.h>

namespace cortege::plugin {

class AgendaModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { clash, when, subject, where, persons, column_count };
  using QAbstractTableModel::QAbstractTableModel;

  void setEntries(QList<AgendaEntry> entries);
  /// Keys of the events that clash with another.
  void setClashing(const QSet<QString> &keys);
  /// What the map shows: events that take place then stand out.
  void setWindow(const QgsDateTimeRange &window);
  /// All that the agenda knows of an event, in rich text.
  QString words(const AgendaEntry &entry) const;
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
  QVariant text(const AgendaEntry &entry, int column) const;
  QFont font(const AgendaEntry &entry) const;

  QList<AgendaEntry> entries_;
  QSet<QString> clashing_;
  QgsDateTimeRange window_;
};

/// Empty fields ask for nothing.
struct AgendaWish {
  std::optional<Kind> kind;
  QString service;
  QStringList statuses;
  QString text;
  QgsRectangle box; ///< EPSG:2154
};

/// What the person wants to see of the agenda.
class AgendaFilter : public QSortFilterProxyModel {
  Q_OBJECT

public:
  using QSortFilterProxyModel::QSortFilterProxyModel;
  void setWish(const AgendaWish &wish);

protected:
  bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
  AgendaWish wish_;
};

} // namespace cortege::plugin
