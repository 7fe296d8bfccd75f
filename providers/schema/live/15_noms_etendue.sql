-- Où commence et où finit un nom de personne dans les mots d'un texte.

-- Le nom qui s'annonce ou commence au mot de rang i : son premier et son dernier mot, 0 s'il n'y en a pas.
CREATE OR REPLACE FUNCTION convention.nom_au_rang(ecarts text[], formes text[], g text[], mots text[], i integer,
  tout_capitales boolean, OUT premier integer, OUT dernier integer, OUT certitude text, OUT raison text)
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE AS $$
DECLARE
  n constant integer := cardinality(g);
  j integer := i;
  k integer := 0;
BEGIN
  certitude := 'incertain';

  IF convention.a_un(g[i], 'C') AND i < n AND ecarts[i + 1] IN ('', ' ', '.', '. ', '  ') AND right(ecarts[i], 1) <> '.'
     AND convention.est_une_civilite(mots[i], ecarts[i + 1], g[i + 1], tout_capitales) THEN
    k := convention.fin_du_nom(ecarts, g, mots, i + 1,
      length(mots[i]) > 2 AND (mots[i] = lower(mots[i]) OR NOT convention.a_un(g[i], 'T')), 4);
    certitude := CASE WHEN k > 0 THEN 'certain' ELSE 'incertain' END;
    raison := 'nom précédé d''une civilité';
  END IF;

  IF k = 0 AND convention.a_un(g[i], 'Pc') THEN
    k := convention.fin_apres_prenom(ecarts, g, mots, i, tout_capitales);
    raison := 'prénom et nom';
    -- « DUPONT Jean »
    IF NOT tout_capitales AND i > 1 AND convention.a_un(g[i], 'H') AND ecarts[i] = ' ' AND length(mots[i - 1]) > 2
       AND convention.a_un(g[i - 1], 'A') AND NOT convention.a_un(g[i - 1], 'OLFCRTPcp') THEN
      j := i - 1;
      k := greatest(k, i);
    END IF;
  END IF;

  IF k = 0 AND convention.a_un(g[i], 'F') AND i < n AND ecarts[i + 1] = ' ' AND NOT tout_capitales
     AND convention.a_un(g[i + 1], 'H') AND NOT convention.a_un(g[i + 1], 'AOLFTCPpc') THEN
    j := i + 1;
    k := convention.fin_du_nom(ecarts, g, mots, j, false, 3);
    raison := 'fonction suivie d''un nom';
  END IF;

  IF k = 0 AND convention.a_un(g[i], 'H') AND length(mots[i]) = 1 AND i < n AND ecarts[i + 1] IN ('.', '. ', '.-') THEN
    k := i + 1;
    IF k < n AND length(mots[k]) = 1 AND ecarts[k + 1] IN ('.', '. ', '.-') THEN
      k := k + 1;
    END IF;
    IF convention.a_un(g[k], 'H') AND NOT convention.a_un(g[k], 'OLRp') AND length(mots[k]) > 2
       AND (NOT tout_capitales OR i > 1 AND convention.a_un(g[i - 1], 'R')) THEN
      raison := 'initiale et nom';
    ELSE
      k := 0;
    END IF;
  END IF;

  IF k = 0 AND convention.a_un(g[i], 'H') AND NOT convention.a_un(g[i], 'OLFCRTpPc') AND NOT tout_capitales AND i > 1
     AND convention.annonce_une_personne(ecarts, g, formes, i) AND NOT (convention.a_un(g[i], 'A') AND length(mots[i]) < 6) THEN
    k := convention.fin_du_nom(ecarts, g, mots, i, false, 3);
    raison := 'nom annoncé comme celui d''une personne';
  END IF;

  premier := j;
  dernier := k;
END
$$;

-- « M. » et « Me » sont aussi des lettres et un pronom : il leur faut leur majuscule et un nom propre derrière.
CREATE OR REPLACE FUNCTION convention.est_une_civilite(mot text, ecart text, suivant text, tout_capitales boolean)
RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE
    WHEN lower(mot) IN ('m', 'mm') THEN mot = upper(mot) AND (left(ecart, 1) = '.' OR convention.a_un(suivant, 'H')) AND convention.a_un(suivant, 'Hp')
    WHEN lower(mot) IN ('me', 'pr', 'dr', 'drs', 'docteur', 'professeur', 'maitre', 'maître') THEN
      convention.a_un(suivant, 'H') AND NOT convention.a_un(suivant, 'O') AND NOT (tout_capitales AND lower(mot) IN ('me', 'pr'))
        AND (lower(mot) <> 'me' OR mot = 'Me')
    ELSE true END
$$;

-- Dernier mot d'un nom qui commencerait au rang i, 0 si ce n'en est pas un. Les particules n'y entrent que suivies
-- d'un mot qui peut être un nom ; `minuscules` admet un nom saisi sans capitale, après une civilité.
CREATE OR REPLACE FUNCTION convention.fin_du_nom(ecarts text[], g text[], mots text[], i integer, minuscules boolean,
  longueur integer) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  n constant integer := cardinality(g);
  k integer := i;
  fin integer := 0;
