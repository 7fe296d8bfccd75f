-- Le lexique livré, écrit de connaissance commune ; celui d'un site s'y ajoute (locale) et survit aux déploiements.
CREATE POLICY proprietaire ON convention.lexique TO cortege_proprietaire USING (true) WITH CHECK (true);
CREATE POLICY lecture ON convention.lexique FOR SELECT TO cortege_personnes, cortege_chargement USING (true);
GRANT SELECT ON convention.lexique TO cortege_personnes, cortege_chargement;

DELETE FROM convention.lexique WHERE NOT locale;
INSERT INTO convention.lexique (classe, forme, locale)
SELECT classe, forme, false FROM (VALUES
('civilite', $l$
docteur dr drs m madame mademoiselle maitre me mesdames mesdemoiselles messieurs mgr mlle mlles mm mme mmes
monseigneur monsieur mr pr professeur veuve vve
$l$),
('fonction', $l$
abbe adjoint adjointe adjudant adjudant-chef adjudante agent agente agents ambassadeur ambassadrice amiral
animateur animatrice archeveque avocat avocate avocats bailli brigadier brigadier-chef brigadiere capitaine
caporal cardinal chancelier chanceliere chanoine chauffeur chef cheffe chefs colonel colonelle commandant
commandante commissaire commissaires conseiller conseillere conseillers consul consule contre-amiral
controleur controleuse coordinateur coordinatrice coordonnateur coordonnatrice cure delegue deleguee delegues
depute deputee deputes directeur directrice docteur elu elue elus etat eveque frere gardien gardienne gendarme
general generale gerant gerante huissier imam inspecteur inspectrice journaliste juge lieutenant lieutenante
magistrat magistrate maire maires major mediateur mediatrice militant militante ministre ministres notaire
officier officiere officiers organisateur organisatrice pape pasteur patron patronne pere porte-parole prefet
prefete premier-adjoint president presidente prince princesse principal principale procureur procureure
professeur proviseur proviseure rabbin recteur rectrice regisseur regisseuse reine responsable responsables
roi secretaire secretaires senateur senateurs senatrice sergent soeur sous-prefet sous-prefete syndicaliste
tresorier tresoriere vice-amiral vice-president vice-presidente vigile
$l$),
('lieu', $l$
abbaye all allee amicale amphi amphitheatre angle anse antenne archives arret asso association auberge av ave
avenue avenue-du bac bar barrage base basilique bassin bastide bat batiment bd bibliotheque bld blvd bmp bmvr
boul boulevard boulodrome brasserie bureau buste butte cafe calanque camp camping campus canal canebiere cap
carrefour caserne cathedrale centre cercle ch challenge chapelle chateau che chem chemin cimetiere cinema cite
clinique clos club cma cnrs col college colline comite complexe concours corniche coupe cour cours course
couvent creche creps croisement crous crs crypte cs csu descente digue dispensaire dojo domaine echangeur
ecole eglise ehpad elementaire enclos entree escalier escaliers espace esplanade fac faculte faubourg ferry
festival fete foire fondation fontaine fort fortin foyer galerie gare gite groupe gs gymnase halle hameau
hopital hotel ifsi ile iles immeuble imp impasse institut internat iufm iut jardin kiosque labo laboratoire
librairie littoral local loi lotissement ludotheque lycee magasin mail mairie maison marathon mas massif
maternelle mediatheque memorial metro mjc mole mondial montee monument mosquee musee navire nd notre-dame
observatoire opera palais paquebot parc parking paroisse parvis pas passage passerelle pavillon penitentiaire
pharmacie piscine pl place place-forte plage plan planetarium plateau plaza pmu pointe pont port porte poste
primaire prison prix prom promenade promotion quai quartier r rallye rampe rd-pt refuge rempart residence
residence-services restaurant resto rocade rond-point route rp rte rue ruelle saint sainte saints salle san
santa secteur sentier site sortie sq square st stade station statue ste stele sts supermarche synagogue
technopole temple terminus terrain theatre tour tournoi tra tram tramway trav traverse tribunal trophee tunnel
universite vallon venelle viaduc villa voie za zac zi zone zup
bvd boul hlm cimm res
$l$),
('lieu_pluriel', $l$
allees angles arrets avenues avs bds boulevards carrefours chemins cites colleges ecoles entre gares gymnases
impasses jardins lycees metros parcs places ponts quais quartiers residences rues salles squares stades
stations traverses tunnels
$l$),
('titre', $l$
abbe adjudant amiral architecte artistique aspirant athletisme aviateur bailli baron bas basket basse
batonnier bis boule boules boulodrome brigadier capitaine caporal cardinal central centrale chanoine chanteur
chevalier colonel commandant commissaire compositeur comte consul culturel culturelle culturels cyclisme
departemental departementale depute docteur dr duc ecrivain elementaire escadrille est eveque foot football
frere general grand grande haut haute hospitalier ingenieur instituteur judo lieutenant lieutenant-colonel
madame mademoiselle maire major marechal marquis martyr martyrs maternelle mgr militaire mixte monseigneur
monsieur municipal municipale municipaux musical natation national nationale nautique nord ouest pasteur
peintre pere petanque petit petite poete polyvalent polyvalente pr prefet premier president
president-directeur primaire prince princesse prive privee professeur professionnel professionnelle public
publique rabbin recteur regional regionale reine resistant resistants reverend roi rugby saint sainte scolaire
scolaires senateur sergent social sociale soeur sportif sportive st ste sud technique tennis ter u
universitaire vieille vieux
$l$),
('particule', $l$
abou abu ait al bel ben bint bou d da das de del della den der des di dos du el ibn l la le les lo mac mc o
ould san van von
$l$),
('repere', $l$
appele appelee appeler aupres avec chez contact contacter contacts coordonnateur coordonne correspondant
correspondante declarant declarante declare demander deposant depose deposee emmene famille familles hommage
interlocuteur interlocutrice intervenant intervenante joindre justice memoire mis-en-cause nom nomme nommee
noms obseques organisateur organisateurs organisatrice par porte-parole prenom prevenir rappeler referent
referente referents regie regisseur representant representante represente responsable responsables signataire
signataires signe soutien tribune victime voir
$l$),
('mot', $l$
a academie accueil adjoint adresse afin agents ai ailleurs ainsi aix aix-en-provence alcazar alcool algerie
allee allemagne alors alpes alternatiba amies amis an ancien ancienne anciens angleterre annee annexe annule
annulee anssi aout appel apres arenc arles armenie arnavaux arrete arrivee arrondissement arrondissements ars
article as assemblee association associations astreinte attac attendu attendue attendus au aubagne aujourd'hui
aura auront aussi autoroute autour autre autres aux avait avant avec avenue avignon avoir avril axe azur bac
baille banderole barriere barrieres bas basse bateau belgique belle belsunce benevoles berlin bibliotheque
bien blanc blancarde blanche bleu bleue blocage bmpm bonneveine bordeaux borely bouches bouches-du-rhone
bougainville boulevard bourse brigade brocante bruxelles bureau bus busserine buvette c c'est cabinet
calanques camas camion camions canebiere capitainerie car carnaval carrefour cars cassis castellane catalans
catholique ce cent central centrale centre centre-bourse ceremonie ces cet cette ceux cfdt cfe cftc cgc cgt
chantier chapelle chaque chartreux chave chef chemin chez chine chomeurs cinema cinq ciotat circuit
circulation civile climat clos cnil cnt codaf collectif collectifs college collegues com combattants comite
comme commemoration comment commissariat commune communiste compagnie concert confederation conference
confirme confirmee congo conseil contact contenu contre controle controles convoi coordination copie corniche
corso cortege corteges cote courriel courrier cours course covid croix-rouge crs culte cv d'abord dal dame
dans date debut decembre decision declarant declaration defile deja delegation delegue deliberation demain
demande demandee depart departement departemental departementale depot depuis depute derriere des-que
description deux devant deviation dga dgac dgas dgs dimanche directeur direction directions dispersion
dispositif dit dix docteur doit doivent donc dont dossier douze dpo droit droits dromel ecole ecoles
ecologiste ecologistes educ education eelv egalite eglise elle elles elu emmaus en encore endoume enfants
enfin ensemble ensuite entre environ equipe equipes escadrille escalier escaliers espaces espagne esplanade
est estaque estrade et etait etat ete etre etudiant etudiants euro euromediterranee europe europeen europeenne
extinction facebook faire fait famille familles fax federation femme femmes fera ferme fermee fermeture ferry
festival fete fevrier fiche fin flamme fo foire fondation formulaire fourgon fourgons fr frais francais
francaise francaises france fraternite fsu fsu13 galeries gardanne garde gare gaza gendarmerie general
generale geneve gerbe geze gilets gm grand grande grandes grands greenpeace grenoble greve greves groupe
groupes gymnase h habitants hambourg haut haute heure heures hier homme hommes hopital hopitaux horaire
horaires http https huit iban ici il ils impasse inauguration insee insoumis insoumise instagram
interdepartemental interieur international internationale intersyndicale iran israel istres italie itineraire
j jamais janvier jardins jaune jaunes je jeudi jeunes jeux jo joliette jour journee jours juillet juin jusqu
jusqu'a jusque justice kurdistan la-bas lafayette ldh lettre leur leurs lfi liban liberation liberte licra
lieu lieux ligne lignes ligue lille lit lo locale locales logement loi londres longchamp lors lorsque lpo lr
lui luminy lundi lycee lyceens lyon lyonnais m ma madame mademoiselle madrague madrid mai mail maire mairie
mairie-de-secteur mais major mali malpasse manif manifestation manifestations marathon marche marche-aux-puces
marches mardi marins marins-pompiers maritime maroc mars marseille martigues match matin mazargues
mediterranee mercredi merlan mes metro metropole midi militaire mille min ministere ministre minutes mlle mm
mme mob mobilisation modem moins mois mon monde monsieur montee montpellier montredon moto motos mouvement
mouvements mr mrap mucem municipal municipale musee musees n n'est nantes national nationale nationaux navette
ne net neuf ni nice nimes nir no noailles noir noire noirs non nord normandie nos note notre notre-dame nous
nouveau nouveaux nouvelle novembre npa nucleaire nuit num numero objet obseques observation observations
octobre office officiel officielle officielles officiels ogm olympiade olympique olympiques om on ont onze
opera operation operations or ordre org organisateur organisatrice organise organisee organises ou ouest oui
ouvert ouverte ouverture paca paix palais palestine par parade paralympiques parc parcours parcs parents paris
parle parlera parti partis partout parvis pas passage patrouille pcf pendant perier permanence petit petite
petites petits peut peuvent pg pharo phase pieton pietons piscine place plage plages plaine plainte plateforme
plus point pointe-rouge police politique politiques pomme pompier pompiers pont populaire port portable
portables porte pour prado prefecture prefet premier premiere prend prendre present presente presents
president presse prevu prevue prevus pride prive privee procession proches professeur proprete protection
provence ps psg psq public publics publique puces puis qrr qu qu'elle qu'il quai quand quartier quartiers
quatre que queue qui quoi rassemblement rdv rebellion recevoir recevra recoit reconquete rectorat recu recus
ref reference referent reforme reformes region regional regionale relais remis remise renaissance rencontre
rendez-vous rennes reporte reportee republicain republicaine republicains republique responsable retraite
retraites reunion rgpd rhone rib riverains rn rocade rome rond-point rose roue rouge rouges route routier
routiere rpr rtm rue russie s sa saint saint-charles saint-ferreol sainte salaries salon samedi samu sans
sante sapeurs sapeurs-pompiers scene sdis se second seconde secours secretariat secteur secteurs section
securite selon semaine semi-marathon senat senateur senegal sept septembre sera seront service services ses
sgen si sida signal signe signee siren siret six sms smur sncf snes social sociale socialiste sociaux soir
soit solidaires solidarite son sono sonorisation sont sos sous sous-prefecture square st stade stades stand
standard station stationnement statut ste strasbourg sud suisse suivi suivie sur syndicat syndicats syrie t ta
taxi taxis technique tel telegram telephone tenir tenue ter tes tete tgv theatre theme tibet tient timone ton
toujours toulon toulouse tour tourisme tournoi tous tout toute toutes tract tracteur tracteurs train trajet
tram tranquilles transmis transport transports travail travailleurs travaux traverse tres tribunal tribune
trois trop tu tunisie tunnel turquie twitter ud udf ukraine ul un une unef unicef union unions unite
universite unsa ur vacances valentine vehicule vehicules velo velodrome velos vendredi vers vert verte vertes
verts vide-grenier vie vieille vieille-charite vieux vieux-port vih ville visite visites vitrolles voici voie
voies voila voir voirie voisins voiture voitures vos votre vous vtc whatsapp wwf www y zonal zonale zone
$l$)
) AS livre (classe, formes), regexp_split_to_table(btrim(formes, E' \n'), '\s+') AS forme
ON CONFLICT DO NOTHING;
