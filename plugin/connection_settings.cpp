#include "plugin/connection_settings.hpp"

#include "plugin/kept_password.hpp"

#include <QDir>
#include <QFileInfo>
#include <qgsdatasourceuri.h>
#include <qgssettings.h>

namespace cortege::plugin {

namespace {

const QString settings_group = QStringLiteral("cortege/connection/");

QgsDataSourceUri data_source(const ConnectionSettings &settings) {
  // A server on a socket of this machine needs no TLS; over a network the server must prove who it is.
  const bool local = settings.host.startsWith('/');
  const auto ssl =
      local || !settings.service.isEmpty() ? QgsDataSourceUri::SslPrefer : QgsDataSourceUri::SslVerifyFull;
  QgsDataSourceUri uri;
  if (!settings.service.isEmpty())
    uri.setConnection(settings.service, QString(), settings.login, QString(), ssl, settings.authcfg);
  else
    uri.setConnection(settings.host, settings.port, settings.database, settings.login, QString(), ssl,
                      settings.authcfg);
  return uri;
}

} // namespace

bool ConnectionSettings::bare() const {
#ifdef _WIN32
  const QString own = qEnvironmentVariable("APPDATA") + QStringLiteral("/postgresql/root.crt");
#else
  const QString own = QDir::homePath() + QStringLiteral("/.postgresql/root.crt");
#endif
  return authcfg.isEmpty() && service.isEmpty() && !host.startsWith('/') && !QFileInfo::exists(own);
}

QString ConnectionSettings::uri() const {
  return data_source(*this).connectionInfo(false);
}

QString ConnectionSettings::conninfo() const {
  return data_source(*this).connectionInfo(true);
}

QString ConnectionSettings::conninfo(const QString &password) const {
  ConnectionSettings bare = *this;
  bare.authcfg.clear();
  QgsDataSourceUri uri = data_source(bare);
  uri.setPassword(password);
  QString info = uri.connectionInfo(false);
  // A configuration brings the authorities QGIS trusts; a service says its own.
  if (service.isEmpty() && uri.sslMode() == QgsDataSourceUri::SslVerifyFull)
    info += QStringLiteral(" sslrootcert='%1'").arg(trusted_authorities());
  return info;
}

ConnectionSettings ConnectionSettings::stored() {
  const QgsSettings settings;
  ConnectionSettings stored;
  stored.service = settings.value(settings_group + "service").toString();
  stored.host = settings.value(settings_group + "host").toString();
  stored.port = settings.value(settings_group + "port", stored.port).toString();
  stored.database = settings.value(settings_group + "database", stored.database).toString();
  stored.login = settings.value(settings_group + "login").toString();
  stored.authcfg = settings.value(settings_group + "authcfg").toString();
  return stored;
}

void ConnectionSettings::store() const {
  QgsSettings settings;
  settings.setValue(settings_group + "service", service);
  settings.setValue(settings_group + "host", host);
  settings.setValue(settings_group + "port", port);
  settings.setValue(settings_group + "database", database);
  settings.setValue(settings_group + "login", login);
  settings.setValue(settings_group + "authcfg", authcfg);
}

} // namespace cortege::plugin
