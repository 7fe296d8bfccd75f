#pragma once

#include "plugin/event.hpp"

#include <QDialog>

#include <functional>
#include <memory>

class QTableWidget;
class QgsMapCanvas;
class QgsRubberBand;

namespace cortege::plugin {

/// Two people changed the same event: each field that differs side by side, both shapes on the map, and the
/// person chooses. What only one of them changed is chosen beforehand.
class ConflictDialog : public QDialog {
  Q_OBJECT

public:
  ConflictDialog(QgsMapCanvas &canvas, const Event &before, const Event &mine, const Event &theirs,
                 QWidget *parent = nullptr);
  ~ConflictDialog() override;

  /// Theirs, with the fields the person kept of their own. Its version is theirs, so that it can be saved.
  Event merged() const;

private:
  void add(const QString &field, const QString &mine, const QString &theirs, bool changed_by_me,
           const std::function<void(Event &)> &keep_mine);

  void showOnMap(QgsMapCanvas &canvas, const QgsGeometry &mine, const QgsGeometry &theirs);

  Event theirs_;
  std::unique_ptr<QgsRubberBand> my_shape_, their_shape_;
  QTableWidget *table_;
  QList<std::function<void(Event &)>> keep_mine_; ///< one for each row
};

} // namespace cortege::plugin
