#!/usr/bin/env bash
# A convention's whole life in a minute, on a private database made as a demonstration and thrown away: notification, people,
# entries, two tacit renewals, notice, end, elimination slip, destruction by one person of each party, residue check, certificate.
#   scripts/demo.d/convention.sh FOLDER    writes deroulement.txt, liste.pdf, bordereau.pdf and certificat.pdf there
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
out=${1:?folder of the results}
mkdir -p "$out"
out=$(cd "$out" && pwd)
export PATH=$root/build/bin:$PATH PGCLIENTENCODING=UTF8
unset PGHOST PGPORT PGDATABASE PGUSER PGSERVICE PGPASSWORD PGPASSFILE
dir=$(mktemp -d /tmp/ctgvie.XXXXXX)
chmod 755 "$dir"
db=$dir/db
trap 'cortege db stop --dir "$db" >/dev/null 2>&1 || true; rm -rf "$dir"' EXIT

: >"$out/deroulement.txt"
start=$(date +%s%N)
say() { printf '%5.1f s  %s\n' "$(($(($(date +%s%N) - start)) / 1000000))e-3" "$*" | tee -a "$out/deroulement.txt"; }
owner() { cortege "$@" --dir "$db"; }
as() { cortege "${@:2}" --service "$1"; }
ask() { psql -XqAt "service=$1" -c "$2"; }
state() { owner convention status | sed 's/^/           /' | tee -a "$out/deroulement.txt"; }

owner db start >/dev/null
export PGSERVICEFILE=$db/pg_service.conf
say 'Base privée, déclarée de démonstration à sa création : son horloge peut avancer.'
owner convention start --demonstration --notified "$(date +%F)" >/dev/null
say "La convention est notifiée."

owner habilitation first --dga vm_dga Démonstration Garde --validator pp_validation Démonstration Étoile >/dev/null
cortege db password --dir "$db" vm_dga pp_validation >/dev/null
until=$(date -d '+3 years' +%F)
as pp_validation habilitation register pp_agent --name Essai --first-name Agathe --organisation 'Préfecture de Police' --unit Cabinet >/dev/null
as vm_dga habilitation register vm_analyste --name Essai --first-name Bastien --organisation 'Ville de Marseille' --unit Observatoire >/dev/null
as pp_validation habilitation request pp_agent agent_prefecture --purpose 'Saisie des événements' --to "$until" >/dev/null
as vm_dga habilitation request vm_analyste analyste_ville --purpose 'Analyse des tensions' --to "$until" >/dev/null
as pp_validation habilitation validate 3 >/dev/null
as vm_dga habilitation grant 3 >/dev/null
as vm_dga habilitation grant 4 >/dev/null
cortege db password --dir "$db" pp_agent vm_analyste >/dev/null
as vm_dga habilitation list --pdf "$out/liste.pdf" >/dev/null
say 'Une agente de la Préfecture et un analyste de la Ville sont habilités, chacun par qui le doit ; la liste est à signer.'

psql -Xq service=pp_agent >/dev/null <<'SQL'
BEGIN;
INSERT INTO cortege.visite_officielle (objet, debut, fin, description)
SELECT 'Visite n° ' || n, now() + n * interval '1 day', now() + n * interval '1 day 2 hours', 'Deux véhicules au quai'
FROM generate_series(1, 20) n;
INSERT INTO cortege.adresse (evenement_type, evenement_id, libelle, geom)
SELECT 'visite_officielle', id, 'Quai du Port', ST_SetSRID(ST_Point(892500, 6247500), 2154) FROM cortege.visite_officielle;
COMMIT;
SQL
say "L'agente saisit vingt visites ; l'analyste en lit $(ask vm_analyste 'SELECT count(*) FROM plateforme.evenement')."
as vm_analyste clashes --from "$(date +%F)" --to "$(date -d '+30 days' +%F)" --distance 200 --delay 2d --out "$dir/conflits.gpkg" \
  --recipient 'Réunion de préparation' >/dev/null
say "Il en tire un fichier : l'export est au registre, avec sa finalité, son destinataire et son empreinte."

owner convention advance '1 year' >/dev/null
owner convention advance '1 year' >/dev/null
say 'Deux ans passent : deux reconductions tacites, personne ne clique.'
state
as pp_validation convention notice --received "$(ask vm_dga 'SELECT convention.maintenant()::date')" >/dev/null
as vm_dga convention slip --out "$out/bordereau.pdf" >/dev/null
say "La Préfecture dénonce : deux mois de préavis ; le bordereau d'élimination est prêt pour les archives."
owner convention advance '2 months' >/dev/null
owner db watch --once >/dev/null
say "Le préavis est écoulé : la convention finit d'elle-même, l'analyste lit $(ask vm_analyste 'SELECT count(*) FROM plateforme.evenement') événement, le compte de l'agente est fermé."
state
as vm_dga convention visa --granted 'AD13 2028-112' >/dev/null
as vm_dga convention destroy >/dev/null
say 'Les archives ont visé ; la Ville ordonne la destruction.'
as pp_validation convention destroy >/dev/null
say "La Préfecture l'ordonne aussi."
owner convention destroy | sed 's/^/           /' | tee -a "$out/deroulement.txt"
say 'Destruction exécutée, résidus cherchés dans chaque table et chaque fichier.'
owner convention certificate --out "$out/certificat.pdf" >/dev/null
owner audit verify >/dev/null
say 'Certificat établi ; la chaîne du journal est intacte.'
state
