-- Les tables dont chaque écriture est au journal, et sous quelle forme.
CREATE OR REPLACE FUNCTION audit.suivre(nom text, cle text, forme text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  EXECUTE format('CREATE OR REPLACE TRIGGER z_journal_ajout AFTER INSERT ON %s REFERENCING NEW TABLE AS nouvelles
    FOR EACH STATEMENT EXECUTE FUNCTION audit.noter(%L, %L)', nom, cle, forme);
  EXECUTE format('CREATE OR REPLACE TRIGGER z_journal_changement AFTER UPDATE ON %s
    REFERENCING NEW TABLE AS nouvelles OLD TABLE AS anciennes
    FOR EACH STATEMENT EXECUTE FUNCTION audit.noter(%L, %L)', nom, cle, forme);
  EXECUTE format('CREATE OR REPLACE TRIGGER z_journal_retrait AFTER DELETE ON %s REFERENCING OLD TABLE AS anciennes
    FOR EACH STATEMENT EXECUTE FUNCTION audit.noter(%L, %L)', nom, cle, forme);
  EXECUTE format('CREATE OR REPLACE TRIGGER z_journal_vidage BEFORE TRUNCATE ON %s
    FOR EACH STATEMENT EXECUTE FUNCTION audit.refuser()', nom);
END
$$;

SELECT audit.suivre(nom, cle, forme) FROM (VALUES
  ('cortege.manifestation_deambulatoire', 'id', 'json'),
  ('cortege.manifestation_statique', 'id', 'json'),
  ('cortege.operation_programmee', 'id', 'json'),
  ('cortege.visite_officielle', 'id', 'json'),
  ('cortege.adresse', 'id', 'json'),
  ('plateforme.fait', 'id', 'enregistrement'),
  ('plateforme.source', 'code', 'json'),
  ('plateforme.calcul', 'id', 'json'),
  ('habilitation.organisation', 'id', 'json'),
  ('habilitation.personne', 'id', 'json'),
  -- Des noms : ceux qui tiennent la liste les lisent, le journal non.
  ('habilitation.identite', 'personne', 'rien'),
  ('habilitation.habilitation', 'id', 'json'),
  ('habilitation.acte', 'id', 'json'),
  ('convention.convention', 'id', 'json'),
  ('convention.confirmation', 'id', 'json'),
  ('convention.acte', 'id', 'json'),
  ('convention.avenant', 'reference', 'json'),
  ('convention.changement', 'id', 'json'),
  ('convention.accuse', 'id', 'json'),
  ('convention.remise', 'id', 'json'),
  ('convention.export', 'id', 'json'),
  ('convention.conservation', 'genre', 'json'),
  ('convention.purge', 'id', 'json'),
  ('convention.etape', 'numero', 'json'),
  ('convention.sauvegarde', 'id', 'json'),
  ('convention.demonstration', 'id', 'json'),
  ('audit.caviardage', 'id', 'json')) AS suivi (nom, cle, forme);
