-- Le journal des écritures : qui, quand, quoi avant, quoi après.

-- Vrai si la personne de la session a aujourd'hui l'un de ces profils.
CREATE OR REPLACE FUNCTION audit.a_profil(VARIADIC profils text[]) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT FROM habilitation.courante() c WHERE c.profil = ANY (profils))
$$;
GRANT EXECUTE ON FUNCTION audit.a_profil(text[]) TO cortege_personnes;

-- Le propriétaire ajoute et relit ; nul ne modifie. La DPO lit.
DO $$
DECLARE
  nom text;
BEGIN
  FOREACH nom IN ARRAY ARRAY['ecriture', 'lien', 'caviardage', 'contenu', 'lecture', 'cle'] LOOP
    EXECUTE format('CREATE POLICY proprietaire ON audit.%I FOR SELECT TO cortege_proprietaire USING (true)', nom);
  END LOOP;
  FOREACH nom IN ARRAY ARRAY['ecriture', 'lien', 'caviardage', 'contenu', 'lecture'] LOOP
    EXECUTE format('CREATE POLICY ajout ON audit.%I FOR INSERT TO cortege_proprietaire WITH CHECK (true)', nom);
    EXECUTE format('CREATE POLICY dpo ON audit.%I FOR SELECT TO dpo USING ((SELECT audit.a_profil(''dpo'')))', nom);
    EXECUTE format('GRANT SELECT ON audit.%I TO dpo', nom);
  END LOOP;
  FOREACH nom IN ARRAY ARRAY['contenu', 'lecture'] LOOP
    EXECUTE format('CREATE POLICY effacement ON audit.%I FOR DELETE TO cortege_proprietaire USING (true)', nom);
  END LOOP;
  FOREACH nom IN ARRAY ARRAY['contenu', 'cle', 'ecriture'] LOOP
    EXECUTE format('GRANT SELECT ON audit.%I TO cortege_destruction', nom);
    EXECUTE format('CREATE POLICY destruction ON audit.%I TO cortege_destruction USING (true)', nom);
  END LOOP;
  GRANT DELETE ON audit.contenu, audit.cle TO cortege_destruction;
  CREATE POLICY tirage ON audit.cle FOR INSERT TO cortege_proprietaire WITH CHECK (true);
END
$$;

CREATE OR REPLACE FUNCTION audit.refuser() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'Le journal ne se modifie pas : %.% n''accepte que des ajouts.', TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END
$$;
DO $$
DECLARE
  nom text;
BEGIN
  FOREACH nom IN ARRAY ARRAY['ecriture', 'lien', 'caviardage'] LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER ajout_seul BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.%I
                      FOR EACH STATEMENT EXECUTE FUNCTION audit.refuser()', nom);
  END LOOP;
END
$$;

CREATE OR REPLACE FUNCTION audit.secret(usage text) RETURNS bytea
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT c.secret FROM audit.cle c WHERE c.usage = secret.usage
$$;

