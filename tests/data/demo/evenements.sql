-- Saisit les événements de la démonstration comme la personne connectée : les siens, par ses propres droits.
-- Variable `lundi` : premier jour de la quinzaine à peupler. Celle du fichier commence le lundi 5 janvier 2026.
\set ON_ERROR_STOP on
SET timezone = 'Europe/Paris';
SET client_min_messages = warning;
\set evenements `cat evenements.geojson`
SELECT set_config('demo.evenements', :'evenements', false), set_config('demo.lundi', :'lundi', false) \g /dev/null

DO $$
DECLARE
  decalage constant interval := (current_setting('demo.lundi')::date - date '2026-01-05') * interval '1 day';
  tables constant jsonb := '{"deambulatoire": ["manifestation_deambulatoire", "trace"],
    "statique": ["manifestation_statique", "emprise"], "operation_programmee": ["operation_programmee", "lieux"],
    "visite_officielle": ["visite_officielle", "lieux"]}';
  e jsonb;
  forme public.geometry;
  numero bigint;
BEGIN
  FOR e IN SELECT f -> 'properties' || jsonb_build_object('geometry', f -> 'geometry')
           FROM jsonb_array_elements(current_setting('demo.evenements')::jsonb -> 'features') f
           WHERE f -> 'properties' ->> 'saisi_par' = session_user LOOP
    forme := ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(e ->> 'geometry'), 4326), 2154);
    EXECUTE format('INSERT INTO cortege.%I (statut, objet, description, debut, fin, %I)
                    VALUES ($1, $2, $3, $4, $5, $6) RETURNING id',
                   tables -> (e ->> 'genre') ->> 0, tables -> (e ->> 'genre') ->> 1)
      INTO numero
      USING e ->> 'statut', e ->> 'objet', e ->> 'description', (e ->> 'debut')::timestamp + decalage,
            (e ->> 'fin')::timestamp + decalage, forme;
    IF e ->> 'genre' IN ('deambulatoire', 'statique') THEN
      EXECUTE format('UPDATE cortege.%I SET personnes_attendues = $2, personnes_declarees = $3, voitures_attendues = $4,
                        voitures_declarees = $5, statut_organisateur = $6 WHERE id = $1',
                     tables -> (e ->> 'genre') ->> 0)
        USING numero, (e ->> 'personnes_attendues')::int, (e ->> 'personnes_declarees')::int,
              (e ->> 'voitures_attendues')::int, (e ->> 'voitures_declarees')::int, e ->> 'statut_organisateur';
    ELSIF e ->> 'theme' IS NOT NULL THEN
      UPDATE cortege.operation_programmee SET theme = e ->> 'theme' WHERE id = numero;
    END IF;
    INSERT INTO cortege.adresse (evenement_type, evenement_id, ordre, role, libelle, geom)
    SELECT e ->> 'genre', numero, a.rang, a.adresse ->> 'role', a.adresse ->> 'libelle',
           ST_Transform(ST_SetSRID(ST_MakePoint((a.adresse ->> 'lon')::float8, (a.adresse ->> 'lat')::float8), 4326), 2154)
    FROM jsonb_array_elements(e -> 'adresses') WITH ORDINALITY AS a (adresse, rang);
  END LOOP;
END
$$;
