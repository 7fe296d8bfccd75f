#pragma once

#include "plugin/event.hpp"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;

namespace cortege::plugin {

class AddressList;
class CountFields;
class Screening;
class Session;
class TimeFields;

/// Annexe 1's fields of a kind, in its order and with no other: what is required, what may follow, and what
/// is odd about what was typed.
class EventFields : public QWidget {
  Q_OBJECT

public:
  EventFields(Session &session, Kind kind, QWidget *parent = nullptr);

  void fill(const Event &event);
  /// Writes what is typed into an event; its geometry, identity and status stay.
  void read(Event &event) const;
  void setReadOnly();
  /// What stops the save, and what may follow it, in words.
  QStringList missing() const;
  /// Brings the keyboard to the first field that stops the save.
  void goToMissing();
  QStringList later() const;

  AddressList &addresses() { return *addresses_; }
  /// Where what belongs to the kind (the way, the ground) is added.
  QFormLayout &layoutBelow() { return *form_; }

signals:
  void changed();
  void addressesChanged();

private:
  void build();
  void screenFields();

  Kind kind_;
  QFormLayout *form_;
  QLineEdit *subject_;
  QPlainTextEdit *description_;
  Screening *screening_;
  AddressList *addresses_;
  TimeFields *times_ = nullptr;
  CountFields *counts_ = nullptr;
  QComboBox *organiser_ = nullptr, *theme_ = nullptr;
};

} // namespace cortege::plugin
