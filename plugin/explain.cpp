#include "plugin/explain.hpp"

#include "providers/pg/error.hpp"

#include <QCoreApplication>

#include <array>

namespace cortege::plugin {

namespace {

struct Explanation {
  const char *sign;   ///< in the message of libpq, OpenSSL, the system or the server
  const char *french; ///< the same where they speak French; null where they always speak English
  const char *words;
};

namespace because {
constexpr const char *untrusted = QT_TRANSLATE_NOOP(
    "Explain", "This computer does not trust the server's certificate: nothing was sent. Import "
               "the authority's certificate that your administrator gives (Settings ▸ Options ▸ "
               "Authentication ▸ Manage certificates ▸ Authorities), or ask whether the server's "
               "has expired.");
constexpr const char *not_cortege = QT_TRANSLATE_NOOP(
    "Explain", "What answers at this address is not a Cortège server: check host and port.");
constexpr const char *own_certificate =
    QT_TRANSLATE_NOOP("Explain", "The server does not accept your certificate for this login: choose the "
                                 "configuration that holds yours, or ask your administrator for a new one.");
constexpr const char *unreadable = QT_TRANSLATE_NOOP(
    "Explain", "Your certificate or its key cannot be read: choose their files again in the configuration.");
constexpr const char *no_way = QT_TRANSLATE_NOOP(
    "Explain", "There is no way to this server: check the network, or the VPN if you are outside.");
constexpr const char *silent = QT_TRANSLATE_NOOP(
    "Explain", "The server does not answer: check its address and the network, then try again.");
constexpr const char *crowded = QT_TRANSLATE_NOOP(
    "Explain", "The server has too many visitors: try again in a minute, or tell your administrator.");
constexpr const char *starting =
    QT_TRANSLATE_NOOP("Explain", "The server is being started or stopped: try again in a minute.");
constexpr const char *closed =
    QT_TRANSLATE_NOOP("Explain", "This account is closed: ask who manages the habilitations.");
} // namespace because

constexpr const char *closed_sign = "is not permitted to log in", *closed_french = "autorisé à se connecter";

// The first that fits counts.
constexpr std::array explanations{
    Explanation{"root certificate file", "fichier de certificat racine", because::untrusted},
    Explanation{"certificate verify failed", nullptr, because::untrusted},
    Explanation{
        "does not match host name", "ne correspond pas au nom d'hôte",
        QT_TRANSLATE_NOOP("Explain",
                          "The server's certificate bears another name: nothing was sent. Write the host "
                          "exactly as your administrator gave it.")},
    Explanation{"does not support SSL", "ne supporte pas SSL",
                QT_TRANSLATE_NOOP("Explain",
                                  "This server does not encrypt: nothing was sent. Check host and port, "
                                  "then ask your administrator.")},
    Explanation{"invalid response to SSL", "invalide à la négociation SSL", because::not_cortege},
    Explanation{"expected authentication request", "attendait une requête d'authentification",
                because::not_cortege},
    Explanation{"valid client certificate", "certificat client valide", because::own_certificate},
    Explanation{"certificate authentication failed", "par le certificat échouée", because::own_certificate},
    Explanation{"alert unknown ca", nullptr, because::own_certificate},
    Explanation{"alert certificate", nullptr, because::own_certificate},
    Explanation{"private key file", "clé privée", because::unreadable},
    Explanation{"certificate file", "le certificat «", because::unreadable},
    Explanation{"password authentication failed", "par mot de passe échouée",
                QT_TRANSLATE_NOOP("Explain",
                                  "The login or the password is wrong, or the password has expired: type "
                                  "them again, or ask your administrator for a new password.")},
    Explanation{"no password supplied", "aucun mot de passe fourni",
                QT_TRANSLATE_NOOP("Explain", "The server asks for a password: type it, or choose the "
                                             "configuration that holds it.")},
    Explanation{
        "could not translate host name", "traduire le nom d'hôte",
        QT_TRANSLATE_NOOP("Explain", "This server name is unknown: check its spelling and the network.")},
    Explanation{"Connection refused", "Connexion refusée",
                QT_TRANSLATE_NOOP("Explain", "Nothing answers at this address: check host and "
                                             "port, or ask whether the server is running.")},
    Explanation{"No such file or directory", "Aucun fichier ou dossier",
                QT_TRANSLATE_NOOP("Explain", "No server runs on this machine: give the "
                                             "host of the Cortège server.")},
    Explanation{"timeout expired", "délai est dépassé", because::silent},
    Explanation{"timed out", "expiration du délai", because::silent},
    Explanation{"No route to host", "Aucun chemin d'accès", because::no_way},
    Explanation{"unreachable", "n'est pas accessible", because::no_way},
    Explanation{
        "invalid port number", "numéro de port invalide",
        QT_TRANSLATE_NOOP("Explain", "The port is a number, 5432 unless your administrator says another.")},
    Explanation{"definition of service", "définition du service",
                QT_TRANSLATE_NOOP("Explain", "This service is not defined on this computer: "
                                             "check its name in pg_service.conf.")},
    Explanation{"pg_hba.conf", nullptr,
                QT_TRANSLATE_NOOP("Explain", "The server refuses this login from this "
                                             "computer: ask your administrator.")},
    Explanation{closed_sign, closed_french, because::closed},
    Explanation{"too many clients", "trop de clients", because::crowded},
    Explanation{"connection slots", "emplacements de connexions", because::crowded},
    Explanation{"is starting up", "se lance", because::starting},
    Explanation{"is shutting down", "s'arrête", because::starting},
    Explanation{"recovery mode", "en cours de restauration", because::starting},
    Explanation{"does not exist", "n'existe pas",
                QT_TRANSLATE_NOOP("Explain", "This login or this database does not exist on the "
                                             "server: check both names.")}};

bool says(const QString &message, const char *english, const char *french) {
  return message.contains(QLatin1String(english))
         || (french != nullptr && message.contains(QString::fromUtf8(french)));
}

} // namespace

bool account_closed(const pg::Error &error) {
  return says(QString::fromStdString(error.what()), closed_sign, closed_french);
}

QString explain(const pg::Error &error) {
  QString message = QString::fromStdString(error.what());
  // Once connected, sentences come from the schema; before, from libpq and the server's gate.
  const bool at_the_gate =
      error.sqlstate().empty() || error.sqlstate().starts_with("28") || error.sqlstate().starts_with("3D");
  if (at_the_gate)
    for (const Explanation &known : explanations)
      if (says(message, known.sign, known.french))
        return QCoreApplication::translate("Explain", known.words);
  if (error.connection_lost())
    return QCoreApplication::translate("Explain",
                                       "The connection to the server was lost: what you typed is still "
                                       "here; try again.");
  return message;
}

} // namespace cortege::plugin
