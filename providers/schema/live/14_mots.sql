-- Données personnelles, seconde moitié : les noms. Un texte est lu mot à mot ; le lexique dit ce qu'est chaque mot ;
-- ce qui précède dit si le nom est celui d'une voie ou d'un lieu (« rue Jean Jaurès » ne désigne personne).

-- Les mots d'un texte, leurs positions, ce qui les sépare du précédent, et leurs genres : les lettres du lexique
-- (convention.lexique.lettre), puis H pour une capitale initiale, A pour un mot tout en capitales.
CREATE OR REPLACE FUNCTION convention.mots(t text)
RETURNS TABLE (rang integer, ecart text, mot text, debut integer, fin integer, forme text, genres text)
LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
  WITH decoupe AS (
    SELECT n::integer AS rang, m[1] AS ecart, m[2] AS mot,
           (sum(length(m[1]) + length(m[2])) OVER (ORDER BY n))::integer AS fin,
           lower(public.unaccent('public.unaccent'::regdictionary, m[2])) AS forme
    FROM regexp_matches(t, '([^[:alpha:]]*)([[:alpha:]]+(?:-[[:alpha:]]+)*)', 'g') WITH ORDINALITY AS x (m, n))
  SELECT d.rang, d.ecart, d.mot, d.fin - length(d.mot) + 1, d.fin, d.forme,
         coalesce((SELECT string_agg(l.lettre, '') FROM convention.lexique l WHERE l.forme = d.forme), '')
           -- « Marie-Claude » est un prénom, « Saint-Charles » un lieu : le premier élément décide.
           || CASE WHEN strpos(d.forme, '-') = 0 THEN ''
              WHEN split_part(d.forme, '-', 1) IN ('saint', 'sainte', 'st', 'ste', 'notre') THEN 'O'
              ELSE coalesce((SELECT string_agg(l.lettre, '') FROM convention.lexique l
                             WHERE l.forme = split_part(d.forme, '-', 1) AND l.lettre IN ('P', 'c')), '') END
           || CASE WHEN left(d.mot, 1) <> lower(left(d.mot, 1)) THEN 'H' ELSE '' END
           || CASE WHEN length(d.mot) > 1 AND d.mot = upper(d.mot) AND d.mot <> lower(d.mot) THEN 'A' ELSE '' END
  FROM decoupe d
$$;

-- Vrai si l'une des lettres est dans les genres d'un mot. Une expression régulière par test viderait le cache de
-- celles, plus lourdes, des numéros.
CREATE OR REPLACE FUNCTION convention.a_un(genres text, lettres text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT translate(genres, lettres, '') <> genres $$;

-- Vrai si le mot de rang `i` est le nom d'une voie, d'un lieu, d'une institution : on remonte articles, titres et
-- adjectifs jusqu'à un type de lieu. `noms_de_lieux` : dernier mot du nom de lieu précédent, pour « rues A et B ».
CREATE OR REPLACE FUNCTION convention.nomme_un_lieu(mots text[], ecarts text[], genres text[], i integer)
RETURNS boolean
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  j integer := i - 1;
  ecart text := ecarts[i];
  pas integer := 0;
BEGIN
  WHILE j >= 1 AND pas < 7 LOOP
    -- Un numéro peut séparer un type de lieu de son nom, une virgule ou un point final non.
    EXIT WHEN translate(ecart, ' ''.-0123456789', '') <> '' OR ecart = '. ' AND length(mots[j]) > 5;
    IF convention.a_un(genres[j], 'L') THEN
      RETURN true;
    END IF;
    EXIT WHEN NOT convention.a_un(genres[j], 'Tp') AND length(mots[j]) > 1;
    ecart := ecarts[j];
    j := j - 1;
    pas := pas + 1;
  END LOOP;
  RETURN false;
END
$$;
