-- Ce que les politiques des faits et des couches dérivées demandent à l'habilitation en cours, une fois par requête.

-- Vrai si aucun fait n'est caché à la personne : le masque n'est alors ni calculé ni lu.
CREATE OR REPLACE FUNCTION habilitation.lit_tous_les_faits() RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN convention.en_vigueur()
     AND EXISTS (SELECT FROM habilitation.courante() c
                 WHERE c.plateforme AND c.unites IS NULL AND c.sources IS NULL
                   AND (c.genres IS NULL OR 'fait' = ANY (c.genres)));
END
$$;

-- Vrai ou faux par numéro d'accès (plateforme.acces) : ses faits sont lisibles ou non. Les numéros qui manquent valent faux.
-- Calculé à chaque requête : en une passe, et les unités rapprochées par hachage, non par paires.
CREATE OR REPLACE FUNCTION habilitation.masque_faits() RETURNS boolean[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c record;
  en_vigueur constant boolean := convention.en_vigueur();
  masque text;
BEGIN
  SELECT * INTO c FROM habilitation.courante() x WHERE x.plateforme AND (x.genres IS NULL OR 'fait' = ANY (x.genres));
  SELECT string_agg(repeat('0', a.id - a.precedent - 1) || CASE
           WHEN c.habilitation IS NOT NULL AND (c.unites IS NULL OR t.id IS NOT NULL)
                AND (c.sources IS NULL OR a.source = ANY (c.sources))
                AND (en_vigueur OR NOT s.transmise AND c.partie = 'ville') THEN '1' ELSE '0' END, '' ORDER BY a.id)
    INTO masque
  FROM (SELECT x.id, x.source, lag(x.id, 1, 0) OVER (ORDER BY x.id) AS precedent FROM plateforme.acces x) a
  JOIN plateforme.source s ON s.code = a.source
  LEFT JOIN (SELECT DISTINCT x.id FROM plateforme.acces x CROSS JOIN LATERAL unnest(x.unites) u
             WHERE u IN (SELECT unnest(c.unites))) t ON t.id = a.id;
  -- Au moins 128 éléments : PostgreSQL range une valeur de moins de 127 octets sous une forme courte, qu'il déplierait
  -- pour chaque ligne.
  RETURN string_to_array(rpad(coalesce(masque, ''), greatest(length(masque), 128), '0'), NULL)::boolean[];
END
$$;

-- Vrai si le périmètre en cours couvre celui-ci (vide : tout) : une couche dérivée ne se montre qu'alors. Coût déclaré nul,
-- comme cortege.lisible : essayée avant tout filtre de la requête.
CREATE OR REPLACE FUNCTION habilitation.couvre(unites integer[], genres text[], sources text[], transmis boolean)
RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE COST 0.0001 SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM habilitation.courante() c
    WHERE c.plateforme
      AND (c.unites IS NULL OR couvre.unites <@ c.unites)
      AND (c.genres IS NULL OR couvre.genres <@ c.genres)
      AND (c.sources IS NULL OR couvre.sources <@ c.sources)
      AND (convention.en_vigueur() OR NOT transmis AND c.partie = 'ville')));
END
$$;

GRANT EXECUTE ON FUNCTION habilitation.lit_tous_les_faits(), habilitation.masque_faits(),
  habilitation.couvre(integer[], text[], text[], boolean) TO cortege_personnes;
