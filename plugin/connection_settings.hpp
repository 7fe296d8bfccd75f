#pragma once

#include <QString>

namespace cortege::plugin {

/// Where the Cortège database is and how the person is known there. Secrets stay in QGIS's authentication
/// system.
struct ConnectionSettings {
  QString service; ///< a name of pg_service.conf; when set, host, port and database are its own
  QString host;
  QString port = QStringLiteral("5432");
  QString database = QStringLiteral("cortege");
  QString login;   ///< empty when the authentication configuration or the service says it
  QString authcfg; ///< id of a QGIS authentication configuration, or empty

  /// Nobody vouches for the server and nothing holds a password: neither QGIS, nor a service, nor libpq's own
  /// files.
  bool bare() const;
  bool complete() const { return !service.isEmpty() || !host.isEmpty(); }
  /// As a data source: what a layer's URI begins with, without secrets.
  QString uri() const;
  /// As libpq reads it, with the secrets of the authentication configuration: never stored, never shown.
  QString conninfo() const;
  /// The same with a password that is not kept yet, instead of the configuration.
  QString conninfo(const QString &password) const;

  static ConnectionSettings stored();
  void store() const;
};

} // namespace cortege::plugin
