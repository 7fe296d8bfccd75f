#pragma once

#include <QWidget>
#include <qgsgeometry.h>
#include <qgspointxy.h>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;

namespace cortege::plugin {

/// The ground of a gathering: its area, how many it holds, and what its density means in words.
class FootprintPanel : public QWidget {
  Q_OBJECT

public:
  explicit FootprintPanel(QWidget *parent = nullptr);

  void setFootprint(const QgsGeometry &footprint);
  void setPersons(std::optional<int> persons);
  /// Where a circle of a capacity would be centred; none disables it.
  void setCentre(const std::optional<QgsPointXY> &centre);
  const QgsGeometry &footprint() const { return footprint_; }

signals:
  void drawRequested();
  void changed();

private:
  void tell();
  void makeCircle();

  QgsGeometry footprint_;
  std::optional<int> persons_;
  std::optional<QgsPointXY> centre_;
  QLabel *summary_;
  QPushButton *circle_;
  QComboBox *density_;
};

} // namespace cortege::plugin
