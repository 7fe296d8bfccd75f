-- Qui peut quoi : personnes, habilitations et actes signés. Aucune ligne de ces tables ne se modifie.

CREATE TABLE habilitation.organisation (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  nom text NOT NULL CONSTRAINT organisation_nom_unique UNIQUE,
  partie text NOT NULL CONSTRAINT organisation_partie CHECK (partie IN ('ville', 'prefecture', 'service_police')),
  cree_le timestamptz NOT NULL DEFAULT clock_timestamp(),
  cree_par text NOT NULL DEFAULT session_user
);
COMMENT ON TABLE habilitation.organisation IS 'Organisations dont relèvent les personnes habilitées';
COMMENT ON COLUMN habilitation.organisation.id IS 'Identifiant';
COMMENT ON COLUMN habilitation.organisation.nom IS 'Nom, cité dans l''autorisation de la Préfecture pour un service de police';
COMMENT ON COLUMN habilitation.organisation.partie IS 'Partie à la convention : ville, prefecture, ou service_police autorisé';
COMMENT ON COLUMN habilitation.organisation.cree_le IS 'Date d''enregistrement';
COMMENT ON COLUMN habilitation.organisation.cree_par IS 'Compte qui a enregistré ou autorisé l''organisation';

CREATE TABLE habilitation.autorisation (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organisation integer NOT NULL REFERENCES habilitation.organisation,
  autorisee boolean NOT NULL,
  par text NOT NULL DEFAULT session_user,
  le timestamptz NOT NULL DEFAULT clock_timestamp(),
  motif text NOT NULL DEFAULT ''
);
COMMENT ON TABLE habilitation.autorisation IS 'Services de police autorisés par la Préfecture, et retraits (art. 7)';
COMMENT ON COLUMN habilitation.autorisation.id IS 'Ordre des décisions';
COMMENT ON COLUMN habilitation.autorisation.organisation IS 'Service de police';
COMMENT ON COLUMN habilitation.autorisation.autorisee IS 'Vrai : autorisé ; faux : autorisation retirée';
COMMENT ON COLUMN habilitation.autorisation.par IS 'Compte qui signe : celui de la session';
COMMENT ON COLUMN habilitation.autorisation.le IS 'Date et heure de la signature';
COMMENT ON COLUMN habilitation.autorisation.motif IS 'Motif ou référence de la décision';

CREATE TABLE habilitation.personne (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  login text NOT NULL CONSTRAINT personne_login_unique UNIQUE
    CONSTRAINT personne_login_forme CHECK (login ~ '^[a-z][a-z0-9_]{2,30}$'),
  organisation integer NOT NULL REFERENCES habilitation.organisation,
  service text NOT NULL,
  cree_le timestamptz NOT NULL DEFAULT clock_timestamp(),
  cree_par text NOT NULL DEFAULT session_user
);
COMMENT ON TABLE habilitation.personne IS 'Personnes connues, sous un identifiant qui ne dit pas leur nom';
COMMENT ON COLUMN habilitation.personne.id IS 'Identifiant interne';
COMMENT ON COLUMN habilitation.personne.login IS 'Compte de connexion, propre à la personne';
COMMENT ON COLUMN habilitation.personne.organisation IS 'Organisation dont elle relève';
COMMENT ON COLUMN habilitation.personne.service IS 'Service : un agent modifie les événements de son service';
COMMENT ON COLUMN habilitation.personne.cree_le IS 'Date d''enregistrement';
COMMENT ON COLUMN habilitation.personne.cree_par IS 'Compte qui a enregistré la personne';

