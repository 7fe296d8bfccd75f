#pragma once

#include "plugin/event.hpp"

#include <QDialog>

class QLabel;
class QTreeWidget;

namespace cortege::plugin {

class Session;
struct Version;

/// Who changed an event, when, and each field before and after.
class HistoryDialog : public QDialog {
  Q_OBJECT

public:
  HistoryDialog(Session &session, Kind kind, qint64 id, QWidget *parent = nullptr);

private:
  void tell(const QList<Version> &versions);

  QTreeWidget *tree_;
  QLabel *note_;
};

} // namespace cortege::plugin
