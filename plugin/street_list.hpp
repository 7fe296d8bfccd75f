#pragma once

#include "plugin/route_street.hpp"

#include <QWidget>

class QTreeWidget;

namespace cortege::plugin {

/// The streets of a march in order, ready for a traffic order.
class StreetList : public QWidget {
  Q_OBJECT

public:
  explicit StreetList(QWidget *parent = nullptr);

  void show(const QList<RouteStreet> &streets);
  QString csv() const;

signals:
  void failed(const QString &why);
  void saved(qint64 streets, const QString &file);

private:
  void save();

  QList<RouteStreet> streets_;
  QTreeWidget *tree_;
};

} // namespace cortege::plugin
