#include "plugin/drafts_banner.hpp"

#include "plugin/drafts.hpp"
#include "plugin/help.hpp"
#include "plugin/locale.hpp"
#include "plugin/session.hpp"

#include <qgsapplication.h>
#include <qgsauthmanager.h>

namespace cortege::plugin {

DraftsBanner::DraftsBanner(Session &session, QWidget *parent) : QLabel(parent), session_(session) {
  setObjectName(QStringLiteral("cortegeDrafts"));
  setTextInteractionFlags(Qt::LinksAccessibleByKeyboard | Qt::LinksAccessibleByMouse);
  set_help(this, QStringLiteral("agent"), QStringLiteral("Rien n'est perdu"));
  connect(this, &QLabel::linkActivated, this, &DraftsBanner::follow);
  connect(QgsApplication::authManager(), &QgsAuthManager::masterPasswordVerified, this, [this](bool right) {
    // Reading drafts says so again.
    if (right && !std::exchange(unlocked_, true))
      show();
  });
}

void DraftsBanner::offer(bool wanted) {
  wanted_ = wanted;
  show();
}

void DraftsBanner::show() {
  hide();
  Drafts::purge(QDateTime::currentDateTime(), !session_.person() || session_.person()->convention);
  if (!session_.person() || !session_.person()->enters || !wanted_)
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
  setText(lines.join(QStringLiteral("<br>")));
  setVisible(!lines.isEmpty());
}

void DraftsBanner::follow(const QString &link) {
  const QString id = link.section(':', 1);
  if (link.startsWith(QLatin1String("unlock:")))
    Drafts::unlock();
  else if (link.startsWith(QLatin1String("drop:")))
    Drafts::forget(id);
  else
    for (const Drafts::Draft &draft : Drafts::of(session_.person()->login))
      if (draft.id == id) {
        emit taken(draft.event, id);
        return;
      }
  show();
}

} // namespace cortege::plugin
