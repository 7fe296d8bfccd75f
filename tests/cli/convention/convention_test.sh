#!/usr/bin/env bash
# The convention from notification to certificate, on an embedded demonstration database, by the people who may: clock,
# hand-over, notice, end, orders of both parties, destruction interrupted and taken up again, residue, papers.
# PDF=FOLDER keeps the papers.
set -euo pipefail
cd "$(dirname "$0")/../../.."
cortege=$PWD/${CORTEGE_BIN:-build/bin/cortege}
repo=$PWD
dir=$(mktemp -d /tmp/ctgconv.XXXXXX)
chmod 755 "$dir"
trap '"$cortege" db stop --dir "$dir/d" >/dev/null 2>&1 || true; rm -rf "$dir"' EXIT
unset PGHOST PGPORT PGDATABASE PGUSER PGSERVICE PGPASSWORD PGPASSFILE PGSERVICEFILE
fail() { echo "convention_test: $*" >&2; exit 1; }
# Reads all before it looks: `grep -q` leaves at the first match, and pipefail would then blame who was still writing.
says() { grep -q -- "$1" <<<"$(cat)"; }
refused() { local said; if said=$("$@" 2>&1); then fail "not refused: $*"; else printf '%s' "$said"; fi; }

bindir=$(find /usr/lib/postgresql -path '*/bin/initdb' | sort -V | tail -n 1)
bindir=${bindir%/initdb}
as_server() { if [ "$(id -u)" -eq 0 ]; then setpriv --reuid postgres --regid postgres --init-groups "$@"; else "$@"; fi; }
# A bare cluster with the embedded server's log settings: people enter without a password, which is not tested here.
mkdir "$dir/d"
[ "$(id -u)" -ne 0 ] || chown postgres "$dir/d"
(cd / && as_server "$bindir/initdb" -D "$dir/d/data" -U postgres --auth trust --encoding UTF8 --locale C.UTF-8 --no-sync --no-instructions --wal-segsize 1 >/dev/null)
cat >>"$dir/d/data/postgresql.conf" <<'CONF'
fsync = off
shared_preload_libraries = 'pgaudit'
timezone = 'Europe/Paris'
logging_collector = on
log_line_prefix = '%m [%p] %u@%d %a '
log_min_messages = 'log'
log_min_error_statement = 'panic'
CONF
(cd / && as_server "$bindir/pg_ctl" -s -w -D "$dir/d/data" -o "-k '$dir/d' -p 5432 -c listen_addresses=" start >/dev/null)
trap '(cd / && as_server "$bindir/pg_ctl" -s -m immediate -D "$dir/d/data" stop) || true; rm -rf "$dir"' EXIT
export PGHOST=$dir/d PGPORT=5432 PGDATABASE=cortege PGUSER=postgres
"$bindir/createdb" -T template0 cortege
sql() { psql -qXAt -v ON_ERROR_STOP=1 "$@"; }
as() { local who=$1; shift; PGUSER=$who "$cortege" "$@"; }
cd "$dir"

"$cortege" db deploy >/dev/null
"$cortege" convention start --demonstration --notified "$(date +%F)" >/dev/null
(cd "$repo" && sed '/INSERT INTO convention.convention/d' tests/support/personnes.sql) | sql >/dev/null
PGUSER=agent1 sql >/dev/null <<'SQL'
BEGIN;
INSERT INTO cortege.visite_officielle (objet, debut, description) VALUES ('REPERE visite du bassin carénage', now(), 'REPERE deux cars au quai');
INSERT INTO cortege.adresse (evenement_type, evenement_id, libelle, geom)
SELECT 'visite_officielle', id, 'Quai du Port', ST_SetSRID(ST_Point(892500, 6247500), 2154) FROM cortege.visite_officielle;
COMMIT;
SQL
sql -c 'ANALYZE' # samples of the texts go to the statistics, where destruction must find them
"$cortege" convention status --json | says '"etat":"en vigueur"\|"etat": "en vigueur"' || fail "not in force after its notification"

# A hand-over, readable by the contractor's key and by nobody else's.
age-keygen -o "$dir/cle" 2>/dev/null
key=$(age-keygen -y "$dir/cle")
as analyste1 handover create remise.gpkg.age --recipient 'Cabinet X' --key "$key" --subcontractor Y --purpose 'Étude' \
  --from "$(date -d '-1 day' +%F)" --to "$(date -d '+2 days' +%F)" --deadline "$(date -d '+20 days' +%F)" --json | says '"features": *1' || fail "one row was to be handed over"
age -d -i "$dir/cle" -o remise.gpkg remise.gpkg.age
ogrinfo -q remise.gpkg points | says 'REPERE visite' || fail "the contractor does not read what was handed over"
rm remise.gpkg
as dga1 handover list --json | says '"overdue": *false' || fail "the hand-over is not listed"
refused as agent1 handover create x.gpkg.age --recipient X --key "$key" --purpose P --from 2026-01-01 --to 2030-01-01 --deadline "$(date -d '+20 days' +%F)" >/dev/null
[ ! -e x.gpkg.age ] || fail "what is not on the register was left behind"

# Reads are on record.
PGUSER=analyste1 PGAPPNAME='evenement|892000,6247000,893000,6248000|2026-06-01/2026-06-08' sql -c 'SELECT count(*) FROM plateforme.evenement' >/dev/null
"$cortege" audit ingest >/dev/null
[ "$(sql -c "SELECT count(*) > 0 FROM audit.lecture WHERE par = 'analyste1' AND couche = 'evenement' AND finalite = 'Analyse des tensions' AND relation = 'cortege.visite_officielle'")" = t ] || fail "the read is not on record"

