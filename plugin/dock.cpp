#include "plugin/dock.hpp"

#include "plugin/agenda_page.hpp"
#include "plugin/drafts_banner.hpp"
#include "plugin/event_form.hpp"
#include "plugin/event_store.hpp"
#include "plugin/explain.hpp"
#include "plugin/help.hpp"
#include "plugin/lambert.hpp"
#include "plugin/session.hpp"
#include "plugin/state.hpp"

#include <QLabel>
#include <QMainWindow>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <qgisinterface.h>
#include <qgsmapcanvas.h>
#include <qgsmessagebar.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

namespace cortege::plugin {

Dock::Dock(QgisInterface &qgis, Session &session, QWidget *parent)
    : QgsDockWidget(tr("Cortège"), parent), qgis_(qgis), session_(session), pages_(new QStackedWidget(this)),
      welcome_(new QWidget(this)), agenda_(new AgendaPage(qgis, session, this)), who_(new QLabel(this)),
      notice_(new QLabel(this)), drafts_(new DraftsBanner(session, this)) {
  setObjectName(QStringLiteral("CortegeDock"));
  who_->setObjectName(QStringLiteral("cortegeWho"));
  who_->setContentsMargins(6, 4, 6, 0);
  who_->setWordWrap(true);
  notice_->setObjectName(QStringLiteral("cortegeNotice"));
  for (QLabel *banner : {notice_, static_cast<QLabel *>(drafts_)}) {
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
  layout->addStrut(76 * fontMetrics().averageCharWidth());
  setWidget(body);
  connect(drafts_, &DraftsBanner::taken, this, &Dock::edit);
  connect(agenda_, &AgendaPage::openRequested, this, &Dock::open);
  connect(agenda_, &AgendaPage::failed, this, &Dock::tell);
  connect(&session_, &Session::opened, this, &Dock::showState);
  connect(&session_, &Session::changed, this, &Dock::showState);
  connect(&session_, &Session::closed, this, &Dock::showState);
  connect(&session_, &Session::refused, this, [this](const QString &why) {
    showState();
    tell(why);
  });
  qgis_.registerApplicationExitBlocker(this);
  showState();
}

Dock::~Dock() {
  qgis_.unregisterApplicationExitBlocker(this);
}

bool Dock::allowExit() {
  if (!form_ || form_->mayClose())
    return true;
  setUserVisible(true);
  return false;
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

void Dock::tell(const QString &text) {
  notice_->setText(text);
  notice_->setVisible(!text.isEmpty());
}

// A refusal must never look like a calm city: it is said, and no empty agenda is shown.
void Dock::showState() {
  const std::optional<Person> &person = session_.person();
  tell(person ? state_notice(*person) : QString());
  who_->setVisible(person.has_value());
  who_->setText(person ? state_line(*person) : QString());
  drafts_->offer(!form_);
  const bool reader = person && !person->enters;
  set_help(this, reader ? QStringLiteral("analyste") : QStringLiteral("agent"),
           !person  ? QStringLiteral("Se connecter")
           : reader ? QStringLiteral("Les couches")
           : form_  ? QStringLiteral("Saisir un événement")
                    : QStringLiteral("L’agenda"));
  if (form_)
    return;
  pages_->setCurrentWidget(person && person->reads() ? static_cast<QWidget *>(agenda_) : welcome_);
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
  form_ = new EventForm(qgis_, session_, event, draft, this);
  showState();
  pages_->addWidget(form_);
  pages_->setCurrentWidget(form_);
  if (isFloating())
    activateWindow();
  form_->setFocus(); // once it is shown: what is hidden takes no keys
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
  if (!form_->mayLeave())
    return false;
  form_->forget();
  close();
  return true;
}

void Dock::close() {
  const bool keys = isAncestorOf(window()->focusWidget()); // also behind a question
  pages_->removeWidget(form_);
  form_->deleteLater();
  form_ = nullptr;
  showState();
  if (keys)
    pages_->currentWidget()->setFocus();
}

} // namespace cortege::plugin
