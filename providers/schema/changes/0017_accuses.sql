-- Chaque DPO accuse réception : d'un avenant qui s'ouvre, d'un changement de la nature des données qui a eu lieu (art. 3).

CREATE TABLE convention.accuse (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT accuse_pk PRIMARY KEY,
  avenant text REFERENCES convention.avenant,
  changement bigint REFERENCES convention.changement,
  partie text NOT NULL CONSTRAINT accuse_partie CHECK (partie IN ('ville', 'prefecture')),
  par text NOT NULL DEFAULT session_user,
  le timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT accuse_objet CHECK (num_nonnulls(avenant, changement) = 1),
  CONSTRAINT accuse_avenant_unique UNIQUE (avenant, partie),
  CONSTRAINT accuse_changement_unique UNIQUE (changement, partie)
);
COMMENT ON TABLE convention.accuse IS 'Accusés de réception des deux DPO : avenants et changements de nature dont ils ont été informés';
COMMENT ON COLUMN convention.accuse.id IS 'Identifiant';
COMMENT ON COLUMN convention.accuse.avenant IS 'Avenant dont la DPO a pris connaissance';
COMMENT ON COLUMN convention.accuse.changement IS 'Changement dont elle a pris connaissance';
COMMENT ON COLUMN convention.accuse.partie IS 'Partie de la DPO';
COMMENT ON COLUMN convention.accuse.par IS 'Compte';
COMMENT ON COLUMN convention.accuse.le IS 'Date et heure';
