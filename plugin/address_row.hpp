#pragma once

#include "plugin/address_edit.hpp"
#include "plugin/event.hpp"

#include <QWidget>

class QLabel;
class QToolButton;

namespace cortege::plugin {

class Session;

/// One address of an event: its role, its text, and what may be done with it. The buttons take no focus: Tab
/// goes from address to address, and the keyboard has Alt and a key.
class AddressRow : public QWidget {
  Q_OBJECT

public:
  /// `route`: the address is on a way, a stretch of which may be drawn by hand. `alone`: the only one of its
  /// event, so without a role or a place in a list.
  AddressRow(Session &session, bool route, bool alone, QWidget *parent = nullptr);

  AddressEdit &edit() { return *edit_; }
  const AddressEdit &edit() const { return *edit_; }
  bool freehand() const;
  void setFreehand(bool by_hand);
  /// Nothing where there is no next point.
  void toggleFreehand();
  const QList<QgsPointXY> &bends() const { return bends_; }
  void setBends(const QList<QgsPointXY> &bends) { bends_ = bends; }
  bool removable() const;
  void setReadOnly();

  /// Where it stands: its number from 0 of so many, what it is called there, and whether it may go.
  void stand(int number, int of, const QString &role, bool removable);

signals:
  void changed();
  void pickAsked();
  void upAsked();
  void removeAsked();

private:
  QToolButton *button(const char *icon, const QString &tip);

  bool alone_;
  QLabel *role_;
  AddressEdit *edit_;
  QToolButton *pick_, *freehand_ = nullptr, *up_, *remove_;
  QList<QgsPointXY> bends_; ///< of the stretch to the next address
};

} // namespace cortege::plugin
