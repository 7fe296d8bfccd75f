-- Ce qui est demandé au serveur de cartes : une ligne par requête, écrite avant d'y répondre. Les tables lues pour y
-- répondre sont au journal des lectures ; ici est la demande elle-même, servie ou refusée.

CREATE TABLE audit.requete (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT requete_pk PRIMARY KEY,
  le timestamptz NOT NULL DEFAULT clock_timestamp(),
  par text NOT NULL DEFAULT session_user,
  habilitation integer,
  finalite text,
  service text NOT NULL CONSTRAINT requete_service CHECK (service IN ('wms', 'wfs')),
  operation text NOT NULL,
  couches text[] NOT NULL,
  emprise text,
  fenetre text,
  refus text
);
CREATE INDEX requete_par ON audit.requete (par, le);
COMMENT ON TABLE audit.requete IS 'Requêtes au serveur de cartes ; gardées comme les lectures';
COMMENT ON COLUMN audit.requete.id IS 'Numéro d''ordre';
COMMENT ON COLUMN audit.requete.le IS 'Date et heure';
COMMENT ON COLUMN audit.requete.par IS 'Compte de la session : la personne';
COMMENT ON COLUMN audit.requete.habilitation IS 'Habilitation en cours ; vide : aucune';
COMMENT ON COLUMN audit.requete.finalite IS 'Finalité de cette habilitation';
COMMENT ON COLUMN audit.requete.service IS 'wms (images) ou wfs (objets)';
COMMENT ON COLUMN audit.requete.operation IS 'GetMap, GetFeatureInfo…';
COMMENT ON COLUMN audit.requete.couches IS 'Couches demandées';
COMMENT ON COLUMN audit.requete.emprise IS 'Système de coordonnées et rectangle demandés, tels quels';
COMMENT ON COLUMN audit.requete.fenetre IS 'Instant ou intervalle demandé, heure du territoire';
COMMENT ON COLUMN audit.requete.refus IS 'Vide si servie ; sinon pourquoi : habilitation, convention, plateforme ou profil';
