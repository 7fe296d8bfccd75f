#pragma once

#include "plugin/address_row.hpp"
#include "plugin/event.hpp"

#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace cortege::plugin {

/// The addresses of an event in order: one, or a list; for a march departure, waypoints and arrival.
class AddressList : public QWidget {
  Q_OBJECT

public:
  AddressList(Session &session, Kind kind, QWidget *parent = nullptr);

  void setCentre(std::function<std::optional<QgsPointXY>()> centre);
  void setReadOnly();
  void setAddresses(const QList<EventAddress> &addresses);
  /// Those with a text.
  QList<EventAddress> addresses() const;
  int count() const { return int(rows_.size()); }
  std::optional<QgsPointXY> point(int row) const { return rows_[row]->edit().point(); }

  /// Gives a row its place; used when the person points at the map.
  void place(int row, const QString &label, const QgsPointXY &point);
  /// Inserts an empty row (a waypoint, for a march) and returns its number.
  int insert(int row);
  void remove(int row);
  /// The first row without a place, or -1.
  int firstUnplaced() const;
  QList<QWidget *> editors() const;
  /// What the Tab key goes through, in order.
  QList<QWidget *> tabChain() const;
  /// The stretch after a row is drawn by hand, and its bends.
  bool freehand(int row) const;
  const QList<QgsPointXY> &bends(int row) const { return rows_[row]->bends(); }
  void setBends(int row, const QList<QgsPointXY> &bends);

signals:
  void changed();
  /// The person wants to show this row's place on the map.
  void pickRequested(int row);

private:
  AddressRow *make();
  QString roleOf(int row) const;
  void keyed(int row, int key);
  void move(int row, int by);
  void refresh();

  Session &session_;
  Kind kind_;
  std::function<std::optional<QgsPointXY>()> centre_;
  QList<AddressRow *> rows_;
  QVBoxLayout *layout_;
  QToolButton *add_;
  QLabel *keys_; ///< what a key does that only a button shows
};

} // namespace cortege::plugin
