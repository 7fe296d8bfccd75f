-- Les noms d'un texte simplifié. Certains après une civilité ; incertains après un prénom, une fonction, une initiale
-- ou un mot qui annonce une personne (« contact : »).
CREATE OR REPLACE FUNCTION convention.reperer_noms(t text)
RETURNS TABLE (debut integer, fin integer, certitude text, raison text)
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE AS $$
DECLARE
  mots text[];
  formes text[];
  ecarts text[];
  debuts integer[];
  fins integer[];
  g text[]; -- les genres de chaque mot, voir convention.mots
  tout_capitales boolean;
  dernier_lieu integer := 0;
  lieux_suivent boolean := false;
  n integer;
  i integer := 1;
  j integer;
  k integer;
  nom text;
BEGIN
  SELECT array_agg(m.mot ORDER BY m.rang), array_agg(m.forme ORDER BY m.rang), array_agg(m.ecart ORDER BY m.rang),
         array_agg(m.debut ORDER BY m.rang), array_agg(m.fin ORDER BY m.rang), array_agg(m.genres ORDER BY m.rang)
    INTO mots, formes, ecarts, debuts, fins, g FROM convention.mots(t) m;
  n := coalesce(cardinality(mots), 0);
  -- Rien qui puisse annoncer ou commencer un nom : le cas de presque tous les textes.
  IF n = 0 OR NOT convention.a_un(array_to_string(g, ' '), 'PcCFR') AND t !~ '\m[A-Z]\.[ -]?[[:upper:]]' THEN
    RETURN;
  END IF;
  SELECT count(*) FILTER (WHERE convention.a_un(x, 'A')) * 10 >= count(*) FILTER (WHERE NOT convention.a_un(x, 'p')) * 7 AND n > 1
    INTO tout_capitales FROM unnest(g) AS x;

  WHILE i <= n LOOP
    SELECT x.premier, x.dernier, x.certitude, x.raison INTO j, k, certitude, raison
      FROM convention.nom_au_rang(ecarts, formes, g, mots, i, tout_capitales) x;
    IF k = 0 THEN
      i := i + 1;
      CONTINUE;
    END IF;

    nom := array_to_string(formes[j:k], ' ');
    IF convention.nomme_un_lieu(formes, ecarts, g, j) THEN
      -- « rues Jean Roque et Armand Bédarrides » : le pluriel vaut pour les suivants.
      lieux_suivent := EXISTS (SELECT FROM generate_series(greatest(1, j - 6), j - 1) AS x WHERE convention.a_un(g[x], 'M'));
      dernier_lieu := k;
    ELSIF lieux_suivent AND dernier_lieu > 0 AND j - dernier_lieu BETWEEN 1 AND 3
        AND NOT EXISTS (SELECT FROM generate_series(dernier_lieu + 1, j - 1) AS x
                        WHERE formes[x] <> 'et' AND NOT convention.a_un(g[x], 'Tp')) THEN
      dernier_lieu := k;
    ELSIF certitude = 'incertain' AND EXISTS (SELECT FROM convention.lexique l
        WHERE l.classe = 'celebre' AND l.forme = translate(nom, '-', ' ')) THEN
      NULL;
    ELSE
      debut := debuts[j];
      fin := fins[k];
      RETURN NEXT;
    END IF;
    i := k + 1;
  END LOOP;
END
$$;
