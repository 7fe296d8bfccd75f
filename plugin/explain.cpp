#include "plugin/explain.hpp"

#include "providers/pg/error.hpp"

#include <QCoreApplication>

#include <array>

namespace cortege::plugin {

namespace {

struct Explanation {
  const char *sign; ///< in libpq's or the server's English message
  const char *words;
};

constexpr std::array explanations{
    Explanation{"password authentication failed",
                QT_TRANSLATE_NOOP("Explain",
                                  "The login or the password is wrong, or the password has expired: type "
                                  "them again, or ask your administrator for a new password.")},
    Explanation{"no password supplied",
                QT_TRANSLATE_NOOP("Explain", "The server asks for a password: choose an "
                                             "authentication configuration that holds it.")},
    Explanation{
        "could not translate host name",
        QT_TRANSLATE_NOOP("Explain", "This server name is unknown: check its spelling and the network.")},
    Explanation{"Connection refused",
                QT_TRANSLATE_NOOP("Explain", "Nothing answers at this address: check host and "
                                             "port, or ask whether the server is running.")},
    Explanation{"No such file or directory",
                QT_TRANSLATE_NOOP("Explain", "No server runs on this machine: give the "
                                             "host of the Cortège server.")},
    Explanation{"timeout expired",
                QT_TRANSLATE_NOOP("Explain", "The server does not answer: check the network, then "
                                             "try again.")},
    Explanation{"certificate verify failed",
                QT_TRANSLATE_NOOP("Explain",
                                  "The server's certificate is not trusted: ask your administrator for the "
                                  "authority's certificate; nothing was sent.")},
    Explanation{"definition of service",
                QT_TRANSLATE_NOOP("Explain", "This service is not defined on this computer: "
                                             "check its name in pg_service.conf.")},
    Explanation{"pg_hba.conf", QT_TRANSLATE_NOOP("Explain", "The server refuses this login from this "
                                                            "computer: ask your administrator.")},
    Explanation{"is not permitted to log in",
                QT_TRANSLATE_NOOP("Explain", "This account is closed: ask who manages "
                                             "the habilitations.")},
    Explanation{"does not exist",
                QT_TRANSLATE_NOOP("Explain", "This login or this database does not exist on the "
                                             "server: check both names.")}};

} // namespace

bool account_closed(const pg::Error &error) {
  return QString::fromStdString(error.what()).contains(QLatin1String("is not permitted to log in"));
}

QString explain(const pg::Error &error) {
  const QString message = QString::fromStdString(error.what());
  // Once connected, sentences come from the schema; before, from libpq and the server's gate.
  const bool at_the_gate =
      error.sqlstate().empty() || error.sqlstate().starts_with("28") || error.sqlstate().starts_with("3D");
  if (at_the_gate)
    for (const Explanation &known : explanations)
      if (message.contains(QLatin1String(known.sign)))
        return QCoreApplication::translate("Explain", known.words);
  if (error.connection_lost())
    return QCoreApplication::translate("Explain",
                                       "The connection to the server was lost: what you typed is still "
                                       "here; try again.");
  return message;
}

} // namespace cortege::plugin
