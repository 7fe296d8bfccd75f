#!/usr/bin/env bash
# Refused text never reaches a file of the embedded server: not its log, whatever the way it was sent. The control at
# the end switches the guard off and must find it, or this test could not fail.
set -euo pipefail
cd "$(dirname "$0")/../../.."
cortege=${CORTEGE_BIN:-build/bin/cortege}
dir=$(mktemp -d /tmp/ctglog.XXXXXX)
chmod 755 "$dir"
trap '"$cortege" db stop --dir "$dir/d" >/dev/null 2>&1 || true; rm -rf "$dir"' EXIT
unset PGHOST PGPORT PGDATABASE PGUSER PGSERVICE PGPASSWORD
"$cortege" db start --dir "$dir/d" >/dev/null
uri=$("$cortege" db status --dir "$dir/d" --json | python3 -c 'import json,sys; print(json.load(sys.stdin)["uri"])')
sql() { psql -qXAt "$uri" "$@"; }

secret='06 98 76 54 32'
[ "$(sql -c 'SELECT count(*) FROM habilitation.acte')" != 0 ] || sql -c "SELECT habilitation.amorcer('dga9', 'A', 'B', 'valid9', 'C', 'D')" >/dev/null
refused() { # how it is sent, then what is sent
  local how=$1
  shift
  if printf '%s\n' "$@" | sql -v ON_ERROR_STOP=1 >/dev/null 2>&1; then echo "not refused: $how"; exit 1; fi
}
refused literal "INSERT INTO cortege.visite_officielle (objet, debut, service) VALUES ('tél $secret', now(), 'x');"
refused prepared "PREPARE p(text) AS INSERT INTO cortege.visite_officielle (objet, debut, service) VALUES (\$1, now(), 'x'); EXECUTE p('tél $secret');"
refused broken "INSERT INTO cortege.visite_officielle (objet, debut, service) VALUES ('tél $secret', 'pas une date $secret', 'x');"
refused checked "INSERT INTO cortege.visite_officielle (objet, debut, service, statut) VALUES ('tél $secret', now(), 'x', 'faux');"
sql -c "SELECT * FROM convention.donnees_personnelles('tél $secret')" >/dev/null

logs=("$dir"/d)
if grep -rqF "$secret" "${logs[@]}" --include='*.log' --include='log*'; then echo "the refused text is in the log"; exit 1; fi

sql -c "ALTER SYSTEM SET log_min_messages = 'error'" -c "ALTER SYSTEM SET log_min_error_statement = 'error'" -c 'SELECT pg_reload_conf()' >/dev/null
sleep 0.3
refused control "INSERT INTO cortege.visite_officielle (objet, debut, service) VALUES ('tél $secret', now(), 'x');"
grep -rqF "$secret" "${logs[@]}" --include='*.log' --include='log*' || { echo "the control found nothing: the test looks in the wrong place"; exit 1; }
