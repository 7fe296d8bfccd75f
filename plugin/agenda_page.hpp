#pragma once

#include "plugin/agenda_model.hpp"

#include <QTimer>
#include <QWidget>

class QgisInterface;
class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QTableView;

namespace cortege::plugin {

class Session;
class Timeline;

/// The coming thirty days, or any other thirty: a timeline and a list that reads itself again when a
/// colleague saves.
class AgendaPage : public QWidget {
  Q_OBJECT

public:
  AgendaPage(QgisInterface &qgis, Session &session, QWidget *parent = nullptr);

  void read();

signals:
  void openRequested(cortege::plugin::Kind kind, qint64 id);
  void failed(const QString &why);

private:
  void build();
  void receive(const QList<AgendaEntry> &entries);
  void goTo(const QDate &day);
  void show(const QModelIndex &index);
  void follow();
  void filterBox();
  void tellCount();
  const AgendaEntry *chosen() const;

  QgisInterface &qgis_;
  Session &session_;
  AgendaModel model_;
  AgendaFilter filter_;
  Timeline *timeline_;
  QTableView *list_;
  QComboBox *kind_;
  QLineEdit *text_;
  QCheckBox *in_map_, *cancelled_;
  QDateEdit *first_;
  QLabel *count_;
  QTimer soon_; ///< gathers the announcements of one transaction
};

} // namespace cortege::plugin
