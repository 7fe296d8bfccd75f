-- La vie de la convention (art. 3, 8, 9, 10) : horloge, actes signés, avenants, remises, exports, purge, destruction.

CREATE TABLE convention.demonstration (
  id boolean CONSTRAINT demonstration_pk PRIMARY KEY DEFAULT true CONSTRAINT demonstration_unique CHECK (id),
  decalage interval NOT NULL DEFAULT '0',
  cree_le timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE convention.demonstration IS
  'Une ligne si la base a été créée pour une démonstration : son horloge peut avancer, jamais reculer';
COMMENT ON COLUMN convention.demonstration.id IS 'Toujours vrai : la ligne est unique';
COMMENT ON COLUMN convention.demonstration.decalage IS 'Avance de l''horloge simulée sur celle du serveur';
COMMENT ON COLUMN convention.demonstration.cree_le IS 'Date de création';

CREATE TABLE convention.repere (
  id boolean CONSTRAINT repere_pk PRIMARY KEY DEFAULT true CONSTRAINT repere_unique CHECK (id),
  instant timestamptz NOT NULL
);
INSERT INTO convention.repere (instant) VALUES (clock_timestamp());
COMMENT ON TABLE convention.repere IS 'Instant le plus tardif constaté : une horloge qui recule ne rouvre rien';
COMMENT ON COLUMN convention.repere.id IS 'Toujours vrai : la ligne est unique';
COMMENT ON COLUMN convention.repere.instant IS 'Instant constaté, à une heure près';

CREATE TABLE convention.acte (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT acte_pk PRIMARY KEY,
  convention integer NOT NULL REFERENCES convention.convention,
  acte text NOT NULL CONSTRAINT acte_connu CHECK (acte IN ('notification', 'preavis', 'bordereau', 'visa', 'relance_visa',
    'decision_sans_visa', 'fin', 'ordre_destruction', 'certificat')),
  partie text CONSTRAINT acte_partie CHECK (partie IN ('ville', 'prefecture')),
  par text NOT NULL DEFAULT session_user,
  le timestamptz NOT NULL,
  detail text NOT NULL DEFAULT ''
);
COMMENT ON TABLE convention.acte IS 'Actes de la vie de la convention, signés du compte de la session ; aucun ne se modifie';
COMMENT ON COLUMN convention.acte.id IS 'Ordre des actes';
COMMENT ON COLUMN convention.acte.convention IS 'Convention';
COMMENT ON COLUMN convention.acte.acte IS 'Nature';
COMMENT ON COLUMN convention.acte.partie IS 'Partie qui agit';
COMMENT ON COLUMN convention.acte.par IS 'Compte qui signe';
COMMENT ON COLUMN convention.acte.le IS 'Date et heure, à l''horloge de la convention';
COMMENT ON COLUMN convention.acte.detail IS 'Date de réception, référence ou motif';

CREATE TABLE convention.avenant (
  reference text CONSTRAINT avenant_pk PRIMARY KEY,
  objet text NOT NULL CONSTRAINT avenant_objet CHECK (btrim(objet) <> ''),
  etude_impact text NOT NULL CONSTRAINT avenant_etude CHECK (btrim(etude_impact) <> ''),
  dpo_ville_informe_le date NOT NULL,
  dpo_prefecture_informe_le date NOT NULL,
  ouvert_par text NOT NULL DEFAULT session_user,
  ouvert_le timestamptz NOT NULL DEFAULT clock_timestamp(),
  clos_par text,
  clos_le timestamptz
);
COMMENT ON TABLE convention.avenant IS 'Avenants : un changement de nature des données n''est possible que sous un avenant ouvert';
COMMENT ON COLUMN convention.avenant.reference IS 'Référence';
COMMENT ON COLUMN convention.avenant.objet IS 'Objet';
COMMENT ON COLUMN convention.avenant.etude_impact IS 'Référence de l''étude d''impact lancée avant le changement';
COMMENT ON COLUMN convention.avenant.dpo_ville_informe_le IS 'Date à laquelle la déléguée de la Ville a été informée';
COMMENT ON COLUMN convention.avenant.dpo_prefecture_informe_le IS 'Date à laquelle celle de la Préfecture l''a été';
COMMENT ON COLUMN convention.avenant.ouvert_par IS 'Compte';
COMMENT ON COLUMN convention.avenant.ouvert_le IS 'Date d''ouverture';
COMMENT ON COLUMN convention.avenant.clos_par IS 'Compte qui a clos';
COMMENT ON COLUMN convention.avenant.clos_le IS 'Date de clôture ; vide : ouvert';

CREATE TABLE convention.nature (
  relation text CONSTRAINT nature_pk PRIMARY KEY,
  champs text NOT NULL
);
COMMENT ON TABLE convention.nature IS 'Nature des données transmises : les champs de chaque table, tels que la convention les couvre';
COMMENT ON COLUMN convention.nature.relation IS 'Table';
COMMENT ON COLUMN convention.nature.champs IS 'Champs et types, dans l''ordre';

CREATE TABLE convention.changement (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT changement_pk PRIMARY KEY,
  le timestamptz NOT NULL DEFAULT clock_timestamp(),
  par text NOT NULL DEFAULT session_user,
  relation text NOT NULL,
  avant text NOT NULL,
  apres text NOT NULL,
  avenant text REFERENCES convention.avenant
);
COMMENT ON TABLE convention.changement IS 'Changements de la nature des données transmises, avec l''avenant qui les permet';
COMMENT ON COLUMN convention.changement.id IS 'Identifiant';
COMMENT ON COLUMN convention.changement.le IS 'Date et heure';
COMMENT ON COLUMN convention.changement.par IS 'Compte';
COMMENT ON COLUMN convention.changement.relation IS 'Table changée';
COMMENT ON COLUMN convention.changement.avant IS 'Champs avant';
COMMENT ON COLUMN convention.changement.apres IS 'Champs après';
COMMENT ON COLUMN convention.changement.avenant IS 'Avenant ouvert ; vide avant la notification de la convention';

CREATE TABLE convention.remise (
  id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT remise_pk PRIMARY KEY,
  destinataire text NOT NULL CONSTRAINT remise_destinataire CHECK (btrim(destinataire) <> ''),
  sous_traitants text[] NOT NULL DEFAULT '{}',
  finalite text NOT NULL CONSTRAINT remise_finalite CHECK (btrim(finalite) <> ''),
  perimetre text NOT NULL,
  fenetre tstzrange NOT NULL,
  echeance date NOT NULL,
  lignes bigint NOT NULL,
  fichier text NOT NULL,
  empreinte text NOT NULL CONSTRAINT remise_empreinte CHECK (empreinte ~ '^[0-9a-f]{64}$'),
  par text NOT NULL DEFAULT session_user,
  le timestamptz NOT NULL DEFAULT clock_timestamp(),
  attestation text,
  attestation_empreinte text CONSTRAINT remise_attestation CHECK (attestation_empreinte ~ '^[0-9a-f]{64}$'),
  close_par text,
  close_le timestamptz,
  CONSTRAINT remise_close CHECK ((close_le IS NULL) = (attestation IS NULL))
);
COMMENT ON TABLE convention.remise IS 'Remises temporaires à un prestataire (art. 8), closes par son attestation de destruction';
COMMENT ON COLUMN convention.remise.id IS 'Numéro de la remise';
COMMENT ON COLUMN convention.remise.destinataire IS 'Prestataire';
COMMENT ON COLUMN convention.remise.sous_traitants IS 'Ses sous-traitants';
COMMENT ON COLUMN convention.remise.finalite IS 'Prestation';
COMMENT ON COLUMN convention.remise.perimetre IS 'Périmètre remis';
COMMENT ON COLUMN convention.remise.fenetre IS 'Fenêtre de temps remise';
COMMENT ON COLUMN convention.remise.echeance IS 'Date à laquelle tout doit être détruit';
COMMENT ON COLUMN convention.remise.lignes IS 'Nombre de lignes remises';
COMMENT ON COLUMN convention.remise.fichier IS 'Nom du fichier chiffré';
COMMENT ON COLUMN convention.remise.empreinte IS 'SHA-256 du fichier chiffré';
COMMENT ON COLUMN convention.remise.par IS 'Compte qui a remis';
COMMENT ON COLUMN convention.remise.le IS 'Date de la remise';
COMMENT ON COLUMN convention.remise.attestation IS 'Référence de l''attestation de destruction';
COMMENT ON COLUMN convention.remise.attestation_empreinte IS 'SHA-256 de l''attestation';
COMMENT ON COLUMN convention.remise.close_par IS 'Compte qui a clos';
COMMENT ON COLUMN convention.remise.close_le IS 'Date de clôture';

CREATE TABLE convention.export (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT export_pk PRIMARY KEY,
  par text NOT NULL DEFAULT session_user,
  le timestamptz NOT NULL DEFAULT clock_timestamp(),
  couche text NOT NULL,
  lignes bigint NOT NULL,
  finalite text NOT NULL CONSTRAINT export_finalite CHECK (btrim(finalite) <> ''),
  destinataire text NOT NULL CONSTRAINT export_destinataire CHECK (btrim(destinataire) <> ''),
  empreinte text NOT NULL CONSTRAINT export_empreinte CHECK (empreinte ~ '^[0-9a-f]{64}$'),
  application text NOT NULL DEFAULT current_setting('application_name'),
  attestation text
);
COMMENT ON TABLE convention.export IS 'Exports, impressions et copies déclarés par tout client : qui, pourquoi, pour qui';
COMMENT ON COLUMN convention.export.id IS 'Identifiant';
COMMENT ON COLUMN convention.export.par IS 'Compte';
COMMENT ON COLUMN convention.export.le IS 'Date et heure';
COMMENT ON COLUMN convention.export.couche IS 'Couche ou document exporté';
COMMENT ON COLUMN convention.export.lignes IS 'Nombre de lignes';
COMMENT ON COLUMN convention.export.finalite IS 'Finalité';
COMMENT ON COLUMN convention.export.destinataire IS 'Destinataire';
COMMENT ON COLUMN convention.export.empreinte IS 'SHA-256 du fichier';
COMMENT ON COLUMN convention.export.application IS 'Client qui a exporté';
COMMENT ON COLUMN convention.export.attestation IS 'Attestation de destruction, après la fin';

CREATE TABLE convention.conservation (
  genre text CONSTRAINT conservation_pk PRIMARY KEY CONSTRAINT conservation_genre CHECK (genre IN ('deambulatoire', 'statique',
    'operation_programmee', 'visite_officielle', 'lecture')),
  duree interval NOT NULL CONSTRAINT conservation_duree CHECK (duree > interval '0')
);
INSERT INTO convention.conservation VALUES ('deambulatoire', '4 years'), ('statique', '4 years'),
  ('operation_programmee', '4 years'), ('visite_officielle', '4 years'), ('lecture', '12 months');
COMMENT ON TABLE convention.conservation IS 'Durées de conservation par genre ; celles des faits sont dans plateforme.source';
COMMENT ON COLUMN convention.conservation.genre IS 'Genre d''événement, ou lecture pour le journal des lectures';
COMMENT ON COLUMN convention.conservation.duree IS 'Durée après la fin de l''événement';

CREATE TABLE convention.purge (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT purge_pk PRIMARY KEY,
  le timestamptz NOT NULL DEFAULT clock_timestamp(),
  par text NOT NULL DEFAULT session_user,
  objet text NOT NULL,
  avant_le timestamptz NOT NULL,
  lignes bigint NOT NULL
);
COMMENT ON TABLE convention.purge IS 'Compte rendu des purges';
COMMENT ON COLUMN convention.purge.id IS 'Identifiant';
COMMENT ON COLUMN convention.purge.le IS 'Date et heure';
COMMENT ON COLUMN convention.purge.par IS 'Compte';
COMMENT ON COLUMN convention.purge.objet IS 'Source ou genre';
COMMENT ON COLUMN convention.purge.avant_le IS 'Tout ce qui finissait avant cette date est purgé';
COMMENT ON COLUMN convention.purge.lignes IS 'Lignes purgées';

CREATE TABLE convention.etape (
  convention integer NOT NULL REFERENCES convention.convention,
  numero integer NOT NULL,
  nom text NOT NULL,
  lignes bigint NOT NULL,
  empreinte text NOT NULL,
  detail text NOT NULL DEFAULT '',
  par text NOT NULL DEFAULT session_user,
  le timestamptz NOT NULL,
  CONSTRAINT etape_pk PRIMARY KEY (convention, numero)
);
COMMENT ON TABLE convention.etape IS 'Étapes accomplies de la destruction ; une étape interrompue n''y est pas et se refait';
COMMENT ON COLUMN convention.etape.convention IS 'Convention';
COMMENT ON COLUMN convention.etape.numero IS 'Rang';
COMMENT ON COLUMN convention.etape.nom IS 'Ce qui est détruit ou vérifié';
COMMENT ON COLUMN convention.etape.lignes IS 'Lignes ou fichiers détruits';
COMMENT ON COLUMN convention.etape.empreinte IS 'SHA-256 de la liste de ce qui a été détruit, sans son contenu';
COMMENT ON COLUMN convention.etape.detail IS 'Précision';
COMMENT ON COLUMN convention.etape.par IS 'Compte qui a exécuté';
COMMENT ON COLUMN convention.etape.le IS 'Date et heure, à l''horloge de la convention';
