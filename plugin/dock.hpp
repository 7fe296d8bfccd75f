#pragma once

#include "plugin/event.hpp"

#include <qgsapplicationexitblockerinterface.h>
#include <qgsdockwidget.h>

class QgisInterface;
class QLabel;
class QStackedWidget;

namespace cortege::plugin {

class AgendaPage;
class DraftsBanner;
class EventForm;
class Session;

/// The one dock of Cortège: the agenda, or the event being entered; above them who is connected, and what
/// refuses.
class Dock : public QgsDockWidget, private QgsApplicationExitBlockerInterface {
  Q_OBJECT

public:
  Dock(QgisInterface &qgis, Session &session, QWidget *parent = nullptr);
  ~Dock() override;

  /// Opens an empty form of a kind; asks first when another has unsaved changes.
  void create(Kind kind);
  void open(Kind kind, qint64 id);
  /// A sentence above the pages until the next one; empty hides it.
  void tell(const QString &text);

signals:
  void connectRequested();

private:
  /// QGIS asks before it closes.
  bool allowExit() override;
  void buildWelcome();
  void edit(const Event &event, const QString &draft = QString());
  void close();
  void finish(const Event &saved);
  bool leaveForm();
  void showState();

  QgisInterface &qgis_;
  Session &session_;
  QStackedWidget *pages_;
  QWidget *welcome_;
  AgendaPage *agenda_;
  EventForm *form_ = nullptr;
  QLabel *who_, *notice_;
  DraftsBanner *drafts_;
};

} // namespace cortege::plugin
