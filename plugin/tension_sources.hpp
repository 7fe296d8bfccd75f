#pragma once

#include "engine/tension/model.hpp"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QGridLayout;

namespace cortege::plugin {

/// The sources of a model: which ones count, what they weigh, how far they reach.
class TensionSources : public QWidget {
  Q_OBJECT

public:
  explicit TensionSources(QWidget *parent = nullptr);

  /// Shows a model as its file says.
  void show(const engine::TensionModel &model);
  /// The changes that the person made of it; empty when there is none.
  QString changes() const;
  /// What the Tab key goes through, in order.
  QList<QWidget *> tabChain() const;

signals:
  void changed();

private:
  struct Row {
    QCheckBox *counted;
    QDoubleSpinBox *weight, *reach;
  };
  void add(const engine::TensionSource &source, int row);
  void clear();

  engine::TensionModel model_;
  QGridLayout *grid_;
  QList<Row> rows_;
};

} // namespace cortege::plugin
