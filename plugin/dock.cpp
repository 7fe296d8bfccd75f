#include "plugin/dock.hpp"

#include "plugin/agenda_page.hpp"
#include "plugin/drafts.hpp"
#include "plugin/event_form.hpp"
#include "plugin/event_store.hpp"
#include "plugin/explain.hpp"
#include "plugin/help.hpp"
#include "plugin/lambert.hpp"
#include "plugin/locale.hpp"
#include "plugin/session.hpp"
#include "plugin/state.hpp"

#include <QKeyEvent>
#include <QLabel>
#include <QMainWindow>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <qgisinterface.h>
#include <qgsapplication.h>
#include <qgsauthmanager.h>
#include <qgsmapcanvas.h>
#include <qgsmessagebar.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

namespace cortege::plugin {

Dock::Dock(QgisInterface &qgis, Session &session, QWidget *parent)
    : QgsDockWidget(tr("Cortège"), parent), qgis_(qgis), session_(session), pages_(new QStackedWidget(this)),
      welcome_(new QWidget(this)), agenda_(new AgendaPage(qgis, session, this)), who_(new QLabel(this)),
      notice_(new QLabel(this)), drafts_(new QLabel(this)) {
  setObjectName(QStringLiteral("CortegeDock"));
  who_->setObjectName(QStringLiteral("cortegeWho"));
  who_->setContentsMargins(6, 4, 6, 0);
  who_->setWordWrap(true);
  notice_->setObjectName(QStringLiteral("cortegeNotice"));
  drafts_->setObjectName(QStringLiteral("cortegeDrafts"));
  for (QLabel *banner : {notice_, drafts_}) {
    banner->setWordWrap(true);
    banner->setStyleSheet(QStringLiteral("background:#fdecd9; color:#5a2d00; padding:6px"));
  }
  buildWelcome();
  pages_->addWidget(welcome_);
  pages_->addWidget(agenda_);
  auto *body = new QWidget(this);
  auto *layout = new QVBoxLayout(body);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(who_);
  layout->addWidget(notice_);
  layout->addWidget(drafts_);
  layout->addWidget(pages_, 1);
  layout->addStrut(62 * fontMetrics().averageCharWidth());
  setWidget(body);
  connect(drafts_, &QLabel::linkActivated, this, &Dock::openDraft);
  connect(QgsApplication::authManager(), &QgsAuthManager::masterPasswordVerified, this, [this](bool right) {
    // Reading drafts says so again.
    if (right && !std::exchange(unlocked_, true))
      offerDrafts();
  });
  connect(agenda_, &AgendaPage::openRequested, this, &Dock::open);
  connect(agenda_, &AgendaPage::failed, this, &Dock::tell);
  connect(&session_, &Session::opened, this, &Dock::showState);
  connect(&session_, &Session::closed, this, &Dock::showState);
  connect(&session_, &Session::refused, this, [this](const QString &why) {
    showState();
    tell(why);
  });
  showState();
}

void Dock::buildWelcome() {
  auto *connection = new QPushButton(tr("Connect to Cortège…"), welcome_);
  connection->setObjectName(QStringLiteral("cortegeConnect"));
  auto *words = new QLabel(
      tr("Enter demonstrations, operations and visits, and see them with the rest of the city."), welcome_);
  words->setWordWrap(true);
  words->setAlignment(Qt::AlignCenter);
  auto *middle = new QVBoxLayout(welcome_);
  middle->addStretch(1);
  middle->addWidget(words);
  middle->addWidget(connection, 0, Qt::AlignHCenter);
  middle->addStretch(2);
  connect(connection, &QPushButton::clicked, this, &Dock::connectRequested);
}

// F1 is QGIS's own; here it asks for the page of what is on screen.
bool Dock::event(QEvent *event) {
  const bool key = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
  if (!key || static_cast<QKeyEvent *>(event)->key() != Qt::Key_F1)
    return QgsDockWidget::event(event);
  if (event->type() == QEvent::KeyPress)
    show_help(this, QStringLiteral("agent"),
              form_ ? QStringLiteral("Saisir un événement") : QStringLiteral("L’agenda"));
  event->accept();
  return true;
}

void Dock::tell(const QString &text) {
  notice_->setText(text);
  notice_->setVisible(!text.isEmpty());
}

// A refusal must never look like a calm city: it is said above an agenda that would be empty.
void Dock::showState() {
  tell(state_notice(session_));
  who_->setVisible(session_.connected());
  offerDrafts();
  if (!session_.connected()) {
    if (!form_)
      pages_->setCurrentWidget(welcome_);
    return;
  }
  who_->setText(state_line(*session_.person()));
  if (!form_)
    pages_->setCurrentWidget(agenda_);
}

void Dock::offerDrafts() {
  drafts_->hide();
  Drafts::purge(QDateTime::currentDateTime(), !session_.person() || session_.person()->convention);
  if (!session_.person() || !session_.person()->enters || form_)
    return;
  QStringList lines;
  if (const int waiting = Drafts::waiting(session_.person()->login); waiting > 0 && !Drafts::ready())
    lines << tr(
        "%n entry(ies) not saved: <a href='unlock:'>give QGIS's master password</a> to take up again.",
        nullptr, waiting);
  for (const Drafts::Draft &draft : Drafts::of(session_.person()->login))
    lines
        << tr("Not saved on %1: <b>%2</b> — <a href='open:%3'>take up again</a> · <a href='drop:%3'>drop</a>")
               .arg(person_locale().toString(draft.kept_at, QStringLiteral("d MMM HH:mm")),
                    draft.event.subject.isEmpty() ? kind_name(draft.event.kind)
                                                  : draft.event.subject.toHtmlEscaped(),
                    draft.id);
  drafts_->setText(lines.join(QStringLiteral("<br>")));
  drafts_->setVisible(!lines.isEmpty());
}

void Dock::openDraft(const QString &link) {
  const QString id = link.section(':', 1);
  if (link.startsWith(QLatin1String("unlock:")))
    Drafts::unlock();
  else if (link.startsWith(QLatin1String("drop:")))
    Drafts::forget(id);
  else
    for (const Drafts::Draft &draft : Drafts::of(session_.person()->login))
      if (draft.id == id)
        edit(draft.event, id);
  offerDrafts();
}

void Dock::create(Kind kind) {
  if (!session_.connected() || !leaveForm())
    return;
  Event event;
  event.kind = kind;
  setUserVisible(true);
  edit(event);
}

void Dock::open(Kind kind, qint64 id) {
  if (!session_.connected() || !leaveForm())
    return;
  session_.steady()->run<Event>(
      this, [kind, id](Line &line) { return load_event(line, kind, id); },
      [this](const Event &event) {
        if (!leaveForm())
          return;
        edit(event);
        show_on_map(*qgis_.mapCanvas(), event.geometry);
      },
      [this](const pg::Error &error) { tell(explain(error)); });
}

void Dock::edit(const Event &event, const QString &draft) {
  tell(QString());
  drafts_->hide();
  form_ = new EventForm(qgis_, session_, event, draft, this);
  pages_->addWidget(form_);
  pages_->setCurrentWidget(form_);
  // QGIS keeps a dock at the width it had; a form needs its own.
  qobject_cast<QMainWindow *>(qgis_.mainWindow())
      ->resizeDocks({this}, {std::max(width(), form_->minimumSizeHint().width())}, Qt::Horizontal);
  connect(form_, &EventForm::left, this, &Dock::leaveForm);
  connect(form_, &EventForm::saved, this, &Dock::finish);
  connect(form_, &EventForm::duplicateRequested, this, [this](const Event &copy) {
    if (leaveForm())
      edit(copy);
  });
}

void Dock::finish(const Event &saved) {
  qgis_.messageBar()->pushSuccess(tr("Cortège"),
                                  saved.status == QLatin1String("annule")
                                      ? tr("“%1” is cancelled: kept, and off the map.").arg(saved.subject)
                                      : tr("“%1” is saved and on the platform.").arg(saved.subject));
  close();
  for (QgsMapLayer *layer : QgsProject::instance()->mapLayers())
    if (layer->customProperty(QStringLiteral("cortege/layer")).toBool())
      layer->triggerRepaint();
  agenda_->read();
}

bool Dock::leaveForm() {
  if (!form_)
    return true;
  if (form_->touched()
      && QMessageBox::question(this, tr("Cortège"), tr("What you typed is not saved. Leave it?"))
             != QMessageBox::Yes)
    return false;
  form_->forget();
  close();
  return true;
}

void Dock::close() {
  pages_->removeWidget(form_);
  form_->deleteLater();
  form_ = nullptr;
  showState();
}

} // namespace cortege::plugin
