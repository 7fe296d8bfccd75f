-- Ce que la veille a déjà appliqué : elle ne revoit toutes les personnes que lorsqu'un acte ou une date l'exige.

CREATE TABLE habilitation.veille (
  id boolean CONSTRAINT veille_pk PRIMARY KEY DEFAULT true CONSTRAINT veille_unique CHECK (id),
  le timestamptz NOT NULL,
  acte bigint NOT NULL,
  autorisation integer NOT NULL
);
INSERT INTO habilitation.veille (le, acte, autorisation) VALUES ('-infinity', 0, 0);
COMMENT ON TABLE habilitation.veille IS 'Dernière veille qui a revu toutes les habilitations';
COMMENT ON COLUMN habilitation.veille.id IS 'Toujours vrai : la ligne est unique';
COMMENT ON COLUMN habilitation.veille.le IS 'Instant jusqu''où les dates ont été appliquées';
COMMENT ON COLUMN habilitation.veille.acte IS 'Dernier acte appliqué';
COMMENT ON COLUMN habilitation.veille.autorisation IS 'Dernière autorisation de service appliquée';
