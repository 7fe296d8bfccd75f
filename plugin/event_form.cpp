#include "plugin/event_form.hpp"

#include "plugin/address_list.hpp"
#include "plugin/drafts.hpp"
#include "plugin/event_fields.hpp"
#include "plugin/event_map.hpp"
#include "plugin/footprint_panel.hpp"
#include "plugin/lambert.hpp"
#include "plugin/march_panel.hpp"
#include "plugin/session.hpp"
#include "plugin/warnings_list.hpp"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QUuid>
#include <qgisinterface.h>

namespace cortege::plugin {

namespace {

// Others' events are read; the convention over, all are.
bool mine(const Event &event, const Session &session) {
  return session.person() && session.person()->enters && session.person()->convention
         && event.service == session.person()->service;
}

} // namespace

EventForm::EventForm(QgisInterface &qgis, Session &session, const Event &event, const QString &draft,
                     QWidget *parent)
    : QWidget(parent), qgis_(qgis), session_(session), before_(event),
      read_only_(event.id && !mine(event, session)),
      draft_(draft.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : draft) {
  setObjectName(QStringLiteral("cortegeForm"));
  build(QStringLiteral("<b>%1</b> %2")
            .arg(kind_name(event.kind), event.id ? tr("no. %1").arg(*event.id) : tr("(new)")));
  fields_->fill(event);
  if (read_only_)
    setReadOnly();
  else
    map_->draw();
  if (march_ && !event.geometry.isNull())
    march_->keep(event.geometry, event.addresses);
  if (footprint_)
    footprint_->setFootprint(event.geometry);
  connectAll();
  shapeChanged();
  touched_ = !draft.isEmpty();
  draft_soon_.stop();
  setFocusProxy(fields_);
}

EventForm::~EventForm() = default;

void EventForm::connectAll() {
  pause_.setSingleShot(true);
  pause_.setInterval(500);
  draft_soon_.setSingleShot(true);
  draft_soon_.setInterval(1000);
  connect(&pause_, &QTimer::timeout, this, &EventForm::lookAround);
  connect(&draft_soon_, &QTimer::timeout, this, &EventForm::keepDraft);
  connect(fields_, &EventFields::changed, this, &EventForm::touch);
  connect(map_, &EventMap::told, this, &EventForm::warn);
  connect(around_, &WarningsList::placeChosen, this, [this](const QgsPointXY &place) {
    show_on_map(*qgis_.mapCanvas(), QgsGeometry::fromPointXY(place));
  });
  connect(drafts_, &QLabel::linkActivated, this, [this] {
    drafts_->setVisible(!Drafts::unlock());
    keepDraft();
  });
  if (march_) {
    connect(fields_, &EventFields::addressesChanged, march_,
            [this] { march_->follow(fields_->addresses().addresses()); });
    connect(march_, &MarchPanel::routed, this, &EventForm::shapeChanged);
    connect(march_, &MarchPanel::told, this, &EventForm::warn);
  }
  if (footprint_)
    connect(footprint_, &FootprintPanel::changed, this, &EventForm::shapeChanged);
  connect(save_, &QPushButton::clicked, this, &EventForm::save);
  for (const int key : {Qt::Key_Return, Qt::Key_Enter})
    connect(new QShortcut(QKeySequence(int(Qt::CTRL) | key), this, nullptr, nullptr,
                          Qt::WidgetWithChildrenShortcut),
            &QShortcut::activated, this, &EventForm::save);
}

// Escape is the way back, like the button: what was typed is asked about.
void EventForm::keyPressEvent(QKeyEvent *event) {
  if (event->key() == Qt::Key_Escape)
    emit left();
  else
    QWidget::keyPressEvent(event);
}

void EventForm::setReadOnly() {
  fields_->setReadOnly();
  if (march_)
    march_->setReadOnly();
  if (footprint_)
    footprint_->setReadOnly();
  save_->hide();
  warn(tr("Entered by %1: you may read it, not change it.").arg(before_.service));
}

Event EventForm::event() const {
  Event event = before_;
  fields_->read(event);
  if (march_)
    event.geometry = march_->line();
  if (footprint_)
    event.geometry = footprint_->footprint();
  return event;
}

void EventForm::touch() {
  map_->show(event());
  pause_.start();
  check();
  if (read_only_)
    return;
  touched_ = true;
  if (!draft_soon_.isActive())
    draft_soon_.start();
}

void EventForm::shapeChanged() {
  touch();
}

// What is missing stops the save; what may follow is only told.
void EventForm::check() {
  const Event now = event();
  if (march_)
    march_->setDeclared(now.begin, now.persons());
  if (footprint_) {
    footprint_->setPersons(now.persons());
    footprint_->setCentre(fields_->addresses().point(0));
  }
  const QStringList missing = fields_->missing();
  QStringList later = fields_->later();
  if ((march_ || footprint_) && (now.geometry.isNull() || now.geometry.isEmpty()))
    later << (march_ ? tr("the way") : tr("the ground"));
  save_->setEnabled(missing.isEmpty() && !saving_);
  save_->setText(saving_ ? tr("Saving…") : tr("Save"));
  todo_->setText(!missing.isEmpty() ? tr("<b>Still needed:</b> %1").arg(missing.join(QStringLiteral(", ")))
                 : later.isEmpty()  ? QString()
                                    : tr("To be completed later: %1").arg(later.join(QStringLiteral(", "))));
  todo_->setVisible(!todo_->text().isEmpty() && !read_only_);
}

// Warnings come when they can; a server that does not answer holds nothing up.
void EventForm::lookAround() {
  if (!session_.side())
    return;
  session_.side()->supersede();
  session_.side()->run<Surroundings>(
      this,
      [now = event(), speed = march_ ? march_->speed() : 0](Line &line) {
        return look_around(line, now, speed);
      },
      [this](const Surroundings &around) {
        around_->tell(around);
        map_->showClashes(around_->places());
      },
      {});
}

void EventForm::warn(const QString &text) {
  if (read_only_ && text.isEmpty())
    return; // why it is stays said
  warning_->setText(text);
  warning_->setVisible(!text.isEmpty());
}

} // namespace cortege::plugin
