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
$l$),
('prenom_commun', $l$
aimable aime alba albane alger alma ambre amour anemone ange angers auguste aurore avril azur ben benin
blaise blanche camelia capucine carmel carmen carmin carolina celeste cerise cesar
chance charite chelsea cherie christ claire clemence colin come constance constant constantin dakota
desire dolores dona dora douce dune eden esperance espoir faustin felicite fleur florence florimond
franc france garance gil gloria grace gracia gracieuse guerin guy harmonie hector hermes honneur honore
hyacinthe ira iris jade jasmin jasmine jordan june juste justice lilas line lorraine lou lourdes luce lucky
luna luz lys magali magnolia mai marin marine marjolaine mark max maya melodie mercedes merveille
morgan nada narcisse nina noel nour nova oceane olive opale orane orson pacifique paz
perle pierre placide prince princesse prosper prudence prune rama regina reine rob robin romain roman romane
roque rosa rose roy ruby safia salem sally sana saphir sauveur savannah sidney sienna sirius sixte sofia
stella sultan sydney tao tim tiphaine toussaint tulipe urbain valence vera victoire victoria vienne violette virginia will zephyr
$l$),
('prenom', $l$
aaron abdallah abdel abdelaziz abdelhamid abdelkader abdelkarim abdellah abdelmajid abdou abdoul abdoulaye
abel abigail achille achraf adam adama adel adelaide adele adeline adem adil adrian adriana adriano adrien
adrienne agathe agnes ahmed aicha aida aimee aissa aissatou akim akram alain alan alban albert alberte
albertine alberto aldo alessandro alessia alex alexandra alexandre alexia alexis alfred ali alice alicia alima
aline alison alix aliya alizee allan aloys alphonse alycia alyssa amadou amanda amandine amar amaury ambroise
amel amelia amelie amina aminata amine amir amira amos ana anael anaelle anais anas anatole andre andrea
andreas andree andrew andy ange-marie angel angela angele angelina angelique angelo anissa anita ann anna
annabelle anne annette annick annie anouar anouck anouk anthony antoine antoinette antonia antonin antonio
antony apolline archibald ariane ariel aristide arlette armand armande armando armelle arnaud arsene arthur
arwa asma assane assetou assia astou astrid athena aubin aude audrey augustin augustine aurelia aurelie
aurelien awa axel axelle aya ayman aymen aymeric ayoub aziz aziza bachir badis bakary baptiste baptistin
barbara barnabe barthelemy basile bastien baudouin beatrice belkacem benedict benedicte benjamin benjamine
benoit benoite berangere berenger berenice bernadette bernard bernardo berthe bertrand bettina bianca bilal
bilel binta bintou blandine boris boubacar brahim brandon brenda brice brieuc brigitte bruce bruno bryan
calixte calvin cameron camille candice carine carl carla carlo carlos carole caroline casimir cassandra
cassandre catalina catherine cathy cecile cecilia cedric celestin celestine celia celian celina celine chadia
chafik chaima chantal charlene charles charley charlie charline charlotte cheick cheikh cherif cheyenne chiara
chloe chris christel christele christelle christian christiana christiane christina christine christophe
christopher chrystelle cindy claire-marie clara clarisse claude claudette claudia claudie claudine claudio
claudius clea clelia clement clementine cleo clothilde clotilde clovis colette coline conrad coralie coraline
corentin corinne cosima cosme coumba cristina cumba cyprien cyr cyriaque cyriel cyril cyrille cyrine daisy
dalila damien daniel daniela danielle dany daouda daphne dario david dayana deborah delphine demba denis
denise denys desiree diaby diana diane diego dieudonne dimitri dina djamel djamila djeneba djibril dominique
domitille donatien donovan dorian doriane dorine doris dorothee dounia driss dylan eddie eddy edgar edgard
edith edmond edmonde edouard edwige eglantine elea eleana eleanor elena eleonore eliana eliane elias elie
eliette elijah elina eline eliot eliott elisa elisabeth elise elizabeth ella ellen elliot elodie eloi eloise
elon elouan elsa elvire elvis elya elyes emeline emelyne emeric emil emile emilie emilien emilienne emilio
emily emma emmanuel emmanuelle emmy enguerrand enora enrico enrique enzo ephraim eric erica erika ernest
ernestine erwan erwann esma esteban estelle esther ethan etienne etiennette euan eudes eugene eugenie eulalie
eva evan evangeline evelyne ewa ewan ewen fabien fabienne fabio fabiola fabrice fadi fadila faiza fanny fanta
farah fares farid farida fatiha fatima fatimata fatma fatou fatoumata faustine faycal federico felicie
felicien felix ferdinand fernand fernande fernando fethi filipe finn fiona firas firmin flavie flavien flora
flore florent florentin florentine florian floriana floriane fodil fouad franca franceline frances francesca
francesco francine francis francisco francisque franck franco francois francoise frank franz fred freddy
frederic frederick frederique gabin gabriel gabriela gabrielle gael gaelle gaetan gaetane gail gaspard gaston
gauthier gautier genevieve geoffrey geoffroy george georges georgette georgina gerald geraldine gerard geraud
gerlinde germain germaine germinal gerome gersende ghislain ghislaine gianni gilbert gilberte gilda gildas
gilles gina ginette gino giorgio giovanna giovanni gisele giselle giulia giuliano giuseppe gladys godefroy
gontran goran gordon gregoire gregory greta guenael guenole guilaine guilhem guillaume guillemette gustave
guylaine gwenael gwenaelle gwendal gwendoline gwenn gwennola habib habiba hacene hadja hadrien hafid hafida
haida haikel hakim halima hamed hamid hamza hana hanane hanna hannah harold harouna harris harry hasna hassan
hassane hassiba hatem hawa hayat hedi heidi helena helene heloise henri henriette henrique henry herbert
hermance hermine herve hicham hilaire hilda hind hippolyte hocine honorine horace hortense houari houda houria
houssem hubert hugo hugues huguette humbert ibrahim ibrahima ibtissem idris idriss idrissa ignace igor ikram
ilan ilana ilda ilham ilhan ilian iliana ilias ilies ilona ilyan ilyana ilyas ilyes iman imane imed imen imran
inaya ines ingrid ioana irena irene irina irma isaac isabel isabella isabelle isaline isaure ishak isidore
isis ismael ismail ismaila isolde issa issam itzhak ivan ivana izia jacinthe jack jackie jacky jacob
jacqueline jacques jalal jamal jamel james jamila jana jane janine jason javier jawad jayden jean jeanne
jeannette jeannie jeannine jeannot jef jeff jeffrey jennifer jenny jeremie jeremy jerome jessica jessie jessy
jihane jil jill jim jimmy joachim joan joana joanna joao joaquim jocelyn jocelyne joel joelle joey johan
johana johann johanna john johnny jonas jonathan jordane jordi jordy jorge jose josee josefa joseph josephine
josette joshua josiane josselin josue josyane juan juanita judith jules julia julian juliana julianne julie
julien julienne juliette julio justin justine kader kadiatou kadidia kadija kais kamal kamel kamila kamilia
karen karim karima karin karine karl karla kassandra kassim katarina kate katell katherine kathleen kathy
katia katie katy kelly kelvin kenny kenza kenzo ketty kevin keziah khadidja khadija khadim khady khaled khalid
khalifa khalil kheira kilian killian killyan kim kimberley kylian kylie kyllian laetitia lahcen laila lalia
lamia lamine lana lancelot lara larbi larissa lassana latifa laura laure laureline lauren laurence laurene
laurent laurette lauriane laurie laurine lauryn layla lazare lea leana leandre leandro leane leila lelia lena
lenaig leni lenny leo leocadie leon leona leonard leonardo leonce leonel leonie leonor leontine leopold
leopoldine leslie leticia leyla lia liam liana lida lidia lila lili lilia lilian liliana liliane lilou lily
lina linda lindsay lino lionel lisa lisandre lise lisette lison liv livia loan loane loic lois lola lolita
lora lorelei lorena lorene lorenza lorenzo loretta lorie loris lothaire louane louanne louis louisa louise
louise-marie louisette louka louna lounes luc luca lucas lucette lucia lucian luciano lucie lucien lucienne
lucile lucille lucinda lucrece ludivine ludmilla ludovic luigi luis luisa luka lukas lydia lydie lyes lylia
lyna lynda mabel macha madeleine madeline madison mael maelie maeline maelis maelle maellys maelys maeva
magalie magdalena maggy maha mahamadou mahaut mahdi mahe maher mahmoud maia mailys maimouna maissa maite
maiwenn malak malek malia malick malik malika malo malorie malvina mamadou manel manon mansour manuel manuela
mara marc marceau marcel marcelin marcelle marcelline marco marcos marcus margaret margarida margaux margot
marguerite maria mariam mariama mariame mariana marianna marianne marie marie-claude marie-france mariella
marielle mariette marilou marilyn marilyne marina mario marion marisa marius marjorie marko marlene marlon
marouane marta marthe martial martin martina martine martinien marvin marwa marwan mary maryam maryan maryline
maryse maryvonne massimo mateo mateus mathew mathias mathieu mathilda mathilde mathis mathurin mathys matteo
mattheo matthew matthias matthieu matthis maud maude maureen maurice mauricette mauro maxence maxime
maximilien maxine mayeul maylis mayssa mbaye meddy medhi medi megane meggie mehdi melanie melany melina meline
melissa melissandre melody melvin melvyn meriem meryem meryl messaoud mia micael michael michaela michel
michele micheline michelle mickael miguel mihai mikael mike mila milan milane milena milo milos mina miranda
mireille mirella miriam miroslav modou mohamadou mohamed mohammed moise mokhtar mona monia monica monika
monique morgane moritz mouhamadou mouloud mounia mounir mourad moussa moustapha muhammad muriel murielle
mustapha mylene myriam myrtille nabil nabila nacer nacera nacim nadege nadejda nadia nadine nadir nael nahel
naila naim naima najat najet najib najla nancy naomi naomie narimane nasser nassim nassima nastasia natacha
natalia natalie nathalie nathan nathanael nawal nawel nayla ndeye neila nelly nelson nene nesrine nestor nezha
niama nicolas nicole nicoletta nihal nikita nils nino noa noah noam noe noel-ange noele noelie noeline noelle
noemie noham nolan nolhan nolwenn nora norah norbert norma noura noureddine nouria nuno octave octavie odette
odile odilon odin olga olivia olivier omar omayra ombeline ondine ophelie oriane orlane ornella oscar oswald
othman otto ouassim oumar oumarou oumou oumy ousmane pablo paco paloma pamela paola paolo paquita pascal
pascale pascaline patrice patricia patricio patrick patrizia paul paula paule paulette paulin pauline paulo
pedro peggy penelope perceval perrine peter petra petronille philibert philippa philippe philippine philomene
pierre-yves pierrette pierrick pierrot pietro priscilla priscille quentin quitterie rabah rabia rached rachel
rachid rachida rafael rafaela rafik rainier raja ralph ramdane rami ramon ramona ramzi rania raoul raphael
raphaelle raquel rashid rayan rayane raymond raymonde rebecca redouane reginald regine regis remi remy renan
renato renaud rene renee renzo reynald riad ricardo riccardo richard rita riyad roald robert roberta roberte
roberto robinson rodolphe rodrigo rodrigue roger roland rolande romaine romaric romeo romuald romy ronald
ronan ronny rosalia rosalie rosalinde rosanna rosario roseline roselyne rosemary rosita rosy roxane roxanne
ruben rudy rufin ryan rym saad sabah saber sabine sabrina sabry sacha sadia safa said saida salah salif salim
salima salma salome salomon saloua salvador salvatore sam samantha sami samia samir samira samson samuel samy
sandie sandra sandrine sandro sandy sara sarah sarra sasha saskia saturnin savinien scarlett scott sean
sebastian sebastien segolene sekou selena selim selima selma serena serge sergio servane severin severine
seydou shaima shana shanon sharon sheila shirley siaka sibylle sidoine sidonie siham silas silvia silvio
simeon simon simone sira sixtine skander sliman slimane sofian sofiane soizic solal solange solene solenn
soline sonia sonny sophia sophie soraya souad soufiane souhila soukaina souleymane soumaya stacy stan
stanislas stephan stephane stephanie stephen steve steven sullivan sully susan susie suzanne suzette suzie
suzy svetlana swann sybille sylvain sylvaine sylvana sylvere sylvestre sylvette sylvia sylviane sylvie tahar
talia tamara tancrede tanguy tania tara tarek tarik tatiana tayeb ted teddy telio tenin teo tess tessa thais
thea theo theodora theodore theophile therese thibaud thibault thibaut thiebault thierry thomas tidiane
tifaine tiffany timeo timothe timothee timothy tina tino titouan toby tom tomas tommy toni tonio tony tristan
ugo ulrich ulysse ursula ursule valentin valentina valentine valere valeria valerian valeriane valerie
valerien valery vanessa vanina veronica veronique vianney vicky victor victorien victorine vincent vincenzo
viola violaine violeta virgil virgile virginie viviane vivien vivienne vladimir wadih wafa wahiba wahid walid
walter wanda wassila wassim wendy werner wesley wilfrid wilfried william willy wilson winnie wissam wyatt
xavier xaviere yacine yael yaelle yahia yamina yan yana yanis yann yannick yannis yara yasin yasmin yasmina
yasmine yassine yazid yoan yoann yohan yohann yolaine yolande youcef younes youness yousra youssef youssouf
ysaline yseult yuri yusuf yvain yvan yves yvette yvon yvonne zacharie zachary zahra zaid zaina zakaria
zakariya zeinab zelie zeynep zia ziad zied zine zineb zinedine zita zoe zohra zora zoubir zouhair zoulikha
$l$)
) AS livre (classe, formes), regexp_split_to_table(btrim(formes, E' \n'), '\s+') AS forme
ON CONFLICT DO NOTHING;

