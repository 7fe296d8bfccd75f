<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>Explain</name>
    <message>
        <source>The login or the password is wrong: type them again, or ask your administrator for a new password.</source>
        <translation>L’identifiant ou le mot de passe est faux : ressaisissez-les, ou demandez un nouveau mot de passe à votre administrateur.</translation>
    </message>
    <message>
        <source>The server asks for a password: choose an authentication configuration that holds it.</source>
        <translation>Le serveur demande un mot de passe : choisissez une configuration d’authentification qui le contient.</translation>
    </message>
    <message>
        <source>This server name is unknown: check its spelling and the network.</source>
        <translation>Ce nom de serveur est inconnu : vérifiez son orthographe et le réseau.</translation>
    </message>
    <message>
        <source>Nothing answers at this address: check host and port, or ask whether the server is running.</source>
        <translation>Rien ne répond à cette adresse : vérifiez serveur et port, ou demandez si le serveur est en marche.</translation>
    </message>
    <message>
        <source>No server runs on this machine: give the host of the Cortège server.</source>
        <translation>Aucun serveur ne tourne sur cet ordinateur : donnez l’adresse du serveur Cortège.</translation>
    </message>
    <message>
        <source>The server does not answer: check the network, then try again.</source>
        <translation>Le serveur ne répond pas : vérifiez le réseau, puis réessayez.</translation>
    </message>
    <message>
        <source>The server's certificate is not trusted: ask your administrator for the authority's certificate; nothing was sent.</source>
        <translation>Le certificat du serveur n’est pas reconnu : demandez à votre administrateur le certificat de l’autorité ; rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>This service is not defined on this computer: check its name in pg_service.conf.</source>
        <translation>Ce service n’est pas défini sur cet ordinateur : vérifiez son nom dans pg_service.conf.</translation>
    </message>
    <message>
        <source>The server refuses this login from this computer: ask your administrator.</source>
        <translation>Le serveur refuse cet identifiant depuis cet ordinateur : adressez-vous à votre administrateur.</translation>
    </message>
    <message>
        <source>This account is closed: ask who manages the habilitations.</source>
        <translation>Ce compte est fermé : adressez-vous à qui gère les habilitations.</translation>
    </message>
    <message>
        <source>This login or this database does not exist on the server: check both names.</source>
        <translation>Cet identifiant ou cette base n’existe pas sur le serveur : vérifiez les deux noms.</translation>
    </message>
    <message>
        <source>The connection to the server was lost: what you typed is still here; try again.</source>
        <translation>La connexion au serveur est perdue : votre saisie est toujours là ; réessayez.</translation>
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
</context>
<context>
    <name>QObject</name>
    <message>
        <source>“%1”: %2</source>
        <translation>« %1 » : %2</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>This event is no longer there, or no longer yours to see: refresh the agenda.</source>
        <translation>Cet événement n’est plus là, ou vous ne pouvez plus le voir : rafraîchissez l’agenda.</translation>
    </message>
    <message>
        <source>This event belongs to another service: you may read it, not change it.</source>
        <translation>Cet événement est d’un autre service : vous pouvez le lire, non le modifier.</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::AddressEdit</name>
    <message>
        <source>Number and street, place, or “street / street”</source>
        <translation>Numéro et rue, lieu, ou « rue / rue »</translation>
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
        <translation>Cette adresse n’est pas encore placée : choisissez une proposition, ou montrez-la sur la carte.</translation>
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
        <source>Show on the map</source>
        <translation>Montrer sur la carte</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Remove this address</source>
        <translation>Retirer cette adresse</translation>
    </message>
    <message>
        <source>Straight to the next point, where there is no street</source>
        <translation>Tout droit jusqu’au point suivant, là où il n’y a pas de rue</translation>
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
</context>
<context>
    <name>cortege::plugin::AgendaPage</name>
    <message>
        <source>In the map</source>
        <translation>Dans la carte</translation>
    </message>
    <message>
        <source>Cancelled too</source>
        <translation>Annulés aussi</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Tous les genres</translation>
    </message>
    <message>
        <source>Subject, place or service</source>
        <translation>Objet, lieu ou service</translation>
    </message>
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
        <translation><numerusform>%n événement</numerusform><numerusform>%n événements</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n event(s)</source>
        <translation><numerusform>%1 sur %n événement</numerusform><numerusform>%1 sur %n événements</numerusform></translation>
    </message>
