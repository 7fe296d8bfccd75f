#pragma once

#include "plugin/event.hpp"

#include <QTimer>
#include <QWidget>

class QgisInterface;
class QLabel;
class QPushButton;

namespace cortege::plugin {

class EventFields;
class EventMap;
class FootprintPanel;
class MarchPanel;
class Session;
class WarningsList;
struct Saved;

/// Where one event is entered or changed: its fields, the map beside them, what clashes with it. Keyboard
/// alone is enough; Ctrl+Enter saves. Nothing typed is lost when the database refuses, the server goes or
/// QGIS crashes.
class EventForm : public QWidget {
  Q_OBJECT

public:
  /// `draft`: of which draft the event comes, if any.
  EventForm(QgisInterface &qgis, Session &session, const Event &event, const QString &draft,
            QWidget *parent = nullptr);
  ~EventForm() override;

  /// The event as typed.
  Event event() const;
  /// Asks first when something typed is not saved.
  bool mayLeave();
  /// As mayLeave(), for QGIS that closes: what is kept as a draft waits for the next start, without a
  /// question.
  bool mayClose();
  /// The person gave it up: its draft goes.
  void forget();

protected:
  void keyPressEvent(QKeyEvent *event) override;

signals:
  void saved(const Event &event);
  void left();
  void duplicateRequested(const Event &event);

private:
  void build(const QString &title);
  QWidget *buildBody();
  QWidget *buildButtons();
  void connectAll();
  void setReadOnly();
  void touch();
  void shapeChanged();
  void check();
  void lookAround();
  bool keepDraft();
  void save();
  void cancel();
  void send(std::function<Saved(class Line &)> work);
  void receive(const Saved &saved);
  void settle(const Event &theirs);
  void warn(const QString &text);

  QgisInterface &qgis_;
  Session &session_;
  Event before_; ///< as opened or last saved
  bool read_only_;
  QString draft_;
  bool touched_ = false;
  bool saving_ = false;
  EventFields *fields_;
  MarchPanel *march_ = nullptr;
  FootprintPanel *footprint_ = nullptr;
  EventMap *map_ = nullptr;
  WarningsList *around_;
  QLabel *warning_, *todo_, *drafts_;
  QPushButton *save_;
  QTimer pause_;      ///< until what is near is looked for
  QTimer draft_soon_; ///< until the draft is kept
};

} // namespace cortege::plugin
