-- Words of the search: one normal form for what people type and for what the base holds.

CREATE OR REPLACE FUNCTION voirie.abreviations() RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '{
    "av":"avenue", "ave":"avenue", "aven":"avenue", "bd":"boulevard", "bld":"boulevard", "blvd":"boulevard",
    "bvd":"boulevard", "boul":"boulevard", "boulv":"boulevard", "pl":"place", "plc":"place", "rte":"route",
    "che":"chemin", "ch":"chemin", "chem":"chemin", "imp":"impasse", "all":"allee", "allees":"allee", "trav":"traverse",
    "tra":"traverse", "trse":"traverse", "crs":"cours", "q":"quai", "qu":"quai", "sq":"square", "esp":"esplanade",
    "prom":"promenade", "pass":"passage", "psg":"passage", "mtee":"montee", "fg":"faubourg", "fbg":"faubourg",
    "rpt":"rond point", "lot":"lotissement", "res":"residence", "esc":"escaliers", "escalier":"escaliers",
    "st":"saint", "ste":"sainte", "sts":"saints", "stes":"saintes", "nd":"notre dame",
    "gal":"general", "gen":"general", "gnl":"general", "mal":"marechal", "mar":"marechal", "mchal":"marechal",
    "dr":"docteur", "doct":"docteur", "pdt":"president", "pres":"president", "prdt":"president", "col":"colonel",
    "cdt":"commandant", "cmdt":"commandant", "cap":"capitaine", "cne":"capitaine", "lt":"lieutenant",
    "sgt":"sergent", "adj":"adjudant", "pr":"professeur", "prof":"professeur", "mgr":"monseigneur",
    "gd":"grand", "gde":"grande", "ptt":"petit", "pt":"petit", "pte":"petite", "vx":"vieux", "abb":"abbe",
    "hop":"hopital", "lyc":"lycee", "clg":"college", "univ":"universite", "gym":"gymnase",
    "biblio":"bibliotheque", "med":"mediatheque", "cc":"centre commercial", "mairie":"mairie",
    "elem":"elementaire", "mat":"maternelle", "primaire":"elementaire", "foot":"football",
    "ier":"1er", "premier":"1er"
  }'::jsonb
$$;
COMMENT ON FUNCTION voirie.abreviations() IS 'Abréviations courantes des adresses et leur forme pleine';

-- Articles carry no information and are the first thing people drop.
CREATE OR REPLACE FUNCTION voirie.mots(texte text) RETURNS text[]
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH brut AS (
    SELECT regexp_split_to_table(
      regexp_replace(lower(unaccent(coalesce(texte, ''))), '[^a-z0-9]+', ' ', 'g'), ' ') AS mot
  ), plein AS (
    SELECT regexp_split_to_table(coalesce(voirie.abreviations() ->> mot, mot), ' ') AS mot FROM brut
  )
  SELECT coalesce(array_agg(mot), '{}')
  FROM plein
  WHERE mot <> '' AND mot NOT IN ('d', 'l', 'de', 'du', 'des', 'la', 'le', 'les', 'a', 'au', 'aux', 'en', 'et')
$$;
COMMENT ON FUNCTION voirie.mots(text) IS 'Mots d''un texte, sans accents, articles ni abréviations';

CREATE OR REPLACE FUNCTION voirie.types_de_voie() RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '{rue,avenue,boulevard,place,chemin,traverse,impasse,allee,cours,route,quai,square,montee,passage,
    esplanade,promenade,faubourg,lotissement,residence,villa,hameau,escaliers,ruelle,sentier,parvis,corniche,
    voie,pont,venelle,domaine,groupe,cite,parc,clos,mas,campagne}'::text[]
$$;
COMMENT ON FUNCTION voirie.types_de_voie() IS 'Mots qui disent le type d''une voie : ils départagent, ils ne trouvent pas';

-- Edits between two words, two neighbouring letters swapped counting for one.
CREATE OR REPLACE FUNCTION voirie.fautes(saisi text, connu text) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN n = 2 AND length(saisi) = length(connu)
    AND (SELECT string_agg(c, '' ORDER BY c) FROM regexp_split_to_table(saisi, '') c)
      = (SELECT string_agg(c, '' ORDER BY c) FROM regexp_split_to_table(connu, '') c) THEN 1 ELSE n END
  FROM levenshtein(left(saisi, 60), left(connu, 60)) AS n
$$;
COMMENT ON FUNCTION voirie.fautes(text, text) IS 'Nombre de fautes de frappe entre deux mots';

-- How alike two words are, in [0, 1]: typing errors for short damage, trigrams for longer.
CREATE OR REPLACE FUNCTION voirie.ressemblance(saisi text, connu text, en_cours boolean) RETURNS real
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN saisi = connu THEN 1.0
    WHEN connu LIKE saisi || '%' AND (en_cours OR length(saisi) >= 4)
      THEN 0.75 + 0.2 * length(saisi)::real / length(connu)
    WHEN length(saisi) = 1 THEN CASE WHEN connu LIKE saisi || '%' THEN 0.5 ELSE 0 END
    WHEN saisi ~ '^[0-9]' OR connu ~ '^[0-9]' THEN 0
    ELSE 0.95 * greatest(similarity(saisi, connu),
                         1 - voirie.fautes(saisi, connu)::real / greatest(length(saisi), length(connu)))
    END::real
$$;
COMMENT ON FUNCTION voirie.ressemblance(text, text, boolean) IS
  'Ressemblance de deux mots entre 0 et 1 ; en_cours : le mot est peut-être en train d''être tapé';
