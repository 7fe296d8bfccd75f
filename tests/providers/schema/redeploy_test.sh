#!/usr/bin/env bash
# A deployment can be repeated, and goes through the guard of the data's nature: refused as a whole without an avenant.
set -euo pipefail
cd "$(dirname "$0")/../../.."
cortege=${CORTEGE_BIN:-build/bin/cortege}
"$cortege" db deploy >/dev/null
psql -qXc 'INSERT INTO convention.convention (notifiee_le) VALUES (current_date - 3)'
"$cortege" db deploy >/dev/null
changes() { psql -qXAt -v ON_ERROR_STOP=1 -c 'SET ROLE cortege_proprietaire' -c "$1"; }
if changes 'ALTER TABLE cortege.visite_officielle ADD nom text' 2>/dev/null; then echo 'a new field passed without an avenant'; exit 1; fi
psql -qXc "INSERT INTO convention.avenant (reference, objet, etude_impact, dpo_ville_informe_le, dpo_prefecture_informe_le)
  VALUES ('A1', 'essai', 'AIPD', current_date, current_date)"
changes 'ALTER TABLE cortege.visite_officielle ADD nom text'
"$cortege" db deploy >/dev/null
psql -qXc "UPDATE convention.avenant SET clos_le = now()" -c 'ALTER EVENT TRIGGER cortege_garde_ddl DISABLE' \
  -c 'ALTER TABLE cortege.visite_officielle ADD prenom text' -c 'ALTER EVENT TRIGGER cortege_garde_ddl ENABLE'
if "$cortege" db deploy >/dev/null 2>&1; then echo 'a change made behind the guard was not seen by the next deployment'; exit 1; fi
