#pragma once

#include "engine/tension/model.hpp"
#include "plugin/tension_layer.hpp"

#include <QTimer>
#include <qgsdockwidget.h>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QPushButton;
class QVBoxLayout;
class QgisInterface;

namespace cortege::plugin {

class Session;
class TensionSources;
class TimeLink;

/// The live tension: model, sources, window; shown on the map as one changes them, played in time, saved as a
/// layer. What is not approved says exploratory.
class TensionPanel : public QgsDockWidget {
  Q_OBJECT

public:
  TensionPanel(QgisInterface &qgis, Session &session, QWidget *parent = nullptr);

private:
  void build();
  QVBoxLayout *buildWindow();
  QVBoxLayout *buildActions();
  /// Down the panel, as it is read.
  void orderKeys();
  void listModels();
  void chooseModel();
  void choosePeriod(int days);
  /// Says which model is shown, and what stands in the way.
  void describe();
  void tell(const QString &text);
  void changed();
  void preview();
  void play();
  void save();
  void saved(const TensionSaving &saving, const QString &title);
  void showConnection();
  bool windowStands() const;
  TensionChoice choice() const;
  engine::TensionModel model() const; ///< as changed here
  QString title() const;

  QgisInterface &qgis_;
  Session &session_;
  TimeLink *time_;
  QTimer soon_; ///< a preview once the person stops changing things
  engine::TensionModel file_;
  QComboBox *models_, *frame_;
  QLabel *about_, *notice_;
  TensionSources *sources_;
  QPushButton *reset_, *play_, *save_;
  QDateTimeEdit *from_, *to_;
  QCheckBox *live_;
  QList<QWidget *> periods_;
  QWidget *body_;
};

} // namespace cortege::plugin
