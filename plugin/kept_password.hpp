#pragma once

#include <QString>

#include <optional>

namespace cortege::plugin {

struct ConnectionSettings;

/// Has QGIS's authentication system keep a password, encrypted under its master password, for which it may
/// ask; the id of the configuration that holds it. One configuration for a login and a server, changed when
/// the password does. Nothing when QGIS cannot keep it, or the person did not give the master password.
std::optional<QString> keep_password(const ConnectionSettings &settings, const QString &password);

/// The configuration holds a login and its password, not a certificate.
bool holds_password(const QString &authcfg);

/// A file of the authorities QGIS trusts, as libpq reads them; it goes with the program. Empty when it cannot
/// be written.
QString trusted_authorities();

} // namespace cortege::plugin
