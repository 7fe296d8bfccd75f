<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>Explain</name>
    <message>
        <source>This server name is unknown: check its spelling and the network.</source>
        <translation>Ce nom de serveur est inconnu&#xa0;: vérifiez son orthographe et le réseau.</translation>
    </message>
    <message>
        <source>Nothing answers at this address: check host and port, or ask whether the server is running.</source>
        <translation>Rien ne répond à cette adresse&#xa0;: vérifiez serveur et port, ou demandez si le serveur est en marche.</translation>
    </message>
    <message>
        <source>No server runs on this machine: give the host of the Cortège server.</source>
        <translation>Aucun serveur ne tourne sur cet ordinateur&#xa0;: donnez l’adresse du serveur Cortège.</translation>
    </message>
    <message>
        <source>This service is not defined on this computer: check its name in pg_service.conf.</source>
        <translation>Ce service n’est pas défini sur cet ordinateur&#xa0;: vérifiez son nom dans pg_service.conf.</translation>
    </message>
    <message>
        <source>The server refuses this login from this computer: ask your administrator.</source>
        <translation>Le serveur refuse cet identifiant depuis cet ordinateur&#xa0;: adressez-vous à votre administrateur.</translation>
    </message>
    <message>
        <source>This account is closed: ask who manages the habilitations.</source>
        <translation>Ce compte est fermé&#xa0;: adressez-vous à qui gère les habilitations.</translation>
    </message>
    <message>
        <source>This login or this database does not exist on the server: check both names.</source>
        <translation>Cet identifiant ou cette base n’existe pas sur le serveur&#xa0;: vérifiez les deux noms.</translation>
    </message>
    <message>
        <source>The connection to the server was lost: what you typed is still here; try again.</source>
        <translation>La connexion au serveur est perdue&#xa0;: votre saisie est toujours là&#x202f;; réessayez.</translation>
    </message>
    <message>
        <source>The login or the password is wrong, or the password has expired: type them again, or ask your administrator for a new password.</source>
        <translation>L’identifiant ou le mot de passe est faux, ou le mot de passe a expiré&#xa0;: ressaisissez-les, ou demandez un nouveau mot de passe à votre administrateur.</translation>
    </message>
    <message>
        <source>This computer does not trust the server&apos;s certificate: nothing was sent. Import the authority&apos;s certificate that your administrator gives (Settings ▸ Options ▸ Authentication ▸ Manage certificates ▸ Authorities), or ask whether the server&apos;s has expired.</source>
        <translation>Cet ordinateur ne reconnaît pas le certificat du serveur : rien n’a été envoyé. Importez le certificat de l’autorité que donne votre administrateur (Préférences ▸ Options ▸ Authentification ▸ Gérer les certificats ▸ Autorités), ou demandez si celui du serveur a expiré.</translation>
    </message>
    <message>
        <source>What answers at this address is not a Cortège server: check host and port.</source>
        <translation>Ce qui répond à cette adresse n’est pas un serveur Cortège : vérifiez serveur et port.</translation>
    </message>
    <message>
        <source>The server does not accept your certificate for this login: choose the configuration that holds yours, or ask your administrator for a new one.</source>
        <translation>Le serveur n’accepte pas votre certificat pour cet identifiant : choisissez la configuration qui contient le vôtre, ou demandez-en un nouveau à votre administrateur.</translation>
    </message>
    <message>
        <source>Your certificate or its key cannot be read: choose their files again in the configuration.</source>
        <translation>Votre certificat ou sa clé ne peut être lu : choisissez à nouveau leurs fichiers dans la configuration.</translation>
    </message>
    <message>
        <source>There is no way to this server: check the network, or the VPN if you are outside.</source>
        <translation>Aucun chemin ne mène à ce serveur : vérifiez le réseau, ou le VPN si vous êtes à l’extérieur.</translation>
    </message>
    <message>
        <source>The server does not answer: check its address and the network, then try again.</source>
        <translation>Le serveur ne répond pas : vérifiez son adresse et le réseau, puis réessayez.</translation>
    </message>
    <message>
        <source>The server has too many visitors: try again in a minute, or tell your administrator.</source>
        <translation>Le serveur a trop de visiteurs : réessayez dans une minute, ou prévenez votre administrateur.</translation>
    </message>
    <message>
        <source>The server is being started or stopped: try again in a minute.</source>
        <translation>Le serveur démarre ou s’arrête : réessayez dans une minute.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate bears another name: nothing was sent. Write the host exactly as your administrator gave it.</source>
        <translation>Le certificat du serveur porte un autre nom : rien n’a été envoyé. Écrivez le serveur exactement comme votre administrateur l’a donné.</translation>
    </message>
    <message>
        <source>This server does not encrypt: nothing was sent. Check host and port, then ask your administrator.</source>
        <translation>Ce serveur ne chiffre pas : rien n’a été envoyé. Vérifiez serveur et port, puis adressez-vous à votre administrateur.</translation>
    </message>
    <message>
        <source>The server asks for a password: type it, or choose the configuration that holds it.</source>
        <translation>Le serveur demande un mot de passe : saisissez-le, ou choisissez la configuration qui le contient.</translation>
    </message>
    <message>
        <source>The port is a number, 5432 unless your administrator says another.</source>
        <translation>Le port est un nombre, 5432 sauf si votre administrateur en donne un autre.</translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>line of %1</source>
        <translation>tracé de %1</translation>
    </message>
    <message>
        <source>ground of %1 m²</source>
        <translation>emprise de %1 m²</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>%1 min</source>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation>%1&#xa0;h&#xa0;%2</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1&#xa0;j</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1&#xa0;h</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Guide of Cortège</source>
        <translation>Guide de Cortège</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Persons expected</source>
        <translation>Personnes attendues</translation>
    </message>
    <message>
        <source>Persons declared</source>
        <translation>Personnes déclarées</translation>
    </message>
    <message>
        <source>Cars expected</source>
        <translation>Voitures attendues</translation>
    </message>
    <message>
        <source>Cars declared</source>
        <translation>Voitures déclarées</translation>
    </message>
    <message>
        <source>Organiser&apos;s status</source>
        <translation>Statut de l’organisateur</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>Sur la carte</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>March</source>
        <translation>Manifestation déambulatoire</translation>
    </message>
    <message>
        <source>Gathering</source>
        <translation>Manifestation statique</translation>
    </message>
    <message>
        <source>Programmed operation</source>
        <translation>Opération programmée</translation>
    </message>
    <message>
        <source>Official visit</source>
        <translation>Visite officielle</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>brouillon</translation>
    </message>
    <message>
        <source>transmitted</source>
        <translation>transmis</translation>
    </message>
