-- Les sauvegardes faites par le logiciel : notées quand elles sont faites, détruites avec la convention.

CREATE OR REPLACE FUNCTION convention.noter_sauvegarde(fichier text, machine text, cle text, empreinte text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  numero integer;
BEGIN
  IF NOT pg_has_role(session_user, 'cortege_sauvegarde', 'MEMBER') THEN
    RAISE EXCEPTION 'Réservé à qui fait les sauvegardes.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO convention.sauvegarde (fichier, machine, cle, empreinte)
  VALUES (fichier, machine, nullif(cle, ''), empreinte) RETURNING id INTO numero;
  RETURN numero;
END
$$;
GRANT EXECUTE ON FUNCTION convention.noter_sauvegarde(text, text, text, text) TO cortege_sauvegarde;

-- Une sauvegarde, ou la clé qui seule la lit, n'est plus.
CREATE OR REPLACE FUNCTION convention.sauvegarde_detruite(numero integer) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  UPDATE convention.sauvegarde s SET detruite_le = clock_timestamp()
  WHERE s.id = numero AND s.detruite_le IS NULL AND convention.exiger_ordres() IS NOT NULL
$$;
