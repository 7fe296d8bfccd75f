-- Aucune donnée personnelle (art. 3) : le lexique du contrôle et les confirmations de noms.

CREATE TABLE convention.lexique (
  classe text NOT NULL CONSTRAINT lexique_classe CHECK (classe IN ('prenom', 'prenom_commun', 'civilite', 'fonction',
    'lieu', 'lieu_pluriel', 'titre', 'particule', 'mot', 'repere', 'celebre')),
  forme text NOT NULL,
  locale boolean NOT NULL DEFAULT true,
  -- Sa lettre dans reperer_noms : P prénom, c prénom et mot commun, C civilité, F fonction, L lieu, M lieux au
  -- pluriel, T titre ou adjectif de lieu, p particule, O mot ordinaire, R repère, E nom porté par une voie.
  lettre text GENERATED ALWAYS AS (CASE classe WHEN 'prenom' THEN 'P' WHEN 'prenom_commun' THEN 'c'
    WHEN 'civilite' THEN 'C' WHEN 'fonction' THEN 'F' WHEN 'lieu' THEN 'L' WHEN 'lieu_pluriel' THEN 'LM'
    WHEN 'titre' THEN 'T' WHEN 'particule' THEN 'p' WHEN 'mot' THEN 'O' WHEN 'repere' THEN 'R' ELSE 'E' END) STORED,
  CONSTRAINT lexique_pk PRIMARY KEY (forme, classe)
);
COMMENT ON TABLE convention.lexique IS
  'Mots du contrôle des données personnelles : prénoms, civilités, fonctions, types de lieux, noms de voies';
COMMENT ON COLUMN convention.lexique.classe IS 'Ce que le mot est pour le contrôle';
COMMENT ON COLUMN convention.lexique.forme IS 'Mot ou suite de mots, en minuscules et sans accent';
COMMENT ON COLUMN convention.lexique.lettre IS 'La classe en une lettre';
COMMENT ON COLUMN convention.lexique.locale IS 'Ajouté sur place : gardé quand le déploiement renouvelle la liste livrée';

CREATE TABLE convention.confirmation (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT confirmation_pk PRIMARY KEY,
  par text NOT NULL DEFAULT session_user,
  le timestamptz NOT NULL DEFAULT clock_timestamp(),
  empreinte bytea NOT NULL,
  noms integer NOT NULL
);
CREATE INDEX confirmation_empreinte ON convention.confirmation (empreinte, par, le);
COMMENT ON TABLE convention.confirmation IS
  'Textes dont une personne a confirmé qu''ils ne désignent personne ; l''empreinte est à clé, le texte n''y est pas';
COMMENT ON COLUMN convention.confirmation.id IS 'Identifiant';
COMMENT ON COLUMN convention.confirmation.par IS 'Compte qui confirme : celui de la session';
COMMENT ON COLUMN convention.confirmation.le IS 'Date et heure de la confirmation';
COMMENT ON COLUMN convention.confirmation.empreinte IS 'HMAC-SHA-256 du texte';
COMMENT ON COLUMN convention.confirmation.noms IS 'Nombre de noms incertains que la personne a vus et confirmés';
