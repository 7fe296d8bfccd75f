-- Le lexique livré, pour les personnes : les prénoms, et les noms connus qui ne désignent personne.
INSERT INTO convention.lexique (classe, forme, locale)
SELECT classe, forme, false FROM (VALUES
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
