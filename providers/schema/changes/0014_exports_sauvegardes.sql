-- Les copies : celles que la base constate elle-même, les attestations de leur destruction, et les sauvegardes.

ALTER TABLE convention.export
  ALTER lignes DROP NOT NULL,
  ALTER empreinte DROP NOT NULL,
  ADD constat boolean NOT NULL DEFAULT false,
  ADD processus integer,
  ADD ordre integer,
  ADD attestation_empreinte text CONSTRAINT export_attestation CHECK (attestation_empreinte ~ '^[0-9a-f]{64}$'),
  ADD atteste_par text,
  ADD atteste_le timestamptz,
  ADD CONSTRAINT export_declare CHECK (constat OR empreinte IS NOT NULL AND lignes IS NOT NULL),
  ADD CONSTRAINT export_constat_unique UNIQUE (le, processus, ordre);
COMMENT ON COLUMN convention.export.lignes IS 'Nombre de lignes ; vide pour un constat que personne n''a justifié';
COMMENT ON COLUMN convention.export.empreinte IS 'SHA-256 du fichier ; vide pour un constat que personne n''a justifié';
COMMENT ON COLUMN convention.export.constat IS 'Vrai si la base a constaté la copie (COPY) avant toute déclaration';
COMMENT ON COLUMN convention.export.processus IS 'Processus du serveur qui a servi la copie constatée';
COMMENT ON COLUMN convention.export.ordre IS 'Rang de l''ordre dans la session, comme au journal des lectures';
COMMENT ON COLUMN convention.export.attestation_empreinte IS 'SHA-256 de l''attestation';
COMMENT ON COLUMN convention.export.atteste_par IS 'Compte qui a versé l''attestation';
COMMENT ON COLUMN convention.export.atteste_le IS 'Date de l''attestation';

CREATE TABLE convention.sauvegarde (
  id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT sauvegarde_pk PRIMARY KEY,
  fichier text NOT NULL,
  machine text NOT NULL,
  cle text,
  empreinte text NOT NULL CONSTRAINT sauvegarde_empreinte CHECK (empreinte ~ '^[0-9a-f]{64}$'),
  par text NOT NULL DEFAULT session_user,
  le timestamptz NOT NULL DEFAULT clock_timestamp(),
  detruite_le timestamptz
);
COMMENT ON TABLE convention.sauvegarde IS 'Sauvegardes faites par « cortege db backup » : la destruction les retrouve';
COMMENT ON COLUMN convention.sauvegarde.id IS 'Numéro';
COMMENT ON COLUMN convention.sauvegarde.fichier IS 'Chemin du fichier';
COMMENT ON COLUMN convention.sauvegarde.machine IS 'Machine où il fut écrit';
COMMENT ON COLUMN convention.sauvegarde.cle IS 'Chemin de la clé qui le déchiffre, sur cette machine ; vide : en clair';
COMMENT ON COLUMN convention.sauvegarde.empreinte IS 'SHA-256 du fichier';
COMMENT ON COLUMN convention.sauvegarde.par IS 'Compte';
COMMENT ON COLUMN convention.sauvegarde.le IS 'Date et heure';
COMMENT ON COLUMN convention.sauvegarde.detruite_le IS 'Date de sa destruction';
