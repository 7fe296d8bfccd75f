#pragma once

#include "plugin/gazetteer.hpp"

#include <QLineEdit>
#include <QStandardItemModel>
#include <QTimer>

class QAction;
class QCompleter;

namespace cortege::plugin {

class Session;

/// A line where an address is typed and found: suggestions after three letters, Enter takes the first, also
/// when it is pressed before they have come. The pin at its end tells whether the text has a place on the
/// map.
class AddressEdit : public QLineEdit {
  Q_OBJECT

public:
  AddressEdit(Session &session, QWidget *parent = nullptr);

  /// Where the map is: near places come first.
  void setCentre(std::function<std::optional<QgsPointXY>()> centre) { centre_ = std::move(centre); }
  void setPlace(const QString &label, const std::optional<QgsPointXY> &point);
  const std::optional<QgsPointXY> &point() const { return point_; }

signals:
  /// The text was given a place, or lost it.
  void placed();
  /// Alt and a key: what the person wants done with this row.
  void rowKey(int key);

protected:
  void keyPressEvent(QKeyEvent *event) override;

private:
  void typed();
  void ask();
  QString suggestion(const Place &place) const;
  void suggest(const QList<Place> &places);
  void take(int row);
  bool choose();
  void showState();

  Session &session_;
  std::function<std::optional<QgsPointXY>()> centre_;
  std::optional<QgsPointXY> point_;
  QList<Place> places_;
  QString found_for_;       ///< what was typed when the places were looked for
  bool take_first_ = false; ///< Enter was pressed before they came
  QStandardItemModel *model_;
  QCompleter *completer_;
  QTimer pause_;
  QAction *pin_;
};

} // namespace cortege::plugin