-- La clé des contenus d'une table : celle de ce qui est transmis se détruit à part.
CREATE OR REPLACE FUNCTION audit.usage_cle(relation text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN relation LIKE 'cortege.%' THEN 'contenu' ELSE 'ville' END $$;

-- Empreinte à clé d'un texte ; ne peut être refaite hors de la base.
CREATE OR REPLACE FUNCTION audit.empreinte(texte text) RETURNS bytea
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT public.hmac(convert_to(texte, 'UTF8'), audit.secret('contenu'), 'sha256')
$$;

-- Empreinte d'une écriture entière, refaite telle quelle à la vérification.
CREATE OR REPLACE FUNCTION audit.empreinte_ecriture(id bigint, transaction xid8, le timestamptz, par text, relation text,
  operation text, cles text[], empreintes bytea) RETURNS bytea
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT public.hmac(convert_to(concat_ws(E'\x1f', id, transaction, extract(epoch FROM le), par, relation, operation,
                                          cles::text), 'UTF8') || empreintes, audit.secret('chaine'), 'sha256')
$$;

CREATE OR REPLACE FUNCTION audit.empreinte_lien(l audit.lien, ecritures bytea) RETURNS bytea
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT public.hmac(convert_to(concat_ws(E'\x1f', l.voie, l.rang, l.transaction, extract(epoch FROM l.le), l.par,
                                          l.application, l.premiere, l.derniere, l.ecritures), 'UTF8')
                     || l.precedent || ecritures, audit.secret('chaine'), 'sha256')
$$;

-- Après chaque ordre, une écriture par millier de lignes. TG_ARGV : la clé, puis comment garder la ligne :
-- json (lisible), enregistrement (rapide, pour les faits) ou rien (l'empreinte seule, pour les noms de personnes).
CREATE OR REPLACE FUNCTION audit.noter() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  relation constant text := TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME;
  forme constant text := CASE TG_ARGV[1] WHEN 'enregistrement' THEN '(%s)::text' ELSE 'to_jsonb(%s)::text' END;
  cle constant text := TG_ARGV[0];
  avant constant text := CASE TG_OP WHEN 'INSERT' THEN 'NULL::text' ELSE format(forme, 'a') END;
  apres constant text := CASE TG_OP WHEN 'DELETE' THEN 'NULL::text' ELSE format(forme, 'n') END;
  lignes constant text := CASE TG_OP WHEN 'INSERT' THEN 'nouvelles n' WHEN 'DELETE' THEN 'anciennes a'
    ELSE format('nouvelles n JOIN anciennes a ON (a.%1$s) = (n.%1$s)', cle) END;
BEGIN
  EXECUTE format($sql$
    WITH secret AS MATERIALIZED (SELECT audit.secret(audit.usage_cle($1)) AS s),
    ligne AS (SELECT row_number() OVER () - 1 AS r, %1$s::text AS cle, %2$s AS avant, %3$s AS apres FROM %4$s),
    lot AS MATERIALIZED (
      SELECT nextval('audit.ecriture_id_seq') AS id, clock_timestamp() AS le, array_agg(l.cle ORDER BY l.r) AS cles,
             array_agg(l.avant ORDER BY l.r) AS avant, array_agg(l.apres ORDER BY l.r) AS apres,
             string_agg(public.hmac(convert_to(coalesce(l.avant, '') || E'\x1f' || coalesce(l.apres, ''), 'UTF8'),
                                    secret.s, 'sha256'), ''::bytea ORDER BY l.r) AS empreintes
      FROM ligne l, secret GROUP BY l.r / 1000),
    ecrite AS (
      INSERT INTO audit.ecriture (id, le, relation, operation, lignes, cles, empreintes, empreinte)
      OVERRIDING SYSTEM VALUE
      SELECT id, le, $1, $2, cardinality(cles), cles, empreintes,
             audit.empreinte_ecriture(id, pg_current_xact_id(), le, session_user, $1, $2, cles, empreintes) FROM lot)
    INSERT INTO audit.contenu (ecriture, avant, apres)
    SELECT id, CASE WHEN $2 <> 'INSERT' THEN avant END, CASE WHEN $2 <> 'DELETE' THEN apres END FROM lot
    WHERE %5$L <> 'rien'$sql$,
    CASE TG_OP WHEN 'DELETE' THEN 'a.' ELSE 'n.' END || cle, avant, apres, lignes, TG_ARGV[1])
  USING relation, TG_OP;
  RETURN NULL;
END
$$;

-- À la validation : un lien pour toutes les écritures de la transaction, sur une voie que personne n'occupe.
CREATE OR REPLACE FUNCTION audit.lier() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  lien audit.lien;
  contenu bytea;
BEGIN
  SELECT coalesce(max(l.derniere), 0) INTO lien.premiere FROM audit.lien l WHERE l.transaction = NEW.transaction;
  IF lien.premiere >= NEW.id THEN
    RETURN NULL;
  END IF;
  SELECT min(e.id), max(e.id), count(*), string_agg(e.empreinte, ''::bytea ORDER BY e.id)
    INTO lien.premiere, lien.derniere, lien.ecritures, contenu
    FROM audit.ecriture e WHERE e.transaction = NEW.transaction AND e.id > lien.premiere;
  lien.voie := audit.prendre_voie();
  -- La voie est à nous jusqu'à la fin de la transaction : son dernier lien ne peut plus changer.
  SELECT l.rang + 1, l.empreinte INTO lien.rang, lien.precedent
    FROM audit.lien l WHERE l.voie = lien.voie ORDER BY l.rang DESC LIMIT 1;
  lien.rang := coalesce(lien.rang, 1);
  lien.precedent := coalesce(lien.precedent, '\x');
  lien.transaction := NEW.transaction;
  lien.le := clock_timestamp();
  lien.par := session_user;
  lien.application := current_setting('application_name');
  lien.empreinte := audit.empreinte_lien(lien, contenu);
  INSERT INTO audit.lien SELECT lien.*;
  PERFORM convention.constater();
  RETURN NULL;
END
$$;

-- Une voie libre parmi seize, sans attendre ; toutes prises, une voie à soi. Une transaction qui ne voit pas les
-- validations récentes (REPEATABLE READ) prend aussi une voie à elle.
CREATE OR REPLACE FUNCTION audit.prendre_voie() RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF current_setting('transaction_isolation') = 'read committed' THEN
    FOR voie IN 1..16 LOOP
      IF pg_try_advisory_xact_lock(716320411, voie) THEN
        RETURN voie;
      END IF;
    END LOOP;
  END IF;
  RETURN nextval('audit.voie_isolee');
END
$$;

DROP TRIGGER IF EXISTS lien ON audit.ecriture;
CREATE CONSTRAINT TRIGGER lien AFTER INSERT ON audit.ecriture DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit.lier();
