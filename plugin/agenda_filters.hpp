#pragma once

#include <QWidget>
#include <qgsrectangle.h>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QgsMapCanvas;

namespace cortege::plugin {

class AgendaFilter;

/// What to see of the agenda: kind, service, status, text, the map's extent.
class AgendaFilters : public QWidget {
  Q_OBJECT

public:
  AgendaFilters(AgendaFilter &filter, QgsMapCanvas &canvas, QWidget *parent = nullptr);

  /// The services there are to choose from.
  void setServices(const QStringList &services);
  /// What the Tab key goes through, in order.
  QList<QWidget *> tabChain() const;

signals:
  void changed();

private:
  void build();
  void apply();

  AgendaFilter &filter_;
  QgsMapCanvas &canvas_;
  QComboBox *kind_, *service_, *status_;
  QLineEdit *text_;
  QCheckBox *in_map_;
};

} // namespace cortege::plugin
