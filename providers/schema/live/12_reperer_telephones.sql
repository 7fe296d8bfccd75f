-- Téléphones : toutes les manières françaises de les écrire, et les numéros d'autres pays après + ou 00.

-- Dix chiffres commençant par 0 qui ne sont pas un téléphone : date suivie d'une heure, liste de nombres, décimale.
CREATE OR REPLACE FUNCTION convention.autre_que_telephone(lu text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lu ~ '^(0?[1-9]|[12][0-9]|3[01])[ ./-]+(0?[1-9]|1[0-2])[ ./-]+(19|20)[0-9]{2}(?![0-9])'
      OR lu ~ '^0[.,][0-9]{9}$'
      OR (lu ~ '^[0-9]{2}([ ,/-]+[0-9]{2}){4}$' AND (
        SELECT bool_and(d = 1) FROM (
          SELECT m[1]::integer - lag(m[1]::integer) OVER (ORDER BY n) AS d
          FROM regexp_matches(lu, '[0-9]{2}', 'g') WITH ORDINALITY AS x (m, n)) AS pas))
$$;

-- Somme de contrôle des SIREN et SIRET (Luhn).
CREATE OR REPLACE FUNCTION convention.luhn(n text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT sum(CASE WHEN i % 2 = 1 THEN c::integer ELSE c::integer * 2 - CASE WHEN c > '4' THEN 9 ELSE 0 END END) % 10 = 0
  FROM regexp_split_to_table(reverse(n), '') WITH ORDINALITY AS x (c, i)
$$;

CREATE OR REPLACE FUNCTION convention.reperer_telephones(t text)
RETURNS TABLE (debut integer, fin integer, certitude text, raison text)
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  chiffre constant text := '(?:zero|zéro|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze'
    '|quinze|seize|vingts?|trente|quarante|cinquante|soixante|et)';
  reste text := t;
  motif text;
  o record;
  lu text;
BEGIN
  IF t !~* '[0-9][ ._/,-]{0,3}[0-9]|z[ée]ro' THEN
    RETURN;
  END IF;
  FOREACH motif IN ARRAY ARRAY[
    -- +33, 0033, (+33), (0) : puis neuf chiffres, groupés n'importe comment
    '(?<![[:alnum:]])(?:\(?\+ ?|00 ?)33\)?[ ._/,-]{0,2}(?:\(0\))?[ ._/,-]{0,2}[1-9](?:[ ._/,-]{0,3}[0-9]){8}(?![0-9])',
    -- 0 (ou la lettre O) puis neuf chiffres
    '(?<![[:alnum:]+])(?<![0-9][.-])\(?[0Oo]\)?[ ._/,-]{0,3}[1-9](?:[ ._/,-]{0,3}[0-9]){8}(?![0-9])',
    -- autres pays
    '(?<![[:alnum:]])(?:\+ ?[1-9][0-9]{0,2}|(?<![0-9:hH])00[1-9][0-9]{1,2})(?:[ ./-]{0,2}\(?[0-9]\)?){7,12}(?![0-9])',
    -- sans le zéro initial, perdu dans un tableur
    '(?<![[:alnum:].,+-])[67](?:[ .-][0-9]{2}){4}(?![ .-]?[0-9])'] LOOP
    FOR o IN SELECT * FROM convention.occurrences(reste, motif) LOOP
      lu := substr(reste, o.debut, o.fin - o.debut + 1);
      CONTINUE WHEN convention.autre_que_telephone(lu);
      debut := o.debut;
      fin := o.fin;
      certitude := 'certain';
      raison := 'numéro de téléphone';
      RETURN NEXT;
      reste := overlay(reste PLACING repeat('#', length(lu)) FROM o.debut);
    END LOOP;
  END LOOP;
  FOR o IN SELECT * FROM convention.occurrences(reste, '(?<![[:alnum:].,+/-])[1-9][0-9]{8}(?![0-9])') LOOP
    lu := substr(reste, o.debut, 9);
    CONTINUE WHEN convention.luhn(lu) AND (lu !~ '^[67]'
      OR substring(reste, greatest(1, o.debut - 20), least(19, o.debut - 1)) ~* 'sire[nt]|rcs');
    debut := o.debut;
    fin := o.fin;
    certitude := CASE WHEN convention.luhn(lu) THEN 'incertain' ELSE 'certain' END;
    raison := 'numéro de téléphone sans son zéro';
    RETURN NEXT;
  END LOOP;
  IF t ~* '\mz[ée]ro\M' THEN
    RETURN QUERY SELECT w.debut, w.fin, 'certain', 'numéro de téléphone en lettres'
      FROM convention.occurrences(t, '\mz[ée]ro(?:[ ,-]+' || chiffre || '){4,}\M', 'i') w;
  END IF;
END
$$;