CREATE TABLE habilitation.identite (
  personne integer PRIMARY KEY REFERENCES habilitation.personne,
  nom text NOT NULL,
  prenom text NOT NULL,
  fonction text NOT NULL DEFAULT ''
);
COMMENT ON TABLE habilitation.identite IS 'Noms des personnes : lus par ceux qui tiennent la liste, et par eux seuls';
COMMENT ON COLUMN habilitation.identite.personne IS 'Personne';
COMMENT ON COLUMN habilitation.identite.nom IS 'Nom';
COMMENT ON COLUMN habilitation.identite.prenom IS 'Prénom';
COMMENT ON COLUMN habilitation.identite.fonction IS 'Fonction';

CREATE TABLE habilitation.habilitation (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  personne integer NOT NULL REFERENCES habilitation.personne,
  profil text NOT NULL CONSTRAINT habilitation_profil CHECK (profil IN ('agent_prefecture', 'service_police',
    'analyste_ville', 'autorite_ville', 'dga_securite', 'validation_prefecture', 'dpo')),
  unites integer[],
  genres text[] CONSTRAINT habilitation_genres CHECK (genres <@ ARRAY['deambulatoire', 'statique',
    'operation_programmee', 'visite_officielle', 'fait']),
  sources text[],
  finalite text NOT NULL CONSTRAINT habilitation_finalite CHECK (btrim(finalite) <> ''),
  debut timestamptz NOT NULL,
  fin timestamptz NOT NULL,
  CONSTRAINT habilitation_dates CHECK (debut < fin)
);
CREATE INDEX habilitation_personne ON habilitation.habilitation (personne);
COMMENT ON TABLE habilitation.habilitation IS 'Habilitations demandées ; tout changement en est une nouvelle';
COMMENT ON COLUMN habilitation.habilitation.id IS 'Numéro de l''habilitation';
COMMENT ON COLUMN habilitation.habilitation.personne IS 'Personne habilitée';
COMMENT ON COLUMN habilitation.habilitation.profil IS 'Profil : rôle de groupe dont la personne devient membre';
COMMENT ON COLUMN habilitation.habilitation.unites IS 'Unités du territoire visibles ; vide : tout le territoire';
COMMENT ON COLUMN habilitation.habilitation.genres IS 'Genres d''événements visibles ; vide : tous';
COMMENT ON COLUMN habilitation.habilitation.sources IS 'Sources de faits visibles ; vide : toutes';
COMMENT ON COLUMN habilitation.habilitation.finalite IS 'Finalité de l''accès (art. 6)';
COMMENT ON COLUMN habilitation.habilitation.debut IS 'Prise d''effet';
COMMENT ON COLUMN habilitation.habilitation.fin IS 'Fin, à l''heure de l''horloge';

CREATE TABLE habilitation.acte (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  habilitation integer NOT NULL REFERENCES habilitation.habilitation,
  acte text NOT NULL CONSTRAINT acte_connu CHECK (acte IN ('demande', 'validation', 'accord', 'refus',
    'suspension', 'reprise', 'revocation', 'remplacement', 'expiration', 'secret')),
  profil text,
  par text NOT NULL DEFAULT session_user,
  le timestamptz NOT NULL DEFAULT clock_timestamp(),
  motif text NOT NULL DEFAULT ''
);
CREATE INDEX acte_habilitation ON habilitation.acte (habilitation, id);
COMMENT ON TABLE habilitation.acte IS 'Actes signés de la procédure, dans l''ordre ; ni modifiés ni effacés';
COMMENT ON COLUMN habilitation.acte.id IS 'Ordre des actes';
COMMENT ON COLUMN habilitation.acte.habilitation IS 'Habilitation concernée';
COMMENT ON COLUMN habilitation.acte.acte IS 'Nature de l''acte';
COMMENT ON COLUMN habilitation.acte.profil IS 'Profil au titre duquel l''acte est signé ; vide : la base elle-même';
COMMENT ON COLUMN habilitation.acte.par IS 'Compte qui signe : celui de la session, jamais un paramètre';
COMMENT ON COLUMN habilitation.acte.le IS 'Date et heure de la signature';
COMMENT ON COLUMN habilitation.acte.motif IS 'Motif ou référence de la décision';
