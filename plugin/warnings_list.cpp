#include "plugin/warnings_list.hpp"

#include "plugin/field_note.hpp"
#include "plugin/locale.hpp"

namespace cortege::plugin {

namespace {

constexpr int most_shown = 5;

QString hours(const Neighbour &clash) {
  const QLocale locale = person_locale();
  const bool same_day = clash.from.date() == clash.to.date();
  return QStringLiteral("%1–%2").arg(
      locale.toString(clash.from, QStringLiteral("d MMM HH:mm")),
      locale.toString(clash.to, same_day ? QStringLiteral("HH:mm") : QStringLiteral("d MMM HH:mm")));
}

} // namespace

WarningsList::WarningsList(QWidget *parent) : QLabel(parent) {
  setObjectName(QStringLiteral("cortegeClashes"));
  setWordWrap(true);
  setTextInteractionFlags(Qt::LinksAccessibleByKeyboard | Qt::LinksAccessibleByMouse);
  hide();
  connect(this, &QLabel::linkActivated, this,
          [this](const QString &link) { emit placeChosen(places_.value(link.toInt())); });
}

void WarningsList::tell(const Surroundings &around) {
  QStringList lines;
  places_.clear();
  for (const Neighbour &clash : around.clashes) {
    if (places_.size() < most_shown)
      lines << QStringLiteral("⚠ <a href='%1'>%2</a> : %3")
                   .arg(places_.size())
                   .arg(clash.subject.toHtmlEscaped(),
                        clash.together ? tr("at the same time %L1 m away, %2")
                                             .arg(clash.distance, 0, 'f', 0)
                                             .arg(hours(clash))
                                       : tr("less than half an hour apart, %L1 m away, %2")
                                             .arg(clash.distance, 0, 'f', 0)
                                             .arg(hours(clash)));
    places_.append(clash.place);
  }
  if (places_.size() > most_shown)
    lines << tr("and %n more event(s) that clash", nullptr, int(places_.size()) - most_shown);
  QStringList sites;
  for (const SensitivePlace &place : around.places.mid(0, most_shown))
    sites << tr("%1 (%2, %L3 m)")
                 .arg(place.name.toHtmlEscaped(), place.category.toHtmlEscaped())
                 .arg(place.distance, 0, 'f', 0);
  if (!sites.isEmpty())
    lines << tr("Sensitive sites near: %1").arg(sites.join(QStringLiteral(" ; ")));
  setText(QStringLiteral("<span style='color:%1'>%2</span>")
              .arg(attention(*this).name(), lines.join(QStringLiteral("<br>"))));
  setVisible(!lines.isEmpty());
}

} // namespace cortege::plugin
