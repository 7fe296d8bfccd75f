#include "plugin/event.hpp"

#include <QCoreApplication>

namespace cortege::plugin {

namespace {

constexpr std::array kinds{
    KindFacts{"deambulatoire", "manifestation_deambulatoire", "trace", true, false, false},
    KindFacts{"statique", "manifestation_statique", "emprise", true, false, true},
    KindFacts{"operation_programmee", "operation_programmee", "lieux", false, true, false},
    KindFacts{"visite_officielle", "visite_officielle", "lieux", false, false, false}};

constexpr std::array names{QT_TRANSLATE_NOOP("Kind", "March"), QT_TRANSLATE_NOOP("Kind", "Gathering"),
                           QT_TRANSLATE_NOOP("Kind", "Programmed operation"),
                           QT_TRANSLATE_NOOP("Kind", "Official visit")};

} // namespace

const KindFacts &facts(Kind kind) {
  return kinds[static_cast<std::size_t>(kind)];
}

std::optional<Kind> kind_of(const QString &code) {
  for (const Kind kind : all_kinds)
    if (code == QLatin1String(facts(kind).code))
      return kind;
  return std::nullopt;
}

QString kind_name(Kind kind) {
  return QCoreApplication::translate("Kind", names[static_cast<std::size_t>(kind)]);
}

QString kind_icon(Kind kind) {
  return QStringLiteral(":/cortege/%1.svg").arg(QLatin1String(facts(kind).code));
}

QString status_name(const QString &status) {
  if (status == QLatin1String("annule"))
    return QCoreApplication::translate("Kind", "cancelled");
  return status == QLatin1String("brouillon") ? QCoreApplication::translate("Kind", "draft")
                                              : QCoreApplication::translate("Kind", "transmitted");
}

QString event_key(Kind kind, qint64 id) {
  return QStringLiteral("%1:%2").arg(QLatin1String(facts(kind).code)).arg(id);
}

Event duplicate(Event event, const QDateTime &now) {
  event.id.reset();
  event.version = 0;
  event.service.clear();
  event.status = QStringLiteral("transmis");
  int years = now.date().year() - event.begin.date().year();
  if (event.begin.addYears(years) < now)
    ++years;
  const qint64 length = event.end.isValid() ? event.begin.secsTo(event.end) : -1;
  event.begin = event.begin.addYears(years);
  event.end = length < 0 ? QDateTime() : event.begin.addSecs(length);
  return event;
}

const QStringList &cancel_reasons() {
  static const QStringList list{
      QString::fromUtf8("Annulé par l'organisateur"),    QString::fromUtf8("Interdit par arrêté"),
      QString::fromUtf8("Reporté à une autre date"),     QString::fromUtf8("Conditions météorologiques"),
      QString::fromUtf8("Doublon d'un autre événement"), QString::fromUtf8("Saisi par erreur")};
  return list;
}

const QStringList &organisers() {
  static const QStringList list{"Syndicat", "Association", "Parti politique", "Autres"};
  return list;
}

const QStringList &themes() {
  static const QStringList list{"PSQ Transports",
                                "PSQ QRR",
                                QString::fromUtf8("Sécurité Routière"),
                                "CODAF",
                                QString::fromUtf8("Marché aux Puces"),
                                "MIN"};
  return list;
}

} // namespace cortege::plugin
