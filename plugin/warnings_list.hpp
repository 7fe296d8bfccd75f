#pragma once

#include "plugin/surroundings.hpp"

#include <QLabel>

namespace cortege::plugin {

/// What the person should know of the place and the hour they chose: clashes first, sensitive sites after.
/// It warns and never blocks. Links bring the map to a place.
class WarningsList : public QLabel {
  Q_OBJECT

public:
  explicit WarningsList(QWidget *parent = nullptr);

  void tell(const Surroundings &around);
  QList<QgsPointXY> places() const { return places_; }

signals:
  void placeChosen(const QgsPointXY &place);

private:
  QList<QgsPointXY> places_; ///< of the clashes
};

} // namespace cortege::plugin
