#include "plugin/kept_password.hpp"

#include "plugin/connection_settings.hpp"

#include <QDir>
#include <QTemporaryDir>
#include <qgsapplication.h>
#include <qgsauthconfig.h>
#include <qgsauthmanager.h>

namespace cortege::plugin {

namespace {

const QString basic = QStringLiteral("Basic");

// The same name each time: a changed password takes the place of the old one.
QString name_for(const ConnectionSettings &settings) {
  const QString where = settings.service.isEmpty() ? settings.host : settings.service;
  return QStringLiteral("Cortège %1 (%2)").arg(settings.login, where);
}

QgsAuthMethodConfig kept_under(const QString &name) {
  for (const QgsAuthMethodConfig &config : QgsApplication::authManager()->availableAuthMethodConfigs())
    if (config.name() == name && config.method() == basic)
      return config;
  QgsAuthMethodConfig config;
  config.setName(name);
  config.setMethod(basic);
  return config;
}

} // namespace

std::optional<QString> keep_password(const ConnectionSettings &settings, const QString &password) {
  QgsAuthManager &manager = *QgsApplication::authManager();
  if (manager.isDisabled() || !manager.setMasterPassword(true))
    return std::nullopt;
  QgsAuthMethodConfig config = kept_under(name_for(settings));
  config.setConfig(QStringLiteral("username"), settings.login);
  config.setConfig(QStringLiteral("password"), password);
  const bool kept = config.id().isEmpty() ? manager.storeAuthenticationConfig(config)
                                          : manager.updateAuthenticationConfig(config);
  return kept ? std::optional(config.id()) : std::nullopt;
}

bool holds_password(const QString &authcfg) {
  return !authcfg.isEmpty() && QgsApplication::authManager()->configAuthMethodKey(authcfg) == basic;
}

QString trusted_authorities() {
  static const QTemporaryDir folder;
  QFile file(folder.filePath(QStringLiteral("authorities.pem")));
  const QByteArray authorities = QgsApplication::authManager()->trustedCaCertsPemText();
  const bool written =
      folder.isValid() && file.open(QIODevice::WriteOnly) && file.write(authorities) == authorities.size();
  return written ? file.fileName() : QString();
}

} // namespace cortege::plugin