-- Noms de personnes que portent des voies et des lieux connus : pas une donnée sur une personne.
INSERT INTO convention.lexique (classe, forme, locale)
SELECT 'celebre', btrim(forme), false FROM regexp_split_to_table($l$
abbe pierre, adolphe thiers, albert camus, alexandre dumas, alfred de vigny, alphonse daudet, alphonse de
lamartine, ambroise pare, anatole france, antoine bourdelle, antoine de saint exupery, aristide briand, armand
bedarrides, arthur rimbaud, auguste blanqui, auguste comte, auguste rodin, berty albrecht, blaise pascal,
camille flammarion, camille pelletan, charles de gaulle, charles nedelec, charles peguy, claude bernard,
claude debussy, desiree clary, edgar quinet, edith piaf, edmond rostand, edouard daladier, elisee reclus,
emile ollivier, emile zola, emmanuel allard, ernest renan, eugene pierre, felix baret, felix eboue, felix
pyat, fernand leger, fernandel, francois billoux, francois mauriac, francois mitterrand, francois moisson,
francois rabelais, francois villon, franklin roosevelt, frederic mistral, garibaldi, gaston cremieux, gaston
defferre, general leclerc, georges bizet, georges brassens, georges clemenceau, georges pompidou, germaine
tillion, gustave ganay, guy moquet, hector berlioz, henri barbusse, henri fabre, henri tasso, honore de
balzac, jacques brel, jacques chirac, jacques prevert, jacques thibaud, jean baptiste, jean bouin, jean claude
gaudin, jean cocteau, jean de la fontaine, jean giono, jean jacques rousseau, jean jaures, jean martin, jean
mermoz, jean monnet, jean moulin, jean racine, jean roque, jean zay, john fitzgerald kennedy, john kennedy,
joliot curie, joseph autran, joseph thierry, jules cantini, jules ferry, jules guesde, jules moulet, jules
verne, le corbusier, leo ferre, leon blum, leon gambetta, louis aragon, louis armand, louis pasteur, louis
vitet, louise michel, lucie aubrac, marcel pagnol, marcel sembat, marechal foch, marie curie, marius petipa,
martin luther king, maurice bejart, maurice ravel, maximilien robespierre, michel levy, missak manouchian,
nelson mandela, olympe de gouges, pablo casals, pablo picasso, paul cezanne, paul eluard, paul peytral, paul
strauss, paul valery, philippe seguin, pierre bertas, pierre brossolette, pierre corneille, pierre curie,
pierre mendes france, pierre puget, pierre semard, pol lapeyre, raimu, raymond teisseire, rene cassin, rene
coty, rene descartes, robert schuman, roland garros, rosa parks, sadi carnot, salvador allende, simon bolivar,
simone de beauvoir, simone veil, valery giscard d estaing, victor hugo, vincent auriol, vincent scotto,
winston churchill, zinedine zidane
$l$, ',') AS forme
ON CONFLICT DO NOTHING;
ANALYZE convention.lexique;
