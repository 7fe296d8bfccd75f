#pragma once

#include "plugin/address_edit.hpp"
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
  void setAddresses(const QList<EventAddress> &addresses);
  /// Those with a text.
  QList<EventAddress> addresses() const;
  int count() const { return rows_.size(); }
  std::optional<QgsPointXY> point(int row) const { return rows_[row].edit->point(); }

  /// Gives a row its place; used when the person points at the map.
  void place(int row, const QString &label, const QgsPointXY &point);
  /// Inserts an empty row (a waypoint, for a march) and returns its number.
  int insert(int row);
  void remove(int row);
  /// The first row without a place, or -1.
  int firstUnplaced() const;
  QWidget *firstEditor() const { return rows_.isEmpty() ? nullptr : rows_.front().edit; }

signals:
  void changed();
  /// The person wants to show this row's place on the map.
  void pickRequested(int row);

private:
  struct Row {
    QWidget *box;
    QLabel *role;
    AddressEdit *edit;
    QToolButton *freehand; ///< null but for marches
    QToolButton *up, *remove;
  };
  Row make();
  int indexOf(const QWidget *box) const;
  QString roleOf(int row) const;
  void move(int row, int by);
  void refresh();

  Session &session_;
  Kind kind_;
  std::function<std::optional<QgsPointXY>()> centre_;
  QList<Row> rows_;
  QVBoxLayout *layout_;
  QToolButton *add_;
};

} // namespace cortege::plugin
