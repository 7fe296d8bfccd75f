#pragma once

#include "plugin/event.hpp"

#include <QDialog>

#include <functional>

class QTableWidget;

namespace cortege::plugin {

/// Two people changed the same event: each field that differs, side by side, and the person chooses. What
/// only one of them changed is chosen beforehand.
class ConflictDialog : public QDialog {
  Q_OBJECT

public:
  ConflictDialog(const Event &before, const Event &mine, const Event &theirs, QWidget *parent = nullptr);

  /// Theirs, with the fields the person kept of their own. Its version is theirs, so that it can be saved.
  Event merged() const;

private:
  void add(const QString &field, const QString &mine, const QString &theirs, bool changed_by_me,
           std::function<void(Event &)> keep_mine);

  Event theirs_;
  QTableWidget *table_;
  QList<std::function<void(Event &)>> keep_mine_; ///< one for each row
};

} // namespace cortege::plugin
