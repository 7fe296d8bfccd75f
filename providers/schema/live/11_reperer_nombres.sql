-- Données personnelles, première moitié : ce qui se reconnaît à sa forme (numéros, adresses électroniques, dates).
-- Chaque fonction rend les positions (à partir de 1, fin comprise) de ce qu'elle trouve dans un texte simplifié.

-- Même longueur que le texte, pour que les positions valent pour l'original : espaces, tirets, chiffres et lettres
-- d'autres alphabets de présentation ramenés à leur forme ordinaire.
CREATE OR REPLACE FUNCTION convention.texte_simplifie(texte text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT translate(texte,
    U&'\00A0\2007\2009\200A\200B\200C\200D\202F\2060\FEFF\0009\00AD\2010\2011\2012\2013\2014\2015\2212\FE63\FF0D'
      || U&'\2019\02BC\2018\00B7\2024\FF0E\FF20\FE6B\FF0B\2215\2044\FF0F'
      || U&'\FF10\FF11\FF12\FF13\FF14\FF15\FF16\FF17\FF18\FF19'
      || U&'\0660\0661\0662\0663\0664\0665\0666\0667\0668\0669' || U&'\1D50\1D49\02B3\02E1',
    '           ---------' || '-' || '''''''...@@+///' || '0123456789' || '0123456789' || 'merl')
$$;

CREATE OR REPLACE FUNCTION convention.occurrences(texte text, motif text, options text DEFAULT '')
RETURNS TABLE (debut integer, fin integer)
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  debut := regexp_instr(texte, motif, 1, 1, 0, options);
  WHILE debut > 0 LOOP
    fin := regexp_instr(texte, motif, debut, 1, 1, options) - 1;
    RETURN NEXT;
    EXIT WHEN fin >= length(texte);
    debut := regexp_instr(texte, motif, fin + 1, 1, 0, options);
  END LOOP;
END
$$;

CREATE OR REPLACE FUNCTION convention.reperer_courriels(t text)
RETURNS TABLE (debut integer, fin integer, certitude text, raison text)
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  arobase constant text := '( ?@ ?| ?[([{] ?(at|arobase|arrobase|a|@) ?[])}] ?| (at|arobase|arrobase) )';
  point constant text := '(\.| ?[([{] ?(dot|point) ?[])}] ?| (dot|point) )';
BEGIN
  IF t !~* '@|arr?obase|\mat\M|[([{] ?a ?[])}]' THEN
    RETURN;
  END IF;
  RETURN QUERY SELECT o.debut, o.fin, 'certain', 'adresse électronique'
    FROM convention.occurrences(t, '[[:alnum:]][[:alnum:]._%+-]*' || arobase || '[[:alnum:]-]+(' || point
      || '[[:alnum:]-]+)*' || point || '[[:alpha:]]{2,}', 'i') o;
END
$$;

-- Longueur d'un IBAN par pays (ISO 13616) ; la clé (mod 97) décide.
CREATE OR REPLACE FUNCTION convention.reperer_iban(t text)
RETURNS TABLE (debut integer, fin integer, certitude text, raison text)
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  longueurs constant jsonb := '{"FR":27,"MC":27,"DE":22,"BE":16,"ES":24,"IT":27,"PT":25,"NL":18,"LU":20,"CH":21,"GB":22,
    "IE":22,"AT":20,"PL":28,"GR":27,"RO":24,"TN":24,"SE":24,"DK":18,"FI":18,"NO":15,"CZ":24,"HU":28,"HR":21,"AD":24,
    "MT":31,"CY":28,"SM":27,"LI":21,"BG":22,"SK":24,"SI":19,"LT":20,"LV":21,"EE":20,"TR":26,"MA":28}';
  o record;
  pays text;
  lu text;
  compte text;
BEGIN
  FOR o IN SELECT * FROM convention.occurrences(t, '(?<![[:alnum:]])[A-Z]{2}[0-9]{2}(?=[ .-]?[A-Z0-9]{4})', 'i') LOOP
    pays := upper(substr(t, o.debut, 2));
    CONTINUE WHEN longueurs -> pays IS NULL;
    lu := substring(substr(t, o.debut, 60) FROM '^(?:[ .-]?[A-Za-z0-9]){' || (longueurs ->> pays) || '}');
    CONTINUE WHEN lu IS NULL OR substr(t, o.debut + length(lu), 1) ~ '[[:alnum:]]';
    compte := upper(regexp_replace(lu, '[ .-]', '', 'g'));
    debut := o.debut;
    fin := o.debut + length(lu) - 1;
    IF convention.cle_iban_juste(compte) THEN
      certitude := 'certain';
      raison := 'IBAN, clé juste';
      RETURN NEXT;
    ELSIF substr(compte, 5) ~ '[0-9]{10}' THEN
      certitude := 'incertain';
      raison := 'forme d''un IBAN, clé fausse';
      RETURN NEXT;
    END IF;
  END LOOP;
END
$$;

CREATE OR REPLACE FUNCTION convention.cle_iban_juste(compte text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_agg(CASE WHEN c BETWEEN '0' AND '9' THEN c ELSE (ascii(c) - 55)::text END, '' ORDER BY n)::numeric % 97 = 1
  FROM regexp_split_to_table(substr(compte, 5) || left(compte, 4), '') WITH ORDINALITY AS x (c, n)
$$;

-- Numéro de sécurité sociale : sexe, année, mois (ou code de mois inconnu), département dont 2A et 2B, clé 97 - n mod 97.
CREATE OR REPLACE FUNCTION convention.reperer_nir(t text)
RETURNS TABLE (debut integer, fin integer, certitude text, raison text)
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  o record;
  n text;
  annonce boolean;
BEGIN
  FOR o IN SELECT * FROM convention.occurrences(t, '(?<![[:alnum:]])[1-478](?:[ ./-]{0,2}[0-9]{2})(?:[ ./-]{0,2}'
      '(?:0[1-9]|1[0-2]|[23][0-9]|4[0-2]|[5-9][0-9]))(?:[ ./-]{0,2}(?:[0-9]{2}|2[ab]))(?:[ ./-]{0,2}[0-9]{3}){2}'
      '(?:[ ./-]{0,2}[0-9]{2})?(?![0-9])', 'i') LOOP
    n := upper(regexp_replace(substr(t, o.debut, o.fin - o.debut + 1), '[ ./-]', '', 'g'));
    annonce := substring(t, greatest(1, o.debut - 45), least(44, o.debut - 1))
      ~* '(s[ée]cu|\mnir\M|\mn[°o.]* ?ss\M|insee|vitale|assur)';
    debut := o.debut;
    fin := o.fin;
    IF length(n) = 15 AND right(n, 2)::integer
        = 97 - replace(replace(left(n, 13), '2A', '19'), '2B', '18')::bigint % 97 THEN
      certitude := 'certain';
      raison := 'numéro de sécurité sociale, clé juste';
      RETURN NEXT;
    ELSIF annonce THEN
      certitude := 'certain';
      raison := 'numéro de sécurité sociale, annoncé comme tel';
      RETURN NEXT;
    ELSIF length(n) = 15 AND substr(t, o.debut, o.fin - o.debut + 1) ~ '[ ./-]' THEN
      certitude := 'incertain';
      raison := 'forme d''un numéro de sécurité sociale, clé fausse';
      RETURN NEXT;
    END IF;
  END LOOP;
END
$$;
