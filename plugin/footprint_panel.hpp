#pragma once

#include <QWidget>
#include <qgsgeometry.h>
#include <qgspointxy.h>

#include <functional>
#include <optional>

class QComboBox;
class QLabel;
class QPushButton;

namespace cortege::plugin {

class Line;
class Session;

/// The ground of a gathering: drawn, or begun from a square, a street section or a circle of a capacity; its
/// area, how many it holds, and what its density means in words.
class FootprintPanel : public QWidget {
  Q_OBJECT

public:
  FootprintPanel(Session &session, QWidget *parent = nullptr);

  void setFootprint(const QgsGeometry &footprint);
  /// Its figures stay, what draws it goes.
  void setReadOnly();
  void setPersons(std::optional<int> persons);
  /// Where the event is: the circle's centre, what the square is about. None disables both.
  void setCentre(const std::optional<QgsPointXY> &centre);
  /// Proposes the street between two places.
  void takeSection(const QgsPointXY &from, const QgsPointXY &to);
  const QgsGeometry &footprint() const { return footprint_; }

signals:
  void drawRequested();
  void sectionRequested();
  void changed();
  void told(const QString &sentence);

private:
  QPushButton *button(const QString &text, const QString &object, const QString &tip);
  void build();
  void propose(std::function<QgsGeometry(Line &)> find, const QString &nothing);
  void takeSquare();
  void takeCircle();
  void tell();

  Session &session_;
  QgsGeometry footprint_;
  bool crossed_ = false; ///< what a database may hold, and nobody can draw
  std::optional<int> persons_;
  std::optional<QgsPointXY> centre_;
  QLabel *summary_;
  QWidget *tools_;
  QPushButton *circle_, *square_;
  QComboBox *density_;
};

} // namespace cortege::plugin