</context>
<context>
    <name>Processing</name>
    <message>
        <source>The computation is not possible: %1</source>
        <translation>Le calcul n’est pas possible&#xa0;: %1</translation>
    </message>
    <message>
        <source>Feature %1 cannot be read: %2</source>
        <translation>L’entité %1 ne peut être lue&#xa0;: %2</translation>
    </message>
    <message>
        <source>Feature %1 has no number in “%2”: fill it, or choose another field.</source>
        <translation>L’entité %1 n’a pas de nombre dans «&#xa0;%2&#xa0;»&#xa0;: remplissez-le, ou choisissez un autre champ.</translation>
    </message>
    <message>
        <source>This raster is not made of square cells in Lambert-93: make it with an algorithm of Cortège, or reproject it.</source>
        <translation>Ce raster n’est pas fait de cellules carrées en Lambert-93&#xa0;: produisez-le avec un algorithme de Cortège, ou reprojetez-le.</translation>
    </message>
    <message>
        <source>%1 (exploratory)</source>
        <translation>%1 (exploratoire)</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>convention: %1</source>
        <translation>convention&#xa0;: %1</translation>
    </message>
    <message>
        <source>until %1 at the latest</source>
        <translation>jusqu’au %1 au plus tard</translation>
    </message>
    <message>
        <source>You have no active habilitation: events cannot be shown. Ask your manager for one.</source>
        <translation>Vous n’avez pas d’habilitation en cours&#xa0;: les événements ne peuvent pas être affichés. Demandez-la à votre responsable.</translation>
    </message>
    <message>
        <source>The convention between the city and the Préfecture is not in force: transmitted events cannot be shown.</source>
        <translation>La convention entre la Ville et la Préfecture n’est pas en vigueur&#xa0;: les événements transmis ne peuvent pas être affichés.</translation>
    </message>
    <message>
        <source>This computer is in another time zone than the city (%1): hours are shown in the computer&apos;s.</source>
        <translation>Cet ordinateur est dans un autre fuseau horaire que la ville (%1)&#xa0;: les heures sont celles de l’ordinateur.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 ahead of the server&apos;s: check the dates you type, and have it set.</source>
        <translation>L’horloge de cet ordinateur avance de %1 sur celle du serveur&#xa0;: vérifiez les dates saisies et faites-la régler.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 behind the server&apos;s: check the dates you type, and have it set.</source>
        <translation>L’horloge de cet ordinateur retarde de %1 sur celle du serveur&#xa0;: vérifiez les dates saisies et faites-la régler.</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>agent of the Préfecture</source>
        <translation>agent de la Préfecture</translation>
    </message>
    <message>
        <source>police service</source>
        <translation>service de police</translation>
    </message>
    <message>
        <source>analyst of the city</source>
        <translation>analyste de la Ville</translation>
    </message>
    <message>
        <source>authority of the city</source>
        <translation>autorité de la Ville</translation>
    </message>
    <message>
        <source>DGA Sécurité</source>
        <translation>DGA Sécurité</translation>
    </message>
    <message>
        <source>validator of the Préfecture</source>
        <translation>validation de la Préfecture</translation>
    </message>
    <message>
        <source>data-protection officer</source>
        <translation>délégué à la protection des données</translation>
    </message>
    <message>
        <source>limited perimeter</source>
        <translation>périmètre limité</translation>
    </message>
    <message>
        <source>Your profile (%1) reads no events: nothing is shown here. Its registers are read with the command cortege.</source>
        <translation>Votre profil (%1) ne lit pas les événements&#xa0;: rien n’est montré ici. Ses registres se lisent avec la commande cortege.</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>This event is no longer there, or no longer yours to see: refresh the agenda.</source>
        <translation>Cet événement n’est plus là, ou vous ne pouvez plus le voir&#xa0;: rafraîchissez l’agenda.</translation>
    </message>
    <message>
        <source>This event belongs to another service: you may read it, not change it.</source>
        <translation>Cet événement est d’un autre service&#xa0;: vous pouvez le lire, non le modifier.</translation>
    </message>
</context>
<context>
    <name>TensionPanel</name>
    <message>
        <source>Tension saved in %1</source>
        <translation>Tension enregistrée dans %1</translation>
    </message>
    <message>
        <source>This extent has too many cells: zoom in.</source>
        <translation>Cette emprise compte trop de cellules&#xa0;: zoomez.</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::AddressEdit</name>
    <message>
        <source>Number and street, place, or “street / street”</source>
        <translation>Numéro et rue, lieu, ou «&#xa0;rue / rue&#xa0;»</translation>
    </message>
    <message>
        <source>%1 (about)</source>
        <translation>%1 (environ)</translation>
    </message>
    <message>
        <source>%1 (nearest number)</source>
        <translation>%1 (numéro le plus proche)</translation>
    </message>
    <message>
        <source>This address is on the map.</source>
        <translation>Cette adresse est placée sur la carte.</translation>
    </message>
    <message>
        <source>This address is not on the map yet: choose a suggestion, or pick it on the map.</source>
        <translation>Cette adresse n’est pas encore placée&#xa0;: choisissez une proposition, ou montrez-la sur la carte.</translation>
    </message>
    <message>
        <source>%1 from here</source>
        <translation>à %1 d’ici</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::AddressList</name>
    <message>
        <source>Add a waypoint</source>
        <translation>Ajouter un point de passage</translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation>Ajouter une adresse</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Via</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Alt+Right: on by hand</source>
        <translation>Alt+Droite&#xa0;: suite à main levée</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::AddressRow</name>
    <message>
        <source>Show on the map</source>
        <translation>Montrer sur la carte</translation>
    </message>
    <message>
        <source>By hand to the next point, where there is no street (Alt+Right): pull the line on the map to bend it</source>
        <translation>À main levée jusqu’au point suivant, là où il n’y a pas de rue (Alt+Droite)&#xa0;: tirez la ligne sur la carte pour la courber</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Monter (Alt+Haut)</translation>
    </message>
    <message>
        <source>Remove this address (Alt+Del)</source>
        <translation>Retirer cette adresse (Alt+Suppr)</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::AgendaFilters</name>
    <message>
        <source>In the map</source>
        <translation>Dans la carte</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Tous les genres</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>À venir</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulés</translation>
    </message>
    <message>
        <source>All statuses</source>
        <translation>Tous les statuts</translation>
    </message>
    <message>
        <source>Subject, place or service</source>
        <translation>Objet, lieu ou service</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Tous les services</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::AgendaModel</name>
    <message>
        <source>to be completed</source>
        <translation>à compléter</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>clashes with another event: open it to see which</source>
        <translation>en conflit avec un autre événement&#xa0;: ouvrez-le pour voir lequel</translation>
    </message>
    <message>
        <source>%1 persons</source>
        <translation>%1 personnes</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::AgendaPage</name>
    <message>
        <source>First day shown</source>
        <translation>Premier jour affiché</translation>
    </message>
    <message>
        <source>Thirty days earlier</source>
        <translation>Trente jours plus tôt</translation>
    </message>
    <message>
        <source>Thirty days later</source>
        <translation>Trente jours plus tard</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n événement</numerusform>
            <numerusform>%Ln événements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n event(s)</source>
        <translation>
            <numerusform>%1 sur %n événement</numerusform>
            <numerusform>%L1 sur %Ln événements</numerusform>
        </translation>
    </message>
    <message>
        <source>Map time</source>
        <translation>Heure de la carte</translation>
    </message>
    <message>
        <source>The map shows the hour of the event or the day chosen here (temporal controller)</source>
        <translation>La carte montre l’heure de l’événement ou du jour choisi ici (contrôleur temporel)</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::ClashesAlgorithm</name>
    <message>
        <source>Clashes</source>
        <translation>Conflits</translation>
    </message>
    <message>
        <source>Pairs of events that take ground nearer than a distance at times nearer than a delay. A march takes each street only while its column passes; without a count it is taken to hold its whole route. One point for each pair, where the two come closest.

