#pragma once

#include "plugin/agenda_model.hpp"

#include <QDate>
#include <QTimer>
#include <QWidget>

class QgisInterface;
class QDateEdit;
class QLabel;
class QTableView;

namespace cortege::plugin {

class AgendaFilters;
class Session;
class TimeLink;
class Timeline;

/// The coming thirty days, or any other days: a timeline and a list that reads itself again when a colleague
/// saves. Scrolling past either end brings thirty days more.
class AgendaPage : public QWidget {
  Q_OBJECT

public:
  AgendaPage(QgisInterface &qgis, Session &session, QWidget *parent = nullptr);

  void read();

signals:
  void openRequested(cortege::plugin::Kind kind, qint64 id);
  void failed(const QString &why);

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;

private:
  void build();
  void buildList();
  void connectAll();
  void start(const QDate &first);
  void extend(int days);
  void receive(const QList<AgendaEntry> &entries);
  void flagClashes();
  void goTo(const QDate &day);
  void show(const QModelIndex &index);
  void follow();
  void showVisibleDays();
  void tellCount();
  void tellChosen();
  const AgendaEntry &entryAt(int row) const;
  const AgendaEntry *chosen() const;

  QgisInterface &qgis_;
  Session &session_;
  AgendaModel model_;
  AgendaFilter filter_;
  TimeLink *time_;
  Timeline *timeline_;
  AgendaFilters *filters_;
  QTableView *list_;
  QDateEdit *first_;
  QDate from_, to_; ///< what is read
  QLabel *detail_, *count_;
  QTimer soon_; ///< gathers the announcements of one transaction
};

} // namespace cortege::plugin
