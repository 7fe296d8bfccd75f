<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>Cortege</name>
    <message>
        <source>The server does not answer: check the network, then try again.</source>
        <translation>Le serveur ne répond pas : vérifiez le réseau, puis réessayez.</translation>
    </message>
    <message>
        <source>about %1 rows</source>
        <translation>environ %1 lignes</translation>
    </message>
    <message>
        <source>%1 does not exist, or you may not read it. Ask for access or correct the layer's source.</source>
        <translation>%1 n'existe pas, ou vous ne pouvez pas la lire. Demandez l'accès ou corrigez la source de la couche.</translation>
    </message>
    <message>
        <source>The data source names no table. Choose one.</source>
        <translation>La source de données ne nomme aucune table. Choisissez-en une.</translation>
    </message>
    <message>
        <source>The table has no geometry column %1. Correct the layer's source.</source>
        <translation>La table n'a pas de colonne géométrique %1. Corrigez la source de la couche.</translation>
    </message>
    <message>
        <source>The column %1 holds no geometry. Correct the layer's source.</source>
        <translation>La colonne %1 ne contient pas de géométrie. Corrigez la source de la couche.</translation>
    </message>
    <message>
        <source>The key column %1 does not exist. Correct the layer's source.</source>
        <translation>La colonne clé %1 n'existe pas. Corrigez la source de la couche.</translation>
    </message>
    <message>
        <source>Connection to Cortège</source>
        <translation>Connexion à Cortège</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Service</source>
        <translation>&amp;Service</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Hôte</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Base de données</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Tester</translation>
    </message>
    <message>
        <source>Connected: %1 schemas can be read.</source>
        <translation>Connecté : %1 schémas sont lisibles.</translation>
    </message>
    <message>
        <source>Give the connection a name.</source>
        <translation>Donnez un nom à la connexion.</translation>
    </message>
    <message>
        <source>%1.%2 does not exist, or you may not read it.</source>
        <translation>%1.%2 n'existe pas, ou vous ne pouvez pas la lire.</translation>
    </message>
    <message>
        <source>The table's fields were changed: save them apart from rows.</source>
        <translation>Les champs de la table ont été modifiés : enregistrez-les séparément des lignes.</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(vide)</translation>
    </message>
    <message>
        <source>Autogenerate</source>
        <translation>Valeur automatique</translation>
    </message>
    <message>
        <source>Row %1 of %2</source>
        <translation>La ligne %1 de %2</translation>
    </message>
    <message>
        <source>New row « %1 » of %2</source>
        <translation>La nouvelle ligne « %1 » de %2</translation>
    </message>
    <message>
        <source>New row of %1</source>
        <translation>La nouvelle ligne de %1</translation>
    </message>
    <message>
        <source>%1 was deleted by someone else or is no longer yours to see; nothing was saved. Reload the layer.</source>
        <translation>%1 a été supprimée par quelqu'un d'autre ou ne vous est plus visible ; rien n'a été enregistré. Rechargez la couche.</translation>
    </message>
    <message>
        <source>%1 may not be changed by you: a rule of access protects it; nothing was saved.</source>
        <translation>%1 ne peut pas être modifiée par vous : une règle d'accès la protège ; rien n'a été enregistré.</translation>
    </message>
    <message>
        <source>%1 may not be deleted by you: a rule of access protects it; nothing was saved.</source>
        <translation>%1 ne peut pas être supprimée par vous : une règle d'accès la protège ; rien n'a été enregistré.</translation>
    </message>
    <message>
        <source>%1 was discarded by the database; nothing was saved.</source>
        <translation>%1 a été écartée par la base ; rien n'a été enregistré.</translation>
    </message>
    <message>
        <source>The layer has no field number %1; nothing was saved. Reload the layer.</source>
        <translation>La couche n'a pas de champ numéro %1 ; rien n'a été enregistré. Rechargez la couche.</translation>
    </message>
    <message>
        <source>%1 was changed by someone else since you opened it; nothing was saved.</source>
        <translation>%1 a été modifiée par quelqu'un d'autre depuis que vous l'avez ouverte ; rien n'a été enregistré.</translation>
    </message>
    <message>
        <source>%1: yours %2, in the database %3</source>
        <translation>%1 : le vôtre %2, dans la base %3</translation>
    </message>
    <message>
        <source>%1 was refused: you do not have the right, or a rule of access forbids it; nothing was saved. %2</source>
        <translation>%1 a été refusée : vous n'en avez pas le droit, ou une règle d'accès l'interdit ; rien n'a été enregistré. %2</translation>
    </message>
    <message>
        <source>%1 was refused by the database; nothing was saved. %2</source>
        <translation>%1 a été refusée par la base ; rien n'a été enregistré. %2</translation>
    </message>
    <message>
        <source>Whether you may change the current row.</source>
        <translation>Si vous pouvez modifier la ligne courante.</translation>
    </message>
    <message>
        <source>New Connection…</source>
        <translation>Nouvelle connexion…</translation>
    </message>
    <message>
        <source>Edit Connection…</source>
        <translation>Modifier la connexion…</translation>
    </message>
    <message>
        <source>Remove Connection</source>
        <translation>Supprimer la connexion</translation>
    </message>
    <message>
        <source>The connection to the database was lost: the map is no longer refreshed by itself. Trying again.</source>
        <translation>La connexion à la base est perdue : la carte ne se rafraîchit plus d'elle-même. Nouvel essai en cours.</translation>
    </message>
    <message>
        <source>The connection to the database is back.</source>
        <translation>La connexion à la base est rétablie.</translation>
    </message>
    <message>
        <source>Whole number (integer, 32 bits)</source>
        <translation>Nombre entier (integer, 32 bits)</translation>
    </message>
    <message>
        <source>Whole number (bigint, 64 bits)</source>
        <translation>Nombre entier (bigint, 64 bits)</translation>
    </message>
    <message>
        <source>Whole number (smallint, 16 bits)</source>
        <translation>Nombre entier (smallint, 16 bits)</translation>
    </message>
    <message>
        <source>Decimal number (numeric)</source>
        <translation>Nombre décimal (numeric)</translation>
    </message>
    <message>
        <source>Decimal number (double precision)</source>
        <translation>Nombre décimal (double precision)</translation>
    </message>
    <message>
        <source>Decimal number (real)</source>
        <translation>Nombre décimal (real)</translation>
    </message>
    <message>
        <source>Text, unlimited length (text)</source>
        <translation>Texte de longueur illimitée (text)</translation>
    </message>
    <message>
        <source>Text, limited length (varchar)</source>
        <translation>Texte de longueur limitée (varchar)</translation>
    </message>
    <message>
        <source>Identifier (uuid)</source>
        <translation>Identifiant (uuid)</translation>
    </message>
    <message>
        <source>Time range (tstzrange)</source>
        <translation>Période (tstzrange)</translation>
    </message>
    <message>
        <source>Boolean</source>
        <translation>Booléen</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Date and time with zone</source>
        <translation>Date et heure avec fuseau</translation>
    </message>
    <message>
        <source>Date and time without zone</source>
        <translation>Date et heure sans fuseau</translation>
    </message>
    <message>
        <source>Binary object (bytea)</source>
        <translation>Objet binaire (bytea)</translation>
    </message>
    <message>
        <source>Map (jsonb)</source>
        <translation>Dictionnaire (jsonb)</translation>
    </message>
    <message>
        <source>List of texts</source>
        <translation>Liste de textes</translation>
    </message>
    <message>
        <source>List of whole numbers</source>
        <translation>Liste de nombres entiers</translation>
    </message>
    <message>
        <source>The filter was refused: use simple comparisons on the layer's fields.</source>
        <translation>Le filtre a été refusé : utilisez des comparaisons simples sur les champs de la couche.</translation>
    </message>
    <message>
        <source>PostgreSQL WHERE clause</source>
        <translation>Clause WHERE de PostgreSQL</translation>
    </message>
    <message>
        <source>These layers are not all of one database and one login: save them one by one.</source>
        <translation>Ces couches ne sont pas toutes d'une même base et d'un même compte : enregistrez-les une par une.</translation>
    </message>
    <message>
        <source>Changed by someone else</source>
        <translation>Modifiée par quelqu'un d'autre</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Garder ma version</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Prendre la version de la base</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Continuer la saisie</translation>
    </message>
    <message>
        <source>The request names no person: it is refused. The web server must pass CORTEGE_USER.</source>
        <translation>La requête ne nomme personne : elle est refusée. Le serveur web doit transmettre CORTEGE_USER.</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Nouvelle…</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Filter by name or comment</source>
        <translation>Filtrer par nom ou commentaire</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>Géométrie</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>The style was not deleted: it does not exist, or you may not delete it.</source>
        <translation>Le style n'a pas été supprimé : il n'existe pas, ou vous ne pouvez pas le supprimer.</translation>
    </message>
    <message>
        <source>The connection was lost while saving; nothing was saved and your changes are still here. Save again.</source>
        <translation>La connexion a été perdue pendant l'enregistrement ; rien n'a été enregistré et vos modifications sont toujours là. Enregistrez de nouveau.</translation>
    </message>
    <message>
        <source>The connection was lost while saving and the database does not answer: it is not known whether your changes were saved. Reload the layer before saving again.</source>
        <translation>La connexion a été perdue pendant l'enregistrement et la base ne répond pas : on ne sait pas si vos modifications ont été enregistrées. Rechargez la couche avant d'enregistrer de nouveau.</translation>
    </message>
    <message>
        <source>The connection was lost before anything was saved; your changes are still here. Save again.</source>
        <translation>La connexion a été perdue avant tout enregistrement ; vos modifications sont toujours là. Enregistrez de nouveau.</translation>
    </message>
    <message>
        <source>The transaction is not open: start editing again.</source>
        <translation>La transaction n'est pas ouverte : relancez la saisie.</translation>
    </message>
    <message>
        <source>The transaction had failed and was rolled back; nothing was saved.</source>
        <translation>La transaction avait échoué et a été annulée ; rien n'a été enregistré.</translation>
    </message>
    <message>
        <source>%1 is no date of the source: write 2026-11-28T12:00.</source>
        <translation>%1 n'est pas une date : écrivez 2026-11-28T12:00 dans la source.</translation>
    </message>
    <message>
        <source>The source names no model: add model='espace_public'.</source>
        <translation>La source ne nomme aucun modèle : ajoutez model='espace_public'.</translation>
    </message>
    <message>
        <source>The model %1 has no source %2.</source>
        <translation>Le modèle %1 n'a pas de source %2.</translation>
    </message>
    <message>
        <source>Live tension of public space</source>
        <translation>Tension de l'espace public, à l'instant</translation>
    </message>
    <message>
        <source>The tension could not be computed</source>
        <translation>La tension n'a pas pu être calculée</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>du %1 au %2</translation>
    </message>
    <message>
        <source>model %1 (%2), %3</source>
        <translation>modèle %1 (%2), %3</translation>
    </message>
    <message>
        <source>partial: read through %1</source>
        <translation>partiel : lu à travers %1</translation>
    </message>
    <message>
        <source>the whole territory</source>
        <translation>tout le territoire</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Empreinte</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>The source names no layer %1: write one of zones, defiles, tetes, conflits, partiel.</source>
        <translation>La source ne nomme aucune couche %1 : écrivez zones, defiles, tetes, conflits ou partiel.</translation>
    </message>
    <message>
        <source>Live situation: zones, marches, clashes</source>
        <translation>Situation vivante : zones, défilés, conflits</translation>
    </message>
    <message>
        <source>partial near the edge of %1</source>
        <translation>partiel près du bord de : %1</translation>
    </message>
    <message>
        <source>Levels of the model</source>
        <translation>Niveaux du modèle</translation>
    </message>
    <message>
        <source>&amp;Encryption</source>
        <translation>&amp;Chiffrement</translation>
    </message>
    <message>
        <source>&amp;Certificate authority</source>
        <translation>&amp;Autorité de certification</translation>
    </message>
    <message>
        <source>if the server offers it</source>
        <translation>si le serveur le propose</translation>
    </message>
    <message>
        <source>required</source>
        <translation>exigé</translation>
    </message>
    <message>
        <source>required, certificate checked</source>
        <translation>exigé, certificat vérifié</translation>
    </message>
    <message>
        <source>required, certificate and host name checked</source>
        <translation>exigé, certificat et nom d'hôte vérifiés</translation>
    </message>
    <message>
        <source>only if the server insists</source>
        <translation>seulement si le serveur insiste</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>You have no active habilitation: this layer cannot be shown. Ask your manager for one.</source>
        <translation>Vous n'avez pas d'habilitation en cours : cette couche ne peut pas être affichée. Demandez-en une à votre responsable.</translation>
    </message>
    <message>
        <source>The convention is not in force: this layer cannot be shown.</source>
        <translation>La convention n'est pas en vigueur : cette couche ne peut pas être affichée.</translation>
    </message>
    <message>
        <source>Your habilitation does not open the platform: this layer cannot be shown. Ask your manager.</source>
        <translation>Votre habilitation n'ouvre pas la plateforme : cette couche ne peut pas être affichée. Adressez-vous à votre responsable.</translation>
    </message>
    <message>
        <source>Event %1 has no start (field “debut”), or ends before it: correct it.</source>
        <translation>L’événement %1 n’a pas de début (champ « debut »), ou finit avant : corrigez-le.</translation>
    </message>
    <message>
        <source>%1 cannot be opened as a vector layer: check its name.</source>
        <translation>%1 ne s'ouvre pas comme couche vectorielle : vérifiez son nom.</translation>
    </message>
    <message>
        <source>%1 holds no event with a geometry.</source>
        <translation>%1 ne contient aucun événement placé.</translation>
    </message>
    <message>
        <source>The events lie too far apart for zones at the model's resolution.</source>
        <translation>Les événements sont trop éloignés pour des zones à la résolution du modèle.</translation>
    </message>
</context>
</TS>
