#include "plugin/explain.hpp"
#include "providers/pg/error.hpp"

#include <gtest/gtest.h>

namespace cortege::plugin {
namespace {

struct Failure {
  const char *message, *sqlstate, *words;
};

class Explained : public testing::TestWithParam<Failure> {};

TEST_P(Explained, InWordsThatSayWhatToDo) {
  const QString words = explain(pg::Error(GetParam().message, GetParam().sqlstate));
  EXPECT_TRUE(words.contains(QString::fromUtf8(GetParam().words))) << words.toStdString();
}

INSTANTIATE_TEST_SUITE_P(
    English, Explained,
    testing::Values(
        Failure{"FATAL:  password authentication failed for user \"agent1\"", "28P01", "has expired"},
        Failure{"fe_sendauth: no password supplied", "", "asks for a password"},
        Failure{"could not translate host name \"nulle-part\" to address", "", "unknown"},
        Failure{"connection to server at \"127.0.0.1\", port 1 failed: Connection refused", "",
                "Nothing answers"},
        Failure{"connection to server on socket \"/x\" failed: No such file or directory", "",
                "No server runs"},
        Failure{"connection to server at \"10.0.0.1\", port 1 failed: Network is unreachable", "", "no way"},
        Failure{"timeout expired", "", "does not answer"},
        Failure{"SSL error: certificate verify failed", "", "does not trust"},
        Failure{
            "root certificate file \"/root/.postgresql/root.crt\" does not exist\nEither provide the file",
            "", "does not trust"},
        Failure{"server certificate for \"a\" does not match host name \"b\"", "", "another name"},
        Failure{"server does not support SSL, but SSL was required", "", "does not encrypt"},
        Failure{"received invalid response to SSL negotiation: H", "", "not a Cortège server"},
        Failure{"FATAL:  connection requires a valid client certificate", "", "accept your certificate"},
        Failure{"FATAL:  certificate authentication failed for user \"x\"", "28000",
                "accept your certificate"},
        Failure{"SSL error: tlsv1 alert unknown ca", "", "accept your certificate"},
        Failure{"could not load private key file \"/x.pem\": bad decrypt", "", "cannot be read"},
        Failure{"definition of service \"x\" not found", "", "not defined on this computer"},
        Failure{"FATAL:  no pg_hba.conf entry for host", "28000", "refuses this login"},
        Failure{"FATAL:  role \"agent1\" is not permitted to log in", "28000", "closed"},
        Failure{"FATAL:  sorry, too many clients already", "", "too many visitors"},
        Failure{"FATAL:  the database system is starting up", "", "in a minute"},
        Failure{"FATAL:  database \"x\" does not exist", "3D000", "does not exist"},
        Failure{"Cet objet est pris : en choisir un autre.", "23505", "en choisir un autre"}));

// libpq and the server speak the language of their machines: these are what theirs say in French.
INSTANTIATE_TEST_SUITE_P(
    French, Explained,
    testing::Values(
        Failure{"FATAL:  authentification par mot de passe échouée pour l'utilisateur  « agent1 »", "",
                "has expired"},
        Failure{"fe_sendauth : aucun mot de passe fourni", "", "asks for a password"},
        Failure{"n'a pas pu traduire le nom d'hôte « x » en adresse : Nom ou service inconnu", "", "unknown"},
        Failure{"la connexion au serveur sur « localhost » (127.0.0.1), port 1 a échoué : Connexion refusée",
                "", "Nothing answers"},
        Failure{"a échoué : Aucun chemin d'accès pour atteindre l'hôte cible", "", "no way"},
        Failure{"le délai est dépassé", "", "does not answer"},
        Failure{"le fichier de certificat racine « /x » n'existe pas.\nFournissez le fichier", "",
                "does not trust"},
        Failure{"le certificat serveur pour « a » ne correspond pas au nom d'hôte « b »", "", "another name"},
        Failure{"le serveur ne supporte pas SSL alors que SSL était réclamé", "", "does not encrypt"},
        Failure{"la connexion requiert un certificat client valide", "", "accept your certificate"},
        Failure{"n'a pas pu charger le fichier de clé privée « /x.pem » : bad decrypt", "", "cannot be read"},
        Failure{"définition du service « x » introuvable", "", "not defined on this computer"},
        Failure{"le rôle « agent1 » n'est pas autorisé à se connecter", "", "closed"},
        Failure{"désolé, trop de clients sont déjà connectés", "", "too many visitors"},
        Failure{"le rôle « agent1 » n'existe pas", "", "does not exist"}));

TEST(AccountClosed, IsKnownInBothLanguages) {
  EXPECT_TRUE(account_closed(pg::Error("FATAL:  role \"agent1\" is not permitted to log in")));
  EXPECT_TRUE(account_closed(pg::Error("le rôle « agent1 » n'est pas autorisé à se connecter")));
  EXPECT_FALSE(account_closed(pg::Error("le rôle « agent1 » n'existe pas")));
}

} // namespace
} // namespace cortege::plugin
