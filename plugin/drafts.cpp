#include "plugin/drafts.hpp"

#include "plugin/event_json.hpp"

#include <QJsonDocument>
#include <QJsonObject>
#include <qgsapplication.h>
#include <qgsauthmanager.h>

#include <algorithm>

namespace cortege::plugin {

namespace {

const QString index_key = QStringLiteral("cortege/drafts");

QgsAuthManager &store() {
  return *QgsApplication::authManager();
}

QString content_key(const QString &id) {
  return QStringLiteral("cortege/draft/") + id;
}

// Which drafts there are says nothing of what they hold: when kept, whose, and until when.
QJsonObject read_index() {
  return QJsonDocument::fromJson(store().authSetting(index_key).toString().toUtf8()).object();
}

void write_index(const QJsonObject &index) {
  if (index.isEmpty())
    store().removeAuthSetting(index_key);
  else
    store().storeAuthSetting(index_key,
                             QString::fromUtf8(QJsonDocument(index).toJson(QJsonDocument::Compact)));
}

QDateTime time_of(const QJsonValue &value) {
  return QDateTime::fromString(value.toString(), Qt::ISODate);
}

bool over(const QJsonObject &draft, const QDateTime &now) {
  const QDate last_day = QDate::fromString(draft["last_day"].toString(), Qt::ISODate);
  return time_of(draft["kept_at"]).addDays(Drafts::days) < now
         || (last_day.isValid() && last_day <= now.date());
}

} // namespace

bool Drafts::ready() {
  return !store().isDisabled() && store().masterPasswordIsSet();
}

bool Drafts::unlock() {
  return !store().isDisabled() && store().setMasterPassword(true);
}

void Drafts::keep(const QString &id, const QString &login, const QDate &last_day, const Event &event) {
  if (!ready() || !store().storeAuthSetting(content_key(id), QString::fromUtf8(to_json(event)), true))
    return;
  QJsonObject index = read_index();
  index[id] = QJsonObject{{"login", login},
                          {"kept_at", QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
                          {"last_day", last_day.toString(Qt::ISODate)}};
  write_index(index);
}

void Drafts::forget(const QString &id) {
  if (store().isDisabled())
    return;
  QJsonObject index = read_index();
  if (!index.contains(id))
    return;
  index.remove(id);
  write_index(index);
  store().removeAuthSetting(content_key(id));
}

int Drafts::waiting(const QString &login) {
  int count = 0;
  if (!store().isDisabled())
    for (const QJsonValue draft : read_index())
      count += draft["login"].toString() == login;
  return count;
}

QList<Drafts::Draft> Drafts::of(const QString &login) {
  QList<Draft> drafts;
  if (!ready())
    return drafts;
  const QJsonObject index = read_index();
  for (auto entry = index.begin(); entry != index.end(); ++entry) {
    if (entry.value().toObject()["login"].toString() != login)
      continue;
    const QString text = store().authSetting(content_key(entry.key()), QString(), true).toString();
    if (const auto event = event_from_json(text.toUtf8()))
      drafts.append({entry.key(), time_of(entry.value().toObject()["kept_at"]).toLocalTime(), *event});
  }
  std::sort(drafts.begin(), drafts.end(),
            [](const Draft &a, const Draft &b) { return a.kept_at > b.kept_at; });
  return drafts;
}

void Drafts::purge(const QDateTime &now, bool in_force) {
  if (store().isDisabled())
    return;
  const QJsonObject index = read_index();
  for (auto entry = index.begin(); entry != index.end(); ++entry)
    if (!in_force || over(entry.value().toObject(), now))
      forget(entry.key());
}

} // namespace cortege::plugin
