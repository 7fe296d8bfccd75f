// How what is typed is kept: as a draft, in the database, beside a colleague's.
#include "plugin/conflict_dialog.hpp"
#include "plugin/drafts.hpp"
#include "plugin/event_fields.hpp"
#include "plugin/event_form.hpp"
#include "plugin/event_store.hpp"
#include "plugin/explain.hpp"
#include "plugin/footprint_panel.hpp"
#include "plugin/march_panel.hpp"
#include "plugin/session.hpp"

#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <qgisinterface.h>

namespace cortege::plugin {

// Whether what is typed is safe.
bool EventForm::keepDraft() {
  if (!touched_ || !Drafts::ready() || !session_.person() || !session_.person()->convention)
    return false;
  Drafts::keep(draft_, session_.person()->login, session_.person()->convention_end, event());
  return true;
}

// Enter, pressed too soon, loses nothing.
bool EventForm::mayLeave() {
  if (!touched_)
    return true;
  QMessageBox question(QMessageBox::Question, tr("Cortège"), tr("What you typed is not saved."),
                       QMessageBox::Yes | QMessageBox::No, this);
  question.button(QMessageBox::Yes)->setText(tr("Leave it"));
  question.button(QMessageBox::No)->setText(tr("Go on typing"));
  for (QAbstractButton *button : question.buttons())
    button->setIcon({}); // a green mark for what loses the entry would mislead
  question.setDefaultButton(QMessageBox::No);
  return question.exec() == QMessageBox::Yes;
}

bool EventForm::mayClose() {
  return keepDraft() || mayLeave();
}

void EventForm::forget() {
  draft_soon_.stop();
  Drafts::forget(draft_);
}

void EventForm::save() {
  if (!save_->isEnabled()) {
    if (!saving_ && !read_only_)
      fields_->goToMissing();
    return;
  }
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
  if (save_->hasFocus()) // a button that is disabled would give the keys to the map
    setFocus();
  check();
  session_.steady()->run<Saved>(
      this, std::move(work), [this](const Saved &saved) { receive(saved); },
      [this](const pg::Error &error) {
        saving_ = false;
        warn(tr("Not saved: %1").arg(explain(error)));
        session_.refresh(); // it may be who they are that changed
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

} // namespace cortege::plugin