Columns: debut, fin, objet, personnes_attendues, as on the platform&apos;s layers. An end that is not known is taken to be three hours after the start.</source>
        <translation>Paires d’événements qui occupent des terrains plus proches qu’une distance à des moments plus proches qu’un délai. Un cortège n’occupe chaque rue que pendant le passage de sa colonne&#x202f;; sans effectif, il est tenu pour occuper tout son tracé. Un point par paire, là où les deux sont au plus près.

Colonnes&#xa0;: debut, fin, objet, personnes_attendues, comme sur les couches de la plateforme. Une fin inconnue est prise trois heures après le début.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Distance (metres)</source>
        <translation>Distance (mètres)</translation>
    </message>
    <message>
        <source>Delay (minutes)</source>
        <translation>Délai (minutes)</translation>
    </message>
    <message>
        <source>Speed of marches (km/h)</source>
        <translation>Vitesse des cortèges (km/h)</translation>
    </message>
    <message>
        <source>Clash</source>
        <translation>Conflit</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::ConflictDialog</name>
    <message>
        <source>A colleague changed this event</source>
        <translation>Un collègue a modifié cet événement</translation>
    </message>
    <message>
        <source>Somebody saved this event while you were changing it. Tick what to keep, field by field; nothing is saved until you decide.</source>
        <translation>Quelqu’un a enregistré cet événement pendant que vous le modifiiez. Cochez ce qu’il faut garder, champ par champ&#x202f;; rien n’est enregistré avant votre choix.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Persons expected</source>
        <translation>Personnes attendues</translation>
    </message>
    <message>
        <source>Persons declared</source>
        <translation>Personnes déclarées</translation>
    </message>
    <message>
        <source>Cars expected</source>
        <translation>Voitures attendues</translation>
    </message>
    <message>
        <source>Cars declared</source>
        <translation>Voitures déclarées</translation>
    </message>
    <message>
        <source>Organiser&apos;s status</source>
        <translation>Statut de l’organisateur</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>Sur la carte</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Save this choice</source>
        <translation>Enregistrer ce choix</translation>
    </message>
    <message>
        <source>Back to my form</source>
        <translation>Revenir à ma saisie</translation>
    </message>
    <message>
        <source>Yours (blue)</source>
        <translation>Votre version (en bleu)</translation>
    </message>
    <message>
        <source>Theirs (orange)</source>
        <translation>Sa version (en orange)</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::ConnectionDialog</name>
    <message>
        <source>Test</source>
        <translation>Essayer</translation>
    </message>
    <message>
        <source>Connection to Cortège</source>
        <translation>Connexion à Cortège</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Give a service, or the host of the server.</source>
        <translation>Donnez un service, ou l’adresse du serveur.</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Essai en cours…</translation>
    </message>
    <message>
        <source>Connected as %1, but without a habilitation: ask your manager for one.</source>
        <translation>Connexion réussie&#xa0;: %1, mais sans habilitation. Demandez-la à votre responsable.</translation>
    </message>
    <message>
        <source>Connected as %1, but the convention is not in force: no event can be read or entered.</source>
        <translation>Connexion réussie&#xa0;: %1, mais la convention n’est pas en vigueur&#xa0;: aucun événement ne peut être lu ni saisi.</translation>
    </message>
    <message>
        <source>Connected as %1 (%2). All is well.</source>
        <translation>Connecté en tant que %1 (%2). Tout va bien.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>if your administrator gave its name</source>
        <translation>si votre administrateur en a donné le nom</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>QGIS authentication</source>
        <translation>Authentification QGIS</translation>
    </message>
    <message>
        <source>empty if the configuration says it</source>
        <translation>vide si la configuration le donne</translation>
    </message>
    <message>
        <source>kept by QGIS: type it only to change it</source>
        <translation>gardé par QGIS : à saisir seulement pour en changer</translation>
    </message>
    <message>
        <source>QGIS will keep it, encrypted</source>
        <translation>QGIS le gardera, chiffré</translation>
    </message>
    <message>
        <source>not needed with this certificate</source>
        <translation>inutile avec ce certificat</translation>
    </message>
    <message>
        <source>Give the login that this password belongs to.</source>
        <translation>Indiquez l’identifiant auquel appartient ce mot de passe.</translation>
    </message>
    <message>
        <source>QGIS cannot keep the password without its master password: connect again and give it, or choose it the first time. Nothing was stored.</source>
        <translation>QGIS ne peut garder le mot de passe sans son mot de passe principal : cliquez à nouveau sur Se connecter et donnez-le (la première fois, vous le choisissez). Rien n’a été enregistré.</translation>
    </message>
    <message>
        <source>Type the password, or choose a configuration that holds it or your certificate.</source>
        <translation>Saisissez le mot de passe, ou choisissez une configuration qui le contient ou qui contient votre certificat.</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::CountFields</name>
    <message>
        <source>Persons</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Cars</source>
        <translation>Voitures</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>attendues</translation>
    </message>
    <message>
        <source>declared</source>
        <translation>déclarées</translation>
    </message>
    <message>
        <source>More than two million persons: check the figure.</source>
        <translation>Plus de deux millions de personnes&#xa0;: vérifiez le chiffre.</translation>
    </message>
    <message>
        <source>More than 200 000 persons: is a zero too many?</source>
        <translation>Plus de 200 000 personnes&#xa0;: un zéro de trop&#x202f;?</translation>
    </message>
    <message>
        <source>Expected and declared differ tenfold: check both.</source>
        <translation>Attendues et déclarées diffèrent du simple au décuple&#xa0;: vérifiez les deux.</translation>
    </message>
    <message>
        <source>More cars than persons: check both.</source>
        <translation>Plus de voitures que de personnes&#xa0;: vérifiez les deux.</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::DensityAlgorithm</name>
    <message>
        <source>Density</source>
        <translation>Densité</translation>
    </message>
    <message>
        <source>Mass per m² of points, lines and polygons, exact at the centre of each cell: a feature&apos;s mass is spread evenly over its geometry, then smoothed by the kernel; the sum of the cells times their area is the sum of the masses.

Mass: a number for each feature (persons, for example); 1 when no field is chosen. Bandwidth in metres (σ for the Gaussian). Layers are read in Lambert-93.</source>
        <translation>Masse par m² de points, de lignes et de polygones, exacte au centre de chaque cellule&#xa0;: la masse d’une entité est répartie uniformément sur sa géométrie, puis lissée par le noyau&#x202f;; la somme des cellules multipliée par leur aire est la somme des masses.

