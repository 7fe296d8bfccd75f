-- Plaques d'immatriculation et dates de naissance exactes.

-- SIV (AA-123-AA, sans I, O ni U) et FNI (1234 AB 13, département compris).
CREATE OR REPLACE FUNCTION convention.reperer_plaques(t text)
RETURNS TABLE (debut integer, fin integer, certitude text, raison text)
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  -- Ce que ces groupes de lettres sont d'ordinaire, quand des espaces les séparent.
  ordinaires constant text := '^(de|le|la|les|et|en|es|ce|se|ne|me|te|je|va|rd|rn|bd|av|ch|pl|sq|all|km|cv|ex|vl|ml'
    '|crs|gm|bac|csu|rue|bus|kg|ter|bis|mm|cm|ps|pv|vtt|rer|tgv|pax|apm|mrs|h|m|a|e|s|n|d|l|t)$';
  o record;
  lu text;
  m text[];
BEGIN
  FOR o IN SELECT * FROM convention.occurrences(t,
      '(?<![[:alnum:]-])[A-HJ-NP-TV-Z]{2}[ .-]{0,3}[0-9]{3}[ .-]{0,3}[A-HJ-NP-TV-Z]{2}(?![[:alnum:]])', 'i') LOOP
    lu := substr(t, o.debut, o.fin - o.debut + 1);
    IF lu ~ ' ' AND lu !~ '-' THEN
      m := regexp_match(lu, '^([A-Z]{2})[ .]+[0-9]{3}[ .]+([A-Z]{2})$');
      CONTINUE WHEN m IS NULL OR lower(m[1]) ~ ordinaires OR lower(m[2]) ~ ordinaires;
    END IF;
    debut := o.debut;
    fin := o.fin;
    certitude := 'certain';
    raison := 'plaque d''immatriculation';
    RETURN NEXT;
  END LOOP;
  FOR o IN SELECT * FROM convention.occurrences(t, '(?<![[:alnum:]-])(?<![0-9][ ])[1-9][0-9]{0,3}[ .-]?[A-HJ-NP-Z]{1,3}[ .-]?'
      '(?:0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-6])(?![[:alnum:]])', 'i') LOOP
    lu := substr(t, o.debut, o.fin - o.debut + 1);
    m := regexp_match(lu, '^([0-9]+)[ .-]?([A-Za-z]+)[ .-]?', '');
    CONTINUE WHEN lower(m[2]) ~ ordinaires OR (lu ~ ' ' AND m[2] <> upper(m[2]));
    CONTINUE WHEN substring(t, greatest(1, o.debut - 20), least(19, o.debut - 1)) ~* '(parcelle|section|cadastr)';
    CONTINUE WHEN length(m[2]) = 1 AND (length(m[1]) < 3
      OR substring(t, greatest(1, o.debut - 40), least(39, o.debut - 1)) !~* '(immatric|plaque|v[ée]hicule|voiture)');
    debut := o.debut;
    fin := o.fin;
    certitude := 'certain';
    raison := 'plaque d''immatriculation (ancien format)';
    RETURN NEXT;
  END LOOP;
END
$$;

-- Date complète annoncée comme une naissance. Celle d'un mouvement ou d'un club n'en est pas une.
CREATE OR REPLACE FUNCTION convention.reperer_naissances(t text)
RETURNS TABLE (debut integer, fin integer, certitude text, raison text)
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  mois constant text := '(?:janv(?:ier|\.)?|f[ée]v(?:rier|\.)?|mars|avr(?:il|\.)?|mai|juin|juil(?:let|\.)?|ao[ûu]t'
    '|sept(?:embre|\.)?|oct(?:obre|\.)?|nov(?:embre|\.)?|d[ée]c(?:embre|\.)?|0?[1-9]|1[0-2])';
  date_ constant text := '(?:(?:0?[1-9]|[12][0-9]|3[01])(?:er)?[ ./-]+' || mois || '[ ./-]+(?:(?:19|20)?[0-9]{2})'
    '|(?:19|20)[0-9]{2}[ ./-][01]?[0-9][ ./-][0-3]?[0-9]|[0-3][0-9][01][0-9](?:19|20)[0-9]{2})(?![0-9])';
  annonce record;
  avant text;
  suite text;
  place integer;
  long integer;
BEGIN
  IF t !~* '\mn[ée]|naissance|\md\.?d\.?n\M' OR t !~ '[0-9]' THEN
    RETURN;
  END IF;
  FOR annonce IN SELECT * FROM convention.occurrences(t, '\m(?:n[ée]e?s?(?:\(e?s?\))?(?=[ ,:])|naissance|d\.?d\.?n\M)', 'i') LOOP
    avant := substring(t, greatest(1, annonce.debut - 45), least(44, annonce.debut - 1));
    CONTINUE WHEN avant ~* '(association|mouvement|collectif|club|syndicat|coordination|\mparti\M|groupe|amicale'
      '|fondation|comit[ée]|projet|id[ée]e|f[êe]te|festival|commune|r[ée]publique|\mloi\M)[^.;:]*$';
    suite := substr(t, annonce.fin + 1, 70);
    place := regexp_instr(suite, '^[^0-9;!?]{0,45}' || date_, 1, 1, 1, 'i');
    CONTINUE WHEN place = 0;
    long := length(substring(left(suite, place - 1) FROM '(?i)' || date_ || '$'));
    certitude := 'certain';
    raison := 'date de naissance';
    fin := annonce.fin + place - 1;
    debut := fin - long + 1;
    RETURN NEXT;
    suite := substring(substr(t, fin + 1, 40) FROM '(?i)^ ?(?:et|,|/)(?: le| du)? ' || date_);
    IF suite IS NOT NULL THEN
      long := length(substring(suite FROM '(?i)' || date_ || '$'));
      debut := fin + length(suite) - long + 1;
      fin := debut + long - 1;
      RETURN NEXT;
    END IF;
  END LOOP;
END
$$;