BEGIN
  WHILE k <= n AND k < i + longueur + 2 LOOP
    EXIT WHEN k > i AND ecarts[k] NOT IN (' ', '  ', '''', '-', '.', '. ');
    EXIT WHEN k > i AND ecarts[k] IN ('.', '. ') AND length(mots[k - 1]) > 1;
    IF convention.a_un(g[k], 'p') AND k < n AND ecarts[k + 1] IN (' ', '''')
       AND (convention.a_un(g[k + 1], 'H') AND NOT convention.a_un(g[k + 1], 'OLF') OR convention.a_un(g[k + 1], 'p') AND NOT convention.a_un(g[k + 1], 'O') AND convention.a_un(g[k], 'H')
            OR convention.a_un(g[k + 1], 'H') AND convention.a_un(g[k], 'H') AND k + 1 <= n
            OR k + 2 <= n AND convention.a_un(g[k + 1], 'p') AND convention.a_un(g[k + 2], 'H') AND NOT convention.a_un(g[k + 2], 'OLF')) THEN
      k := k + 1;
    ELSIF convention.a_un(g[k], 'H') AND (NOT convention.a_un(g[k], 'OLFRTC') OR convention.a_un(g[k], 'P') OR k > i AND convention.a_un(g[k - 1], 'p') AND NOT convention.a_un(g[k], 'F')) THEN
      fin := k;
      k := k + 1;
      EXIT WHEN fin - i >= longueur;
    ELSIF minuscules AND k = i AND NOT convention.a_un(g[k], 'HOLFRTCp') THEN
      RETURN k;
    ELSE
      EXIT;
    END IF;
  END LOOP;
  RETURN fin;
END
$$;

-- Dernier mot d'un nom qui commence par le prénom de rang i, 0 si rien ne dit que c'est une personne.
CREATE OR REPLACE FUNCTION convention.fin_apres_prenom(ecarts text[], g text[], mots text[], i integer,
  tout_capitales boolean) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  n constant integer := cardinality(g);
  annonce constant boolean := i > 1 AND convention.a_un(g[i - 1], 'RF');
  seul constant boolean := convention.a_un(g[i], 'P') AND NOT convention.a_un(g[i], 'O'); -- rien qu'un prénom
  k integer;
BEGIN
  IF convention.a_un(g[i], 'H') AND NOT tout_capitales THEN
    IF i < n AND ecarts[i + 1] IN (' ', '  ', '-', '''') THEN
      k := convention.fin_du_nom(ecarts, g, mots, i + 1, false, 3);
    ELSE
      k := 0;
    END IF;
    RETURN CASE WHEN k > 0 AND NOT (k = i + 1 AND convention.a_un(g[k], 'A') AND length(mots[k]) < 4 AND NOT seul) THEN k
                WHEN seul OR annonce THEN i ELSE 0 END;
  END IF;
  -- Sans le secours des capitales : le mot qui suit ne doit avoir aucun autre sens connu.
  IF i < n AND (seul OR annonce) AND ecarts[i + 1] IN (' ', '  ', '-', '''') AND NOT convention.a_un(g[i + 1], 'OLFRTCcp')
     AND length(mots[i + 1]) > 2 THEN
    RETURN i + 1;
  END IF;
  IF i + 1 < n AND seul AND ecarts[i + 1] = ' ' AND convention.a_un(g[i + 1], 'p') AND NOT convention.a_un(g[i + 2], 'OLFRTCcp')
     AND (tout_capitales OR NOT convention.a_un(g[i + 1], 'O')) AND ecarts[i + 2] IN (' ', '''') THEN
    RETURN i + 2;
  END IF;
  RETURN CASE WHEN annonce AND seul THEN i ELSE 0 END;
END
$$;

-- Vrai si un mot propre inconnu suit un repère : « contact Traoré », « service d'ordre : Ferrandez ».
CREATE OR REPLACE FUNCTION convention.annonce_une_personne(ecarts text[], g text[], formes text[], i integer)
RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE
    WHEN ecarts[i] IN (':', ' :', ': ', ' : ') THEN EXISTS (
      SELECT FROM generate_series(greatest(1, i - 6), i - 1) AS x
      WHERE convention.a_un(g[x], 'R') AND formes[x] NOT IN ('avec', 'par', 'voir', 'chez', 'regie')
        AND NOT EXISTS (SELECT FROM generate_series(x + 1, i - 1) AS y WHERE translate(ecarts[y], ',;.', '') <> ecarts[y]))
    WHEN ecarts[i] = ' ' THEN convention.a_un(g[i - 1], 'R')
      AND formes[i - 1] IN ('contact', 'famille', 'familles', 'nomme', 'nommee', 'appeler', 'rappeler', 'joindre',
        'demander', 'referent', 'referente', 'organisateur', 'organisatrice', 'declarant', 'declarante', 'prenom', 'nom')
    ELSE false END
$$;