Masse&#xa0;: un nombre par entité (des personnes, par exemple)&#x202f;; 1 si aucun champ n’est choisi. Portée en mètres (σ pour le noyau gaussien). Les couches sont lues en Lambert-93.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <source>Field of masses (1 each when empty)</source>
        <translation>Champ des masses (1 chacune si vide)</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Noyau</translation>
    </message>
    <message>
        <source>Quartic</source>
        <translation>Quartique</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>Uniforme</translation>
    </message>
    <message>
        <source>Epanechnikov</source>
        <translation>Epanechnikov</translation>
    </message>
    <message>
        <source>Triangular</source>
        <translation>Triangulaire</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>Gaussien</translation>
    </message>
    <message>
        <source>Bandwidth (metres)</source>
        <translation>Portée (mètres)</translation>
    </message>
    <message>
        <source>Side of the cells (metres)</source>
        <translation>Côté des cellules (mètres)</translation>
    </message>
    <message>
        <source>The layer holds no geometry: there is no density to compute.</source>
        <translation>La couche ne contient aucune géométrie&#xa0;: il n’y a pas de densité à calculer.</translation>
    </message>
    <message>
        <source>Density (per m²)</source>
        <translation>Densité (par m²)</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::Dock</name>
    <message>
        <source>Cortège</source>
        <translation>Cortège</translation>
    </message>
    <message>
        <source>Connect to Cortège…</source>
        <translation>Se connecter à Cortège…</translation>
    </message>
    <message>
        <source>Enter demonstrations, operations and visits, and see them with the rest of the city.</source>
        <translation>Saisissez manifestations, opérations et visites, et voyez-les avec le reste de la ville.</translation>
    </message>
    <message>
        <source>“%1” is saved and on the platform.</source>
        <translation>«&#xa0;%1&#xa0;» est enregistré et transmis à la plateforme.</translation>
    </message>
    <message>
        <source>“%1” is cancelled: kept, and off the map.</source>
        <translation>«&#xa0;%1&#xa0;» est annulé&#xa0;: conservé, et retiré de la carte.</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::DraftsBanner</name>
    <message numerus="yes">
        <source>%n entry(ies) not saved: &lt;a href=&apos;unlock:&apos;&gt;give QGIS&apos;s master password&lt;/a&gt; to take up again.</source>
        <translation>
            <numerusform>%n saisie non enregistrée&#xa0;: &lt;a href=&apos;unlock:&apos;&gt;donnez le mot de passe principal de QGIS&lt;/a&gt; pour la reprendre.</numerusform>
            <numerusform>%n saisies non enregistrées&#xa0;: &lt;a href=&apos;unlock:&apos;&gt;donnez le mot de passe principal de QGIS&lt;/a&gt; pour les reprendre.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved on %1: &lt;b&gt;%2&lt;/b&gt; — &lt;a href=&apos;open:%3&apos;&gt;take up again&lt;/a&gt; · &lt;a href=&apos;drop:%3&apos;&gt;drop&lt;/a&gt;</source>
        <translation>Non enregistré le %1&#xa0;: &lt;b&gt;%2&lt;/b&gt; — &lt;a href=&apos;open:%3&apos;&gt;reprendre&lt;/a&gt; · &lt;a href=&apos;drop:%3&apos;&gt;supprimer&lt;/a&gt;</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::EvaluationAlgorithm</name>
    <message>
        <source>Evaluation of a map of tension</source>
        <translation>Évaluation d’une carte de tension</translation>
    </message>
    <message>
        <source>How well a map made with earlier facts holds later ones: for shares of the ground flagged, highest first, the share of later facts on it; PAI (1 is chance) and PEI (1 cannot be bettered).

The later facts must not have served to make the map: say both windows whenever a figure is quoted.</source>
        <translation>Ce qu’une carte faite des faits passés contient des faits suivants&#xa0;: pour des parts du sol signalé, la plus haute tension d’abord, la part des faits suivants qui y tombent&#x202f;; PAI (1 est le hasard) et PEI (1 ne peut être dépassé).

