#include "plugin/dock.hpp"

#include "plugin/agenda_page.hpp"
#include "plugin/event_form.hpp"
#include "plugin/event_store.hpp"
#include "plugin/explain.hpp"
#include "plugin/lambert.hpp"
#include "plugin/session.hpp"

#include <QLabel>
#include <QMainWindow>
#include <QMessageBox>
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
      notice_(new QLabel(this)) {
  setObjectName(QStringLiteral("CortegeDock"));
  who_->setObjectName(QStringLiteral("cortegeWho"));
  who_->setContentsMargins(6, 4, 6, 0);
  who_->setWordWrap(true);
  notice_->setObjectName(QStringLiteral("cortegeNotice"));
  notice_->setWordWrap(true);
  notice_->setStyleSheet(QStringLiteral("background:#fdecd9; color:#5a2d00; padding:6px"));

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
  pages_->addWidget(welcome_);
  pages_->addWidget(agenda_);

  auto *body = new QWidget(this);
  auto *layout = new QVBoxLayout(body);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(who_);
  layout->addWidget(notice_);
  layout->addWidget(pages_, 1);
  body->setMinimumWidth(44 * fontMetrics().averageCharWidth());
  setWidget(body);
  connect(connection, &QPushButton::clicked, this, &Dock::connectRequested);
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

void Dock::tell(const QString &text) {
  notice_->setText(text);
  notice_->setVisible(!text.isEmpty());
}

// A refusal must never look like a calm city: it is said above an agenda that would be empty.
void Dock::showState() {
  tell(QString());
  who_->setVisible(session_.connected());
  if (!session_.connected()) {
    if (!form_)
      pages_->setCurrentWidget(welcome_);
    return;
  }
  const Person &person = *session_.person();
  who_->setText(person.service.isEmpty() ? person.login : tr("%1 · %2").arg(person.login, person.service));
  if (!person.habilitated)
    tell(tr("You have no active habilitation: events cannot be shown. Ask your manager for one."));
  else if (!person.convention)
    tell(tr("The convention between the city and the Préfecture is not in force: transmitted events cannot "
            "be shown."));
  if (!form_)
    pages_->setCurrentWidget(agenda_);
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
        edit(event);
        show_on_map(*qgis_.mapCanvas(), event.geometry);
      },
      [this](const pg::Error &error) { tell(explain(error)); });
}

void Dock::edit(const Event &event) {
  tell(QString());
  form_ = new EventForm(qgis_, session_, event, this);
  pages_->addWidget(form_);
  pages_->setCurrentWidget(form_);
  // QGIS keeps a dock at the width it had; a form needs its own.
  qobject_cast<QMainWindow *>(qgis_.mainWindow())
      ->resizeDocks({this}, {std::max(width(), form_->minimumSizeHint().width())}, Qt::Horizontal);
  connect(form_, &EventForm::left, this, &Dock::leaveForm);
  connect(form_, &EventForm::saved, this, [this](const Event &saved) {
    qgis_.messageBar()->pushSuccess(tr("Cortège"),
                                    tr("“%1” is saved and on the platform.").arg(saved.subject));
    leaveForm();
    for (QgsMapLayer *layer : QgsProject::instance()->mapLayers())
      if (layer->customProperty(QStringLiteral("cortege/layer")).toBool())
        layer->triggerRepaint();
    agenda_->read();
  });
}

bool Dock::leaveForm() {
  if (!form_)
    return true;
  if (form_->touched()
      && QMessageBox::question(this, tr("Cortège"), tr("What you typed is not saved. Leave it?"))
             != QMessageBox::Yes)
    return false;
  pages_->removeWidget(form_);
  form_->deleteLater();
  form_ = nullptr;
  pages_->setCurrentWidget(session_.connected() ? static_cast<QWidget *>(agenda_) : welcome_);
  return true;
}

} // namespace cortege::plugin