</context>
<context>
    <name>cortege::plugin::ConflictDialog</name>
    <message>
        <source>line of %L1 m</source>
        <translation>tracé de %L1 m</translation>
    </message>
    <message>
        <source>ground of %L1 m²</source>
        <translation>emprise de %L1 m²</translation>
    </message>
    <message>
        <source>points</source>
        <translation>points</translation>
    </message>
    <message>
        <source>A colleague changed this event</source>
        <translation>Un collègue a modifié cet événement</translation>
    </message>
    <message>
        <source>Somebody saved this event while you were changing it. Tick what to keep, field by field; nothing is saved until you decide.</source>
        <translation>Quelqu’un a enregistré cet événement pendant que vous le modifiiez. Cochez ce qu’il faut garder, champ par champ ; rien n’est enregistré avant votre choix.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Le vôtre</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Le sien</translation>
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
        <source>Organiser's status</source>
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
        <source>name in pg_service.conf, if your administrator gave one</source>
        <translation>nom dans pg_service.conf, si votre administrateur en a donné un</translation>
    </message>
    <message>
        <source>empty if the authentication configuration says it</source>
        <translation>vide si la configuration d’authentification le donne</translation>
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
        <source>Password or certificate</source>
        <translation>Mot de passe ou certificat</translation>
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
        <translation>Connexion réussie : %1, mais sans habilitation. Demandez-la à votre responsable.</translation>
    </message>
    <message>
        <source>Connected as %1, but the convention is not in force: no event can be read or entered.</source>
        <translation>Connexion réussie : %1, mais la convention n’est pas en vigueur : aucun événement ne peut être lu ni saisi.</translation>
    </message>
    <message>
        <source>Connected as %1 (%2, %3). All is well.</source>
        <translation>Connexion réussie : %1 (%2, %3). Tout va bien.</translation>
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
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>You have no active habilitation: events cannot be shown. Ask your manager for one.</source>
        <translation>Vous n’avez pas d’habilitation en cours : les événements ne peuvent pas être affichés. Demandez-la à votre responsable.</translation>
    </message>
    <message>
        <source>The convention between the city and the Préfecture is not in force: transmitted events cannot be shown.</source>
        <translation>La convention entre la Ville et la Préfecture n’est pas en vigueur : les événements transmis ne peuvent pas être affichés.</translation>
    </message>
    <message>
        <source>“%1” is saved and on the platform.</source>
        <translation>« %1 » est enregistré et transmis à la plateforme.</translation>
    </message>
    <message>
        <source>What you typed is not saved. Leave it?</source>
        <translation>Votre saisie n’est pas enregistrée. L’abandonner ?</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::EventForm</name>
    <message>
        <source>Subject *</source>
        <translation>Objet *</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
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
        <source>Local time (%1)</source>
        <translation>Heure locale (%1)</translation>
    </message>
    <message>
        <source>Empty: the end is not known yet. Local time (%1)</source>
        <translation>Vide : la fin n’est pas encore connue. Heure locale (%1)</translation>
    </message>
    <message>
        <source>Start *</source>
        <translation>Début *</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
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
        <source>%1 expected</source>
        <translation>%1 : nombre attendu</translation>
    </message>
    <message>
        <source>%1 declared</source>
        <translation>%1 : nombre déclaré</translation>
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
        <source>Persons</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Cars</source>
        <translation>Voitures</translation>
    </message>
    <message>
        <source>Organiser's status</source>
        <translation>Statut de l’organisateur</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Emprise</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>n° %1</translation>
    </message>
    <message>
        <source>(new)</source>
        <translation>(nouveau)</translation>
    </message>
    <message>
        <source>Point on the map</source>
        <translation>Point sur la carte</translation>
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
        <source>the way</source>
        <translation>le tracé</translation>
    </message>
    <message>
        <source>the ground</source>
        <translation>l’emprise</translation>
    </message>
    <message>
        <source>&lt;b&gt;Still needed:&lt;/b&gt; %1</source>
        <translation>&lt;b&gt;Il manque :&lt;/b&gt; %1</translation>
    </message>
    <message>
        <source>To be completed later: %1</source>
        <translation>À compléter plus tard : %1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Non enregistré : %1</translation>
    </message>
    <message>
        <source>A colleague changed this event meanwhile: nothing of yours is saved yet.</source>
        <translation>Un collègue a modifié cet événement entre-temps : rien de votre saisie n’est encore enregistré.</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::FootprintPanel</name>
    <message>
        <source>&lt;span style='color:#b00000'&gt;dangerous: people can be crushed; check the count or widen the ground&lt;/span&gt;</source>
        <translation>&lt;span style='color:#b00000'&gt;dangereux : risque d’écrasement ; vérifiez le nombre ou agrandissez l’emprise&lt;/span&gt;</translation>
    </message>
    <message>
        <source>&lt;span style='color:#b04000'&gt;implausible: more than four persons on a square metre&lt;/span&gt;</source>
        <translation>&lt;span style='color:#b04000'&gt;peu vraisemblable : plus de quatre personnes par mètre carré&lt;/span&gt;</translation>
    </message>
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
        <source>Draw the ground on the map, or take a circle for the persons.</source>
        <translation>Dessinez l’emprise sur la carte, ou prenez un cercle pour ces personnes.</translation>
    </message>
    <message>
        <source>Draw the ground on the map; with a placed address and a count, a circle can be made.</source>
        <translation>Dessinez l’emprise sur la carte ; avec une adresse placée et un nombre, un cercle peut être tracé.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%L1 m²&lt;/b&gt;, room for about %L2 persons</source>
        <translation>&lt;b&gt;%L1 m²&lt;/b&gt;, de la place pour environ %L2 personnes</translation>
    </message>
    <message>
        <source>; %L1 persons make %L2 p/m²: %3</source>
        <translation> ; %L1 personnes font %L2 p/m² : %3</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::LocatorFilter</name>
    <message>
        <source>Addresses and places (Cortège)</source>
        <translation>Adresses et lieux (Cortège)</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::MarchPanel</name>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <source>Allow steps</source>
        <translation>Escaliers permis</translation>
    </message>
    <message>
        <source> km/h</source>
        <translation> km/h</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source> m wide</source>
        <translation> m de large</translation>
    </message>
    <message>
        <source>Width of the street</source>
        <translation>Largeur de la rue</translation>
    </message>
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
        <source>Type the departure and the arrival, or click them on the map: the way follows the streets.</source>
        <translation>Saisissez le départ et l’arrivée, ou cliquez-les sur la carte : le tracé suit les rues.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt;, walked in %2</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;, parcourus en %2</translation>
    </message>
    <message>
        <source>; a column of %1 (%L2 p/m²) that takes %3 to pass; the way is free at &lt;b&gt;%4&lt;/b&gt;</source>
        <translation> ; une colonne de %1 (%L2 p/m²) qui met %3 à passer ; la voie est libre à &lt;b&gt;%4&lt;/b&gt;</translation>
    </message>
    <message>
        <source>; give the number of persons to know how long the column is</source>
        <translation> ; donnez le nombre de personnes pour connaître la longueur de la colonne</translation>
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
        <translation>La liste des rues n’a pas pu être enregistrée dans %1 : %2</translation>
    </message>
</context>
<context>
    <name>cortege::plugin::Plugin</name>
    <message>
        <source>Planning public space: events, addresses, routes</source>
        <translation>L’espace public planifié : événements, adresses, itinéraires</translation>
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
        <source>Connect…</source>
        <translation>Se connecter…</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Saisir : %1</translation>
    </message>
    <message>
        <source>Load the Cortège layers</source>
        <translation>Charger les couches de Cortège</translation>
    </message>
    <message>
        <source>These layers could not be opened: %1</source>
        <translation>Ces couches n’ont pas pu être ouvertes : %1</translation>
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
    <name>cortege::plugin::Timeline</name>
    <message>
        <source>Events of the next thirty days</source>
        <translation>Événements des trente jours</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n event(s)</source>
        <translation><numerusform>%1 : %n événement</numerusform><numerusform>%1 : %n événements</numerusform></translation>
    </message>
</context>
</TS>