Les faits suivants ne doivent pas avoir servi à faire la carte&#xa0;: dites les deux fenêtres chaque fois qu’un chiffre est cité.</translation>
    </message>
    <message>
        <source>Map of tension</source>
        <translation>Carte de tension</translation>
    </message>
    <message>
        <source>Later facts</source>
        <translation>Faits suivants</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Évaluation</translation>
    </message>
    <message>
        <source>%L1 later facts on the map, %L2 beyond it; area under the curve %L3 (0.5 is chance).</source>
        <translation>%L1 faits suivants sur la carte, %L2 au-delà&#x202f;; aire sous la courbe %L3 (0,5 est le hasard).</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::EventFields</name>
    <message>
        <source>Subject *</source>
        <translation>Objet *</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Write the function, not the name.</source>
        <translation>Écrivez la fonction, pas le nom.</translation>
    </message>
    <message>
        <source>Address *</source>
        <translation>Adresse *</translation>
    </message>
    <message>
        <source>Addresses *</source>
        <translation>Adresses *</translation>
    </message>
    <message>
        <source>Organiser&apos;s status</source>
        <translation>Statut de l’organisateur</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>the subject</source>
        <translation>l’objet</translation>
    </message>
    <message>
        <source>one address</source>
        <translation>une adresse</translation>
    </message>
    <message>
        <source>the start</source>
        <translation>le début</translation>
    </message>
    <message>
        <source>an end after the start</source>
        <translation>une fin après le début</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>la fin</translation>
    </message>
    <message>
        <source>the number of persons</source>
        <translation>le nombre de personnes</translation>
    </message>
    <message>
        <source>the organiser&apos;s status</source>
        <translation>le statut de l’organisateur</translation>
    </message>
    <message>
        <source>the theme</source>
        <translation>le thème</translation>
    </message>
    <message>
        <source>the place of “%1”</source>
        <translation>la position de «&#xa0;%1&#xa0;»</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::EventForm</name>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save and transmit to the platform (Ctrl+Enter)</source>
        <translation>Enregistrer et transmettre à la plateforme (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Back to the agenda</source>
        <translation>Retour à l’agenda</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Emprise</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>n°&#xa0;%1</translation>
    </message>
    <message>
        <source>(new)</source>
        <translation>(nouvelle)</translation>
    </message>
    <message>
        <source>the way</source>
        <translation>le tracé</translation>
    </message>
    <message>
        <source>the ground</source>
        <translation>l’emprise</translation>
    </message>
    <message>
        <source>&lt;b&gt;Still needed:&lt;/b&gt; %1</source>
        <translation>&lt;b&gt;Il manque&#xa0;:&lt;/b&gt; %1</translation>
    </message>
    <message>
        <source>To be completed later: %1</source>
        <translation>À compléter plus tard&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Non enregistré. %1</translation>
    </message>
    <message>
        <source>A colleague changed this event meanwhile: nothing of yours is saved yet.</source>
        <translation>Un collègue a modifié cet événement entre-temps&#xa0;: rien de votre saisie n’est encore enregistré.</translation>
    </message>
    <message>
        <source>Cancel this event</source>
        <translation>Annuler cet événement</translation>
    </message>
    <message>
        <source>Why is it cancelled?</source>
        <translation>Pourquoi est-il annulé&#x202f;?</translation>
    </message>
    <message>
        <source>Not saved: there is no connection. What you typed stays here; connect again, then save.</source>
        <translation>Non enregistré&#xa0;: il n’y a pas de connexion. Ce que vous avez tapé reste ici&#x202f;; reconnectez-vous, puis enregistrez.</translation>
    </message>
    <message>
        <source>A crash would lose this entry: &lt;a href=&apos;unlock&apos;&gt;give QGIS&apos;s master password&lt;/a&gt; to keep encrypted drafts.</source>
        <translation>Un plantage ferait perdre cette saisie&#xa0;: &lt;a href=&apos;unlock&apos;&gt;donnez le mot de passe principal de QGIS&lt;/a&gt; pour garder des brouillons chiffrés.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Duplicate for the year to come</source>
        <translation>Dupliquer pour l’année à venir</translation>
    </message>
    <message>
        <source>Its history…</source>
        <translation>Historique…</translation>
    </message>
    <message>
        <source>Cancel this event…</source>
        <translation>Annuler cet événement…</translation>
    </message>
    <message>
        <source>Entered by %1: you may read it, not change it.</source>
        <translation>Saisi par «&#xa0;%1&#xa0;»&#xa0;: vous pouvez le lire, non le modifier.</translation>
    </message>
    <message>
        <source>Cortège</source>
        <translation>Cortège</translation>
    </message>
    <message>
        <source>What you typed is not saved.</source>
        <translation>Votre saisie n’est pas enregistrée.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Abandonner la saisie</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>Continuer la saisie</translation>
    </message>
    <message>
        <source>Back to the agenda (Esc)</source>
        <translation>Retour à l’agenda (Échap)</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::EventMap</name>
    <message>
        <source>Point on the map</source>
        <translation>Point sur la carte</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::Exports</name>
    <message>
        <source>Register of exports</source>
        <translation>Registre des exports</translation>
    </message>
    <message>
        <source>The export of %1 is not on the register: %2 Declare it with `cortege export declare`.</source>
        <translation>L’export de %1 n’est pas au registre&#xa0;: %2 Déclarez-le par «&#xa0;cortege export declare&#xa0;».</translation>
    </message>
    <message>
        <source>you are not connected to Cortège.</source>
        <translation>vous n’êtes pas connecté à Cortège.</translation>
    </message>
    <message>
        <source>%1 is export number %2, for “%3”, held by you.</source>
        <translation>%1&#xa0;: export n°&#xa0;%2, pour «&#xa0;%3&#xa0;», détenu par vous.</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::FootprintPanel</name>
    <message>
        <source>very dense crowd</source>
        <translation>foule très dense</translation>
    </message>
    <message>
        <source>dense crowd</source>
        <translation>foule dense</translation>
    </message>
    <message>
        <source>loose crowd</source>
        <translation>foule clairsemée</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Cercle</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Dessiner</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>A circle about the address that holds the persons at this density</source>
        <translation>Un cercle autour de l’adresse qui contient ces personnes à cette densité</translation>
    </message>
    <message>
        <source>loose (1 p/m²)</source>
        <translation>clairsemée (1 p/m²)</translation>
    </message>
    <message>
        <source>dense (2.4 p/m²)</source>
        <translation>dense (2,4 p/m²)</translation>
    </message>
    <message>
        <source>very dense (4 p/m²)</source>
        <translation>très dense (4 p/m²)</translation>
    </message>
    <message>
        <source>Density of the circle</source>
        <translation>Densité du cercle</translation>
    </message>
    <message>
        <source>Draw the ground on the map; with a placed address and a count, a circle can be made.</source>
        <translation>Dessinez l’emprise sur la carte&#x202f;; avec une adresse placée et un nombre, un cercle peut être tracé.</translation>
    </message>
    <message>
        <source>Click its corners on the map; right click or Enter to end</source>
        <translation>Cliquez ses sommets sur la carte&#x202f;; clic droit ou Entrée pour finir</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>The open ground that the streets enclose about the address</source>
        <translation>Le terrain que les rues enferment autour de l’adresse</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Rue</translation>
    </message>
    <message>
        <source>A street section with its width: click its two ends on the map</source>
        <translation>Une section de rue avec sa largeur&#xa0;: cliquez ses deux bouts sur la carte</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>No open ground is enclosed by streets there: draw it, or take a circle.</source>
        <translation>Aucun terrain n’est enfermé par des rues à cet endroit&#xa0;: dessinez-le, ou prenez un cercle.</translation>
    </message>
    <message>
        <source>No street joins these two places: draw the ground.</source>
        <translation>Aucune rue ne joint ces deux points&#xa0;: dessinez l’emprise.</translation>
    </message>
    <message>
        <source>Draw the ground on the map, or begin from a square, a street or a circle for the persons.</source>
        <translation>Dessinez l’emprise sur la carte, ou partez d’une place, d’une rue ou d’un cercle pour les personnes.</translation>
    </message>
    <message>
        <source>No ground is drawn.</source>
        <translation>Aucune emprise n’est dessinée.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 m²&lt;/b&gt;, room for about %2 persons</source>
        <translation>&lt;b&gt;%1 m²&lt;/b&gt;, de la place pour environ %2 personnes</translation>
    </message>
    <message>
        <source>; %1 persons make %2 p/m²: %3</source>
        <translation>&#x202f;; %1 personnes font %2&#xa0;p/&#x2060;m²&#xa0;: %3</translation>
    </message>
    <message>
        <source>dangerous: people can be crushed; check the count or widen the ground</source>
        <translation>dangereux&#xa0;: risque d’écrasement&#x202f;; vérifiez le nombre ou agrandissez l’emprise</translation>
    </message>
    <message>
        <source>implausible: more than four persons on a square metre</source>
        <translation>peu vraisemblable&#xa0;: plus de quatre personnes par mètre carré</translation>
    </message>
    <message>
        <source>The stored ground crosses itself: its area is not known.</source>
        <translation>L’emprise enregistrée se recoupe&#xa0;: sa surface n’est pas connue.</translation>
    </message>
    <message>
        <source>This ground crosses itself: erase it, then draw it again.</source>
        <translation>Cette emprise se recoupe&#xa0;: effacez-la, puis redessinez-la.</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::GeocodingAlgorithm</name>
    <message>
        <source>Geocode addresses</source>
        <translation>Géocoder des adresses</translation>
    </message>
    <message>
        <source>Gives each row of a table the place of its address, in Lambert-93: numbers, streets, places and crossings of the city&apos;s base, tolerant to spelling and abbreviations.

genre: what was found. exactitude: numero (the very number), interpole (between two known numbers), proche (the nearest known number), voie, lieu or croisement. Rows without an answer keep no place. A connection to Cortège must be open.</source>
        <translation>Donne à chaque ligne d’une table la place de son adresse, en Lambert-93&#xa0;: numéros, voies, lieux et croisements de la base de la ville, malgré les fautes et les abréviations.

genre&#xa0;: ce qui a été trouvé. exactitude&#xa0;: numero (le numéro même), interpole (entre deux numéros connus), proche (le numéro connu le plus proche), voie, lieu ou croisement. Une ligne sans réponse reste sans place. Une connexion à Cortège doit être ouverte.</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::HistoryDialog</name>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>History of the event</source>
        <translation>Historique de l’événement</translation>
    </message>
    <message>
        <source>When and who, field</source>
        <translation>Date et auteur, champ</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>saisi</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>supprimé</translation>
    </message>
    <message>
        <source>Nothing is kept of this event for your service.</source>
        <translation>Rien n’est gardé de cet événement pour votre service.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>%1, drawn differently</source>
        <translation>%1, dessin changé</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::HotSpotsAlgorithm</name>
    <message>
        <source>Hot spots</source>
        <translation>Points chauds</translation>
    </message>
    <message>
        <source>Cells where facts gather more, or less, than chance would have it: Gi* of Ord and Getis (1995) on square cells, kept under a false discovery rate (Benjamini and Hochberg 1995). Class 3, 2, 1: hot at 99, 95, 90 %; negative: cold. Cells that are neither are left out.

Distance: cells whose centres are no farther are neighbours. The study is the facts&apos; extent.</source>
        <translation>Cellules où les faits se concentrent plus, ou moins, que le hasard ne le voudrait&#xa0;: Gi* d’Ord et Getis (1995) sur des cellules carrées, retenues sous un taux de fausses découvertes (Benjamini et Hochberg 1995). Classe 3, 2, 1&#xa0;: chaud à 99, 95, 90 %&#x202f;; négative&#xa0;: froid. Les cellules qui ne sont ni l’un ni l’autre sont omises.

Distance&#xa0;: sont voisines les cellules dont les centres ne sont pas plus loin. L’étude couvre l’emprise des faits.</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Faits</translation>
    </message>
    <message>
        <source>Field of masses (1 each when empty)</source>
        <translation>Champ des masses (1 chacune si vide)</translation>
    </message>
    <message>
        <source>Side of the cells (metres)</source>
        <translation>Côté des cellules (mètres)</translation>
    </message>
    <message>
        <source>Neighbours within (metres)</source>
        <translation>Voisines à moins de (mètres)</translation>
    </message>
    <message>
        <source>The layer holds no point: there are no hot spots to look for.</source>
        <translation>La couche ne contient aucun point&#xa0;: il n’y a pas de point chaud à chercher.</translation>
    </message>
    <message>
        <source>Hot, 99 %</source>
        <translation>Chaud, 99 %</translation>
    </message>
    <message>
        <source>Hot, 95 %</source>
        <translation>Chaud, 95 %</translation>
    </message>
    <message>
        <source>Hot, 90 %</source>
        <translation>Chaud, 90 %</translation>
    </message>
    <message>
        <source>Cold, 90 %</source>
        <translation>Froid, 90 %</translation>
    </message>
    <message>
        <source>Cold, 95 %</source>
        <translation>Froid, 95 %</translation>
    </message>
    <message>
        <source>Cold, 99 %</source>
        <translation>Froid, 99 %</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::MarchAssumptions</name>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source> km/h</source>
        <translation> km/h</translation>
    </message>
    <message>
        <source>Width of the street</source>
        <translation>Largeur de la rue</translation>
    </message>
    <message>
        <source> m wide</source>
        <translation> m de large</translation>
    </message>
    <message>
        <source>Density of the column</source>
        <translation>Densité de la colonne</translation>
    </message>
    <message>
        <source> p/m²</source>
        <translation> p/m²</translation>
    </message>
    <message>
        <source>Allow steps</source>
        <translation>Escaliers permis</translation>
    </message>
    <message>
        <source>usual density</source>
        <translation>densité usuelle</translation>
    </message>
    <message>
        <source>At %L1 p/m² nobody moves: take fewer.</source>
        <translation>À %L1 p/m² personne n’avance&#xa0;: prenez moins.</translation>
    </message>
    <message>
        <source>%L1 p/m² at %L2 km/h cannot be: so dense, a crowd walks at %L3 km/h at most.</source>
        <translation>%L1 p/m² à %L2 km/h est impossible&#xa0;: si dense, une foule marche à %L3 km/h au plus.</translation>
    </message>
    <message>
        <source>Nobody marches at %L1 km/h: marches walk at 2 to 4 km/h.</source>
        <translation>Personne ne défile à %L1 km/h&#xa0;: un cortège avance de 2 à 4 km/h.</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::Locator</name>
    <message>
        <source>Cortège: addresses, streets, crossings</source>
        <translation>Cortège&#xa0;: adresses, rues, croisements</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::MarchPanel</name>
    <message>
        <source>Type the departure and the arrival, or click them on the map: the way follows the streets.</source>
        <translation>Saisissez le départ et l’arrivée, ou cliquez-les sur la carte&#xa0;: le tracé suit les rues.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt;, walked in %2</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;, parcourus en %2</translation>
    </message>
    <message>
        <source>; a column of %1 (%L2 p/m²) that takes %3 to pass; the way is free at &lt;b&gt;%4&lt;/b&gt;</source>
        <translation>&#x202f;; une colonne de %1 (%L2&#xa0;p/&#x2060;m²) qui met %3 à passer&#x202f;; la voie est libre à &lt;b&gt;%4&lt;/b&gt;</translation>
    </message>
    <message>
        <source>; give the number of persons to know how long the column is</source>
        <translation>&#x202f;; donnez le nombre de personnes pour connaître la longueur de la colonne</translation>
    </message>
    <message>
        <source>The stored way has no length: it cannot be shown.</source>
        <translation>Le tracé enregistré n’a pas de longueur&#xa0;: il ne peut pas être montré.</translation>
    </message>
    <message>
        <source>The stored way has no length. It is found again from the addresses: look at it, then save.</source>
        <translation>Le tracé enregistré n’a pas de longueur. Il est retracé d’après les adresses&#xa0;: vérifiez-le, puis enregistrez.</translation>
    </message>
    <message>
        <source>The stored way has no length.</source>
        <translation>Le tracé enregistré n’a pas de longueur.</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::Plugin</name>
    <message>
        <source>Planning public space: events, addresses, routes</source>
        <translation>L’espace public planifié&#xa0;: événements, adresses, itinéraires</translation>
    </message>
    <message>
        <source>Vector</source>
        <translation>Vecteur</translation>
    </message>
    <message>
        <source>Cortège</source>
        <translation>Cortège</translation>
    </message>
    <message>
        <source>These layers could not be opened: %1</source>
        <translation>Ces couches n’ont pas pu être ouvertes&#xa0;: %1</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>Se &amp;connecter…</translation>
    </message>
    <message>
        <source>New &amp;march</source>
        <translation>Saisir une manifestation &amp;déambulatoire</translation>
    </message>
    <message>
        <source>New &amp;gathering</source>
        <translation>Saisir une manifestation &amp;statique</translation>
    </message>
    <message>
        <source>New programmed &amp;operation</source>
        <translation>Saisir une &amp;opération programmée</translation>
    </message>
    <message>
        <source>New official &amp;visit</source>
        <translation>Saisir une &amp;visite officielle</translation>
    </message>
    <message>
        <source>&amp;Load the Cortège layers</source>
        <translation>Charger les couc&amp;hes de Cortège</translation>
    </message>
    <message>
        <source>Live &amp;tension</source>
        <translation>&amp;Tension vivante</translation>
    </message>
    <message>
        <source>&amp;Agenda of Cortège</source>
        <translation>&amp;Agenda de Cortège</translation>
    </message>
    <message>
        <source>Cortè&amp;ge</source>
        <translation>Cortè&amp;ge</translation>
    </message>
    <message>
        <source>%1 of %2 layers. %3 “%4” opens the rest.</source>
        <translation>%1 couches sur %2. %3 «&#xa0;%4&#xa0;» ouvrira le reste.</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::PresenceAlgorithm</name>
    <message>
        <source>Presence of marches</source>
        <translation>Présence des cortèges</translation>
    </message>
    <message>
        <source>Where the people of marches are, over a window of time: person-hours per hectare, so that the sum of the cells times their area is the person-hours spent in the window. Who walks fills the street&apos;s width along the stretch taken; who waits stands about the departure.

Speed and width are assumptions; density follows from the speed (Weidmann 1993). Marches without a count or a start are refused.</source>
        <translation>Où sont les gens des cortèges, sur une fenêtre de temps&#xa0;: personnes·heures par hectare, si bien que la somme des cellules multipliée par leur aire est le temps passé par tous dans la fenêtre. Qui marche emplit la largeur de la rue sur le tronçon occupé&#x202f;; qui attend se tient autour du départ.

Vitesse et largeur sont des hypothèses&#x202f;; la densité découle de la vitesse (Weidmann 1993). Les cortèges sans effectif ou sans début sont refusés.</translation>
    </message>
    <message>
        <source>Marches</source>
        <translation>Cortèges</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Effectif</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Attendu</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>Déclaré</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Speed (km/h)</source>
        <translation>Vitesse (km/h)</translation>
    </message>
    <message>
        <source>Width of the streets (metres)</source>
        <translation>Largeur des rues (mètres)</translation>
    </message>
    <message>
        <source>Side of the cells (metres)</source>
        <translation>Côté des cellules (mètres)</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>Présence</translation>
    </message>
    <message>
        <source>The window ends before it starts: exchange its two dates.</source>
        <translation>La période finit avant de commencer&#xa0;: échangez ses deux dates.</translation>
    </message>
    <message>
        <source>The layer holds no march: there is no presence to compute.</source>
        <translation>La couche ne contient aucun cortège&#xa0;: il n’y a pas de présence à calculer.</translation>
    </message>
    <message>
        <source>Presence of marches (person-hours/ha)</source>
        <translation>Présence des cortèges (personnes·heures/ha)</translation>
    </message>
    <message>
        <source>March %1 has no such count: fill it, or choose the other one.</source>
        <translation>Le cortège %1 n’a pas cet effectif&#xa0;: remplissez-le, ou choisissez l’autre.</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::ProjectLoader</name>
    <message>
        <source>Cortège: opening the layers</source>
        <translation>Cortège&#xa0;: ouverture des couches</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::RouteTool</name>
    <message>
        <source>Point on the map</source>
        <translation>Point sur la carte</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::Screening</name>
    <message>
        <source>“%1”: %2.</source>
        <translation>«&#xa0;%1&#xa0;»&#xa0;: %2.</translation>
    </message>
    <message>
        <source>&lt;a href=&apos;confirm&apos;&gt;This is nobody&apos;s name: keep it&lt;/a&gt;</source>
        <translation>&lt;a href=&apos;confirm&apos;&gt;Ce n’est le nom de personne&#xa0;: le garder&lt;/a&gt;</translation>
    </message>
    <message>
        <source>Confirmed: this is nobody&apos;s name.</source>
        <translation>Confirmé&#xa0;: ce n’est le nom de personne.</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::StreetList</name>
    <message>
        <source>Street</source>
        <translation>Rue</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Longueur</translation>
    </message>
    <message>
        <source>Save the streets (CSV)…</source>
        <translation>Enregistrer la liste des rues (CSV)…</translation>
    </message>
    <message>
        <source>order;street;from (m);length (m)</source>
        <translation>ordre;rue;début (m);longueur (m)</translation>
    </message>
    <message>
        <source>Save the streets</source>
        <translation>Enregistrer la liste des rues</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>Tableau CSV (*.csv)</translation>
    </message>
    <message>
        <source>The streets could not be saved in %1: %2</source>
        <translation>La liste des rues n’a pas pu être enregistrée dans %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::TensionAlgorithm</name>
    <message>
        <source>Tension</source>
        <translation>Tension</translation>
    </message>
    <message>
        <source>Weighted persons per hectare over a window of time, after a model file: which events count, with what weight, reach and decay in time. Only kind, times, counts, category and place are read; never the organiser&apos;s status nor any text.

The layer has the columns of the platform&apos;s views (genre, debut, fin, personnes_attendues…). The result of a model that is not approved is marked “exploratoire” in its name and its metadata.</source>
        <translation>Personnes pondérées par hectare sur une fenêtre de temps, d’après un fichier de modèle&#xa0;: quels événements comptent, avec quel poids, quelle portée et quelle décroissance. Ne sont lus que le genre, les dates, les effectifs, la catégorie et le lieu&#x202f;; jamais le statut de l’organisateur ni aucun texte.

La couche a les colonnes des vues de la plateforme (genre, debut, fin, personnes_attendues…). Le résultat d’un modèle qui n’est pas approuvé est marqué «&#xa0;exploratoire&#xa0;» dans son nom et ses métadonnées.</translation>
    </message>
    <message>
        <source>Events and facts</source>
        <translation>Événements et faits</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>The window ends before it starts: exchange its two dates.</source>
        <translation>La période finit avant de commencer&#xa0;: échangez ses deux dates.</translation>
    </message>
    <message>
        <source>No event of the layer acts on this window: there is no tension to show.</source>
        <translation>Aucun événement de la couche n’agit sur cette fenêtre&#xa0;: il n’y a pas de tension à montrer.</translation>
    </message>
    <message>
        <source>This model is not approved: its result is exploratory and decides nothing.</source>
        <translation>Ce modèle n’est pas approuvé&#xa0;: son résultat est exploratoire et ne décide de rien.</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::TensionPanel</name>
    <message>
        <source>Live tension</source>
        <translation>Tension vivante</translation>
    </message>
    <message>
        <source>As the model says</source>
        <translation>Comme le modèle</translation>
    </message>
    <message>
        <source>Animate</source>
        <translation>Animer</translation>
    </message>
    <message>
        <source>Save as a layer…</source>
        <translation>Enregistrer comme couche…</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Montrer sur la carte</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Cortège</source>
        <translation>Cortège</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1, modifiée</translation>
    </message>
    <message>
        <source>%1 (exploratory)</source>
        <translation>%1 (exploratoire)</translation>
    </message>
    <message>
        <source>Approved model</source>
        <translation>Modèle approuvé</translation>
    </message>
    <message>
        <source>Exploratory: decides nothing</source>
        <translation>Exploratoire&#xa0;: ne décide de rien</translation>
    </message>
    <message>
        <source>Digest of the model: %1</source>
        <translation>Empreinte du modèle&#xa0;: %1</translation>
    </message>
    <message>
        <source>Connect to Cortège as a person who reads the platform.</source>
        <translation>Connectez-vous à Cortège comme une personne qui lit la plateforme.</translation>
    </message>
    <message>
        <source>The window ends before it starts: exchange its two dates.</source>
        <translation>La période finit avant de commencer&#xa0;: échangez ses deux dates.</translation>
    </message>
    <message>
        <source>Save the tension of the map&apos;s extent</source>
        <translation>Enregistrer la tension de l’emprise de la carte</translation>
    </message>
    <message>
        <source>GeoTIFF (*.tif)</source>
        <translation>GeoTIFF (*.tif)</translation>
    </message>
    <message>
        <source>The tension is saved in %1.</source>
        <translation>La tension est enregistrée dans %1.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;De</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;À</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 jours</translation>
    </message>
    <message>
        <source>14 days</source>
        <translation>14 jours</translation>
    </message>
    <message>
        <source>The layer follows what is changed here, and the map&apos;s time when the temporal controller runs.</source>
        <translation>La couche suit ce qui change ici, et l’heure de la carte quand le contrôleur temporel est en marche.</translation>
    </message>
    <message>
        <source>Time of each picture</source>
        <translation>Durée de chaque image</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 jour</translation>
    </message>
    <message>
        <source>in steps of</source>
        <translation>par pas de</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::TensionSources</name>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Portée</translation>
    </message>
    <message>
        <source>What does not count weighs nothing.</source>
        <translation>Ce qui ne compte pas ne pèse rien.</translation>
    </message>
    <message>
        <source>Weight of: %1</source>
        <translation>Poids de&#xa0;: %1</translation>
    </message>
    <message>
        <source>Reach of: %1</source>
        <translation>Portée de&#xa0;: %1</translation>
    </message>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::TimeFields</name>
    <message>
        <source>Start</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>to be completed</source>
        <translation>à compléter</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>2 h 30</source>
        <translation>2 h 30</translation>
    </message>
    <message>
        <source>How long it lasts: 2h30, 90 min, 3 d. The end follows.</source>
        <translation>Combien de temps&#xa0;: 2h30, 90 min, 3 j. La fin suit.</translation>
    </message>
    <message>
        <source>or lasting</source>
        <translation>ou durée</translation>
    </message>
    <message>
        <source>Start *</source>
        <translation>Début *</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The end is before the start.</source>
        <translation>La fin est avant le début.</translation>
    </message>
    <message>
        <source>This duration is not understood: type 2h30, 90 min or 3 d.</source>
        <translation>Cette durée n’est pas comprise&#xa0;: tapez 2h30, 90 min ou 3 j.</translation>
    </message>
    <message>
        <source>This start is in the past.</source>
        <translation>Ce début est passé.</translation>
    </message>
    <message>
        <source>This start is in more than two years.</source>
        <translation>Ce début est dans plus de deux ans.</translation>
    </message>
    <message numerus="yes">
        <source>It lasts %n day(s): is that meant?</source>
        <translation>
            <numerusform>Il dure %n jour&#xa0;: est-ce voulu&#x202f;?</numerusform>
            <numerusform>Il dure %n jours&#xa0;: est-ce voulu&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>The clocks change in between: the duration counts real hours.</source>
        <translation>L’heure change entre-temps&#xa0;: la durée compte les heures réelles.</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::Timeline</name>
    <message>
        <source>Events of the next thirty days</source>
        <translation>Événements des trente jours</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n event(s)</source>
        <translation>
            <numerusform>%1&#xa0;: %n événement</numerusform>
            <numerusform>%1&#xa0;: %Ln événements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cortege::plugin::Timetable</name>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Tête</translation>
    </message>
    <message>
        <source>Free again</source>
        <translation>Libre à</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::UndrawnLayers</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 et %n autre</numerusform>
            <numerusform>%1 et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Cortège</source>
        <translation>Cortège</translation>
    </message>
    <message>
        <source>The map is incomplete, the server did not give: %1. Move it to draw it again; the message log says why.</source>
        <translation>La carte est incomplète, le serveur n’a pas donné&#xa0;: %1. Déplacez-la pour la redessiner&#x202f;; le journal des messages dit pourquoi.</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::WarningsList</name>
    <message>
        <source>at the same time %L1 m away, %2</source>
        <translation>au même moment à %L1 m, %2</translation>
    </message>
    <message>
        <source>less than half an hour apart, %L1 m away, %2</source>
        <translation>à moins d’une demi-heure, à %L1 m, %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more event(s) that clash</source>
        <translation>
            <numerusform>et %n autre événement en conflit</numerusform>
            <numerusform>et %n autres événements en conflit</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2, %L3 m)</source>
        <translation>%1 (%2, %L3 m)</translation>
    </message>
    <message>
        <source>Sensitive sites near: %1</source>
        <translation>Sites sensibles proches&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::ZonesAlgorithm</name>
    <message>
        <source>Zones of a raster</source>
        <translation>Zones d’un raster</translation>
    </message>
    <message>
        <source>Ground at or above thresholds, as polygons that share their boundaries vertex by vertex. Thresholds are numbers in the raster&apos;s unit, separated by spaces; when empty, natural breaks (Jenks) of its positive cells.