# A backup, encrypted for a key that destruction will find; one that was taken elsewhere is to be attested.
"$cortege" db backup "$dir/copie.dump.age" --key "$dir/sauvegarde.key" >/dev/null
head -c 5 "$dir/copie.dump.age" | says 'age-e' || fail "the backup is not encrypted"
sql -c "SELECT convention.noter_sauvegarde('/srv/ailleurs.dump', 'autre-machine', '', repeat('a', 64))" >/dev/null

# Notice, its two months, the alerts.
as valid1 convention notice --received "$(date +%F)" >/dev/null
as dga1 convention slip --out bordereau.pdf >/dev/null
"$cortege" convention advance '1 month' >/dev/null
"$cortege" convention status | says 'Remise n° 1 à Cabinet X' || fail "the overdue hand-over does not show"
as valid1 handover list | says '^!.*OVERDUE.*Cabinet X' || fail "the list does not say that it is overdue"
printf 'attesté' >attestation.txt
as analyste1 handover close 1 --reference 'Cabinet X' --attestation attestation.txt >/dev/null
as dga1 handover list --json | says '"closed": *true' || fail "the hand-over is not closed"
refused "$cortege" convention destroy >/dev/null
"$cortege" convention advance '1 month 5 days' >/dev/null
"$cortege" convention status | says 'à détruire avant' || fail "the countdown does not show"
[ "$(PGUSER=analyste1 sql -c 'SELECT count(*) FROM plateforme.evenement')" = 0 ] || fail "transmitted rows are read after the end"
as dga1 convention end >/dev/null
refused as dga1 convention destroy | says visa || fail "destroyed without the archives"
as dga1 convention visa --without 'sans réponse des archives depuis 30 jours' >/dev/null
as dga1 convention destroy >/dev/null
refused "$cortege" convention destroy | says prefecture || fail "one party's order was enough"
as valid1 convention destroy >/dev/null

# Destruction, cut at every step and killed while it runs, then taken up again.
"$cortege" audit heads tetes.json >/dev/null
refused "$cortege" convention certificate >/dev/null
next_step() { sql -c "SELECT coalesce(max(numero), 0) + 1 FROM convention.etape"; }
# cut STEP SECONDS: killed with -9 within this step, which is then not recorded.
cut() {
  [ "$(next_step)" = "$1" ] || fail "step $1 is not the next"
  { timeout -s KILL "$2" "$cortege" convention destroy --one-step >/dev/null 2>&1 || true; } 2>/dev/null
  sql -c "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'cortege cli'" >/dev/null
  [ "$(next_step)" = "$1" ] || fail "step $1 was not cut"
}
step() { "$cortege" convention destroy --one-step >/dev/null; }
# The first five wait for a lock that a session holds, and are killed there.
for table in cortege.visite_officielle plateforme.fait plateforme.zone_tension audit.contenu cortege.adresse; do
  number=$(next_step)
  psql -qXAt -c "BEGIN; LOCK TABLE $table IN EXCLUSIVE MODE; SELECT pg_sleep(60)" >/dev/null 2>&1 &
  holder=$!
  sleep 0.5
  cut "$number" 1.5
  sql -c "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query LIKE 'BEGIN; LOCK%' AND pid <> pg_backend_pid()" >/dev/null
  wait "$holder" 2>/dev/null || true
  step
done
cut 6 0.6 # waits a second for the server to read its settings
step
truncate -s 2G "$dir/d/data/log/gros.log" # wiping it takes longer than it is given
cut 7 0.2
truncate -s 1M "$dir/d/data/log/gros.log"
step
[ ! -e "$dir/d/data/log/gros.log" ] || fail "a log is left"
truncate -s 2G "$dir/copie.dump.age"
cut 8 0.2
truncate -s 1M "$dir/copie.dump.age" 2>/dev/null || true
step
[ ! -e "$dir/copie.dump.age" ] && [ ! -e "$dir/sauvegarde.key" ] || fail "a backup or its key is left"
cut 9 0.6
mv destruction.marqueurs ailleurs
refused "$cortege" convention destroy | says 'is missing' || fail "residue was not looked for, and nobody was told"
mv ailleurs destruction.marqueurs
# What was left where it should not be is found, and stops the certificate.
sql -c "CREATE TABLE public.oubli AS SELECT 'REPERE deux cars au quai'::text AS t"
refused "$cortege" convention destroy | says 'public.oubli\|oubli' || fail "the residue was not found"
sql -c 'DROP TABLE public.oubli' -c 'VACUUM FULL pg_statistic'
"$cortege" convention destroy --json | says '"complete": *true' || fail "the destruction is not complete"
[ ! -e destruction.marqueurs ] || fail "the markers stay behind"
"$cortege" convention certificate --out certificat.pdf >/dev/null
pdftotext -layout certificat.pdf - | says 'recherche de résidus' || fail "the certificate does not tell the last step"
pdftotext -layout certificat.pdf - | says 'Sauvegarde n° 2' || fail "a backup elsewhere is not listed for attestation"
! pdftotext certificat.pdf - | says REPERE || fail "the certificate holds data"
! grep -rqF 'REPERE deux cars' "$dir/d/data" || fail "a file of the server still holds the text"
"$cortege" audit verify --heads tetes.json >/dev/null
"$cortege" convention status --json | says '"détruite"' || fail "not destroyed in the end"
[ -z "${PDF:-}" ] || cp ./*.pdf "$PDF"
