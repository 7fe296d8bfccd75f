#pragma once

#include <QList>
#include <QWidget>

namespace cortege::plugin {

/// The Tab key goes through these widgets in this order.
inline void set_tab_order(const QList<QWidget *> &widgets) {
  for (int i = 1; i < widgets.size(); ++i)
    QWidget::setTabOrder(widgets[i - 1], widgets[i]);
}

} // namespace cortege::plugin
