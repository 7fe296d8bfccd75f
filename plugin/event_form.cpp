#include "plugin/event_form.hpp"

#include "plugin/address_list.hpp"
#include "plugin/conflict_dialog.hpp"
#include "plugin/drafts.hpp"
#include "plugin/event_fields.hpp"
#include "plugin/event_map.hpp"
#include "plugin/event_store.hpp"
#include "plugin/explain.hpp"
#include "plugin/footprint_panel.hpp"
#include "plugin/lambert.hpp"
#include "plugin/march_panel.hpp"
#include "plugin/session.hpp"
#include "plugin/warnings_list.hpp"

#include <QInputDialog>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QUuid>
#include <qgisinterface.h>

namespace cortege::plugin {

EventForm::EventForm(QgisInterface &qgis, Session &session, const Event &event, const QString &draft,
                     QWidget *parent)
    : QWidget(parent), qgis_(qgis), session_(session), before_(event),
      draft_(draft.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : draft) {
  setObjectName(QStringLiteral("cortegeForm"));
  build(QStringLiteral("<b>%1</b> %2")
            .arg(kind_name(event.kind), event.id ? tr("no. %1").arg(*event.id) : tr("(new)")));
  fields_->fill(event);
  if (march_ && !event.geometry.isNull())
    march_->keep(event.geometry, event.addresses);
  if (footprint_)
    footprint_->setFootprint(event.geometry);
  connectAll();
  shapeChanged();
  touched_ = !draft.isEmpty();
  draft_soon_.stop();
  setFocusProxy(fields_);
  fields_->setFocus();
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
  touched_ = true;
  map_->show(event());
  pause_.start();
  if (!draft_soon_.isActive())
    draft_soon_.start();
  check();
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
  todo_->setText(!missing.isEmpty() ? tr("<b>Still needed:</b> %1").arg(missing.join(QStringLiteral(", ")))
                 : later.isEmpty()  ? QString()
                                    : tr("To be completed later: %1").arg(later.join(QStringLiteral(", "))));
  todo_->setVisible(!todo_->text().isEmpty());
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

void EventForm::keepDraft() {
  if (touched_ && session_.person())
    Drafts::keep(draft_, session_.person()->login, session_.person()->convention_end, event());
}

void EventForm::forget() {
  draft_soon_.stop();
  Drafts::forget(draft_);
}

void EventForm::save() {
  if (!save_->isEnabled())
    return;
  send([now = event()](Line &line) { return save_event(line, now); });
}

void EventForm::cancel() {
  bool chosen = false;
  const QString reason = QInputDialog::getItem(this, tr("Cancel this event"), tr("Why is it cancelled?"),
                                               cancel_reasons(), 0, false, &chosen);
  if (chosen)
    send([before = before_, reason](Line &line) { return cancel_event(line, before, reason); });
}

void EventForm::send(std::function<Saved(Line &)> work) {
  if (!session_.steady()) {
    warn(tr("Not saved: there is no connection. What you typed stays here; connect again, then save."));
    return;
  }
  saving_ = true;
  save_->setEnabled(false);
  session_.steady()->run<Saved>(
      this, std::move(work), [this](const Saved &saved) { receive(saved); },
      [this](const pg::Error &error) {
        saving_ = false;
        warn(tr("Not saved: %1").arg(explain(error)));
        keepDraft();
        check();
      });
}

void EventForm::receive(const Saved &saved) {
  saving_ = false;
  if (saved.conflict) {
    settle(saved.event);
    return;
  }
  touched_ = false;
  forget();
  emit this->saved(saved.event);
}

// A colleague saved first. The person chooses field by field; what they keep is saved over the new version.
void EventForm::settle(const Event &theirs) {
  ConflictDialog dialog(*qgis_.mapCanvas(), before_, event(), theirs, this);
  if (dialog.exec() == QDialog::Accepted) {
    const Event merged = dialog.merged();
    before_ = theirs;
    fields_->fill(merged);
    if (march_)
      march_->keep(merged.geometry, merged.addresses);
    if (footprint_)
      footprint_->setFootprint(merged.geometry);
    before_.status = merged.status;
    check();
    save();
  } else {
    warn(tr("A colleague changed this event meanwhile: nothing of yours is saved yet."));
    check();
  }
}

void EventForm::warn(const QString &text) {
  warning_->setText(text);
  warning_->setVisible(!text.isEmpty());
}

} // namespace cortege::plugin