Zones smaller than the least area are merged into the ground around them.</source>
        <translation>Le terrain qui atteint des seuils, en polygones qui partagent leurs limites sommet par sommet. Les seuils sont des nombres dans l’unité du raster, séparés par des espaces&#x202f;; sans eux, les ruptures naturelles (Jenks) de ses cellules positives.

Les zones plus petites que l’aire minimale se fondent dans le terrain qui les entoure.</translation>
    </message>
    <message>
        <source>Raster</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Seuils</translation>
    </message>
    <message>
        <source>Levels when no threshold is given</source>
        <translation>Niveaux si aucun seuil n’est donné</translation>
    </message>
    <message>
        <source>Least area (m²)</source>
        <translation>Aire minimale (m²)</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Zones</translation>
    </message>
    <message>
        <source>“%1” is not a number: give thresholds such as 10 50 200.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un nombre&#xa0;: donnez des seuils comme 10 50 200.</translation>
    </message>
    <message>
        <source>No cell of the raster is positive: there is no zone to draw.</source>
        <translation>Aucune cellule du raster n’est positive&#xa0;: il n’y a pas de zone à tracer.</translation>
    </message>
    <message>
        <source>Zones of %1</source>
        <translation>Zones de %1</translation>
    </message>
    <message>
        <source>%L1 and more</source>
        <translation>%L1 et plus</translation>
    </message>
    <message>
        <source>This raster&apos;s model is not approved: its zones are exploratory and decide nothing.</source>
        <translation>Le modèle de ce raster n’est pas approuvé : ses zones sont exploratoires et ne décident de rien.</translation>
    </message>
</context>
</TS>
