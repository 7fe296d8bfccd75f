-- Journal des écritures et des lectures. Les écritures s'ajoutent et ne changent jamais : la chaîne porte des empreintes
-- à clé, les contenus sont à part et peuvent être effacés sans la rompre.

CREATE TABLE audit.cle (
  usage text CONSTRAINT cle_pk PRIMARY KEY CONSTRAINT cle_usage CHECK (usage IN ('contenu', 'ville', 'chaine')),
  secret bytea NOT NULL,
  cree_le timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE audit.cle IS 'Clés des empreintes : celle des contenus transmis disparaît avec eux, celle de la chaîne reste';
COMMENT ON COLUMN audit.cle.usage IS 'contenu (ce que la Préfecture transmet), ville (le reste) ou chaine';
COMMENT ON COLUMN audit.cle.secret IS '256 bits tirés au sort';
COMMENT ON COLUMN audit.cle.cree_le IS 'Date du tirage';
INSERT INTO audit.cle (usage, secret) SELECT u, public.gen_random_bytes(32) FROM unnest(ARRAY['contenu', 'ville', 'chaine']) u;

CREATE TABLE audit.ecriture (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT ecriture_pk PRIMARY KEY,
  transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
  le timestamptz NOT NULL DEFAULT clock_timestamp(),
  par text NOT NULL DEFAULT session_user,
  relation text NOT NULL,
  operation text NOT NULL CONSTRAINT ecriture_operation CHECK (operation IN ('INSERT', 'UPDATE', 'DELETE')),
  lignes integer NOT NULL,
  cles text[] NOT NULL,
  empreintes bytea NOT NULL,
  empreinte bytea NOT NULL
);
CREATE INDEX ecriture_transaction ON audit.ecriture (transaction);
CREATE INDEX ecriture_relation ON audit.ecriture (relation, le);
COMMENT ON TABLE audit.ecriture IS 'Une ligne par ordre d''écriture, ou par millier de lignes écrites';
COMMENT ON COLUMN audit.ecriture.id IS 'Numéro d''ordre';
COMMENT ON COLUMN audit.ecriture.transaction IS 'Transaction';
COMMENT ON COLUMN audit.ecriture.le IS 'Date et heure';
COMMENT ON COLUMN audit.ecriture.par IS 'Compte de la session';
COMMENT ON COLUMN audit.ecriture.relation IS 'Table écrite';
COMMENT ON COLUMN audit.ecriture.operation IS 'INSERT, UPDATE ou DELETE';
COMMENT ON COLUMN audit.ecriture.lignes IS 'Nombre de lignes';
COMMENT ON COLUMN audit.ecriture.cles IS 'Clés des lignes écrites';
COMMENT ON COLUMN audit.ecriture.empreintes IS 'HMAC-SHA-256 du contenu de chaque ligne (avant et après), 32 octets chacun';
COMMENT ON COLUMN audit.ecriture.empreinte IS 'HMAC-SHA-256 de tout ce qui précède, repris par le lien de la transaction';

CREATE TABLE audit.contenu (
  ecriture bigint CONSTRAINT contenu_pk PRIMARY KEY REFERENCES audit.ecriture,
  avant text[] COMPRESSION lz4,
  apres text[] COMPRESSION lz4
);
COMMENT ON TABLE audit.contenu IS 'Contenus avant et après, dans l''ordre des clés ; effaçables sans rompre la chaîne';
COMMENT ON COLUMN audit.contenu.ecriture IS 'Écriture';
COMMENT ON COLUMN audit.contenu.avant IS 'Lignes avant (JSON, ou texte d''enregistrement pour les faits)';
COMMENT ON COLUMN audit.contenu.apres IS 'Lignes après';

CREATE SEQUENCE audit.voie_isolee START 1000;
CREATE TABLE audit.lien (
  voie integer NOT NULL,
  rang bigint NOT NULL,
  transaction xid8 NOT NULL,
  le timestamptz NOT NULL,
  par text NOT NULL,
  application text NOT NULL,
  premiere bigint NOT NULL,
  derniere bigint NOT NULL,
  ecritures integer NOT NULL,
  precedent bytea NOT NULL,
  empreinte bytea NOT NULL,
  CONSTRAINT lien_pk PRIMARY KEY (voie, rang)
);
CREATE INDEX lien_transaction ON audit.lien (transaction);
COMMENT ON TABLE audit.lien IS
  'Un lien par transaction, posé à sa validation sur une voie libre : aucune écriture n''en attend une autre';
COMMENT ON COLUMN audit.lien.voie IS 'Voie de la chaîne';
COMMENT ON COLUMN audit.lien.rang IS 'Rang dans la voie, sans trou à partir de 1';
COMMENT ON COLUMN audit.lien.transaction IS 'Transaction';
COMMENT ON COLUMN audit.lien.le IS 'Date et heure de validation';
COMMENT ON COLUMN audit.lien.par IS 'Compte de la session';
COMMENT ON COLUMN audit.lien.application IS 'Nom donné par le client';
COMMENT ON COLUMN audit.lien.premiere IS 'Première écriture de la transaction';
COMMENT ON COLUMN audit.lien.derniere IS 'Dernière écriture de la transaction';
COMMENT ON COLUMN audit.lien.ecritures IS 'Nombre d''écritures';
COMMENT ON COLUMN audit.lien.precedent IS 'Empreinte du lien précédent de la voie';
COMMENT ON COLUMN audit.lien.empreinte IS 'HMAC-SHA-256 du lien, du précédent et des écritures';

CREATE TABLE audit.caviardage (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT caviardage_pk PRIMARY KEY,
  ecriture bigint NOT NULL REFERENCES audit.ecriture,
  par text NOT NULL DEFAULT session_user,
  le timestamptz NOT NULL DEFAULT clock_timestamp(),
  motif text NOT NULL CONSTRAINT caviardage_motif CHECK (btrim(motif) <> ''),
  CONSTRAINT caviardage_unique UNIQUE (ecriture)
);
COMMENT ON TABLE audit.caviardage IS 'Contenus effacés du journal : par qui, quand, pourquoi';
COMMENT ON COLUMN audit.caviardage.id IS 'Identifiant';
COMMENT ON COLUMN audit.caviardage.ecriture IS 'Écriture dont le contenu est effacé';
COMMENT ON COLUMN audit.caviardage.par IS 'Compte';
COMMENT ON COLUMN audit.caviardage.le IS 'Date et heure';
COMMENT ON COLUMN audit.caviardage.motif IS 'Motif';

CREATE TABLE audit.lecture (
  le timestamptz NOT NULL,
  processus integer NOT NULL,
  ordre integer NOT NULL,
  relation text NOT NULL,
  par text NOT NULL,
  application text NOT NULL DEFAULT '',
  couche text,
  emprise box,
  fenetre text,
  habilitation integer,
  finalite text,
  CONSTRAINT lecture_pk PRIMARY KEY (le, processus, ordre, relation)
);
CREATE INDEX lecture_par ON audit.lecture (par, le);
COMMENT ON TABLE audit.lecture IS 'Lectures, tirées du journal pgaudit du serveur ; gardées douze mois';
COMMENT ON COLUMN audit.lecture.le IS 'Date et heure';
COMMENT ON COLUMN audit.lecture.processus IS 'Processus du serveur';
COMMENT ON COLUMN audit.lecture.ordre IS 'Rang de l''ordre dans la session';
COMMENT ON COLUMN audit.lecture.relation IS 'Table ou vue lue';
COMMENT ON COLUMN audit.lecture.par IS 'Compte de la session';
COMMENT ON COLUMN audit.lecture.application IS 'Nom donné par le client';
COMMENT ON COLUMN audit.lecture.couche IS 'Couche affichée, selon le client';
COMMENT ON COLUMN audit.lecture.emprise IS 'Rectangle demandé (Lambert-93), selon le client';
COMMENT ON COLUMN audit.lecture.fenetre IS 'Fenêtre de temps demandée, selon le client';
COMMENT ON COLUMN audit.lecture.habilitation IS 'Habilitation en cours à cette date';
COMMENT ON COLUMN audit.lecture.finalite IS 'Finalité de cette habilitation';
