#!/usr/bin/env bash
# `cortege habilitation …` from the first two people to the signed list: exit codes, one-line errors, empty stderr.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { printf 'FAIL: %s\n' "$*" >&2; exit 1; }

# as LOGIN ARGUMENTS…: succeeds, says nothing on stderr; its output is in $said.
as() {
  local login=$1 status=0
  shift
  said=$(PGUSER=$login "$root/build/bin/cortege" habilitation "$@" 2>"$work/err") || status=$?
  [ "$status" -eq 0 ] || fail "$login $*: exit $status, $(cat "$work/err")"
  [ ! -s "$work/err" ] || fail "$login $*: stderr $(cat "$work/err")"
}
# refused STATUS WORDS LOGIN ARGUMENTS…: that exit code and one line that says these words.
refused() {
  local expected=$1 words=$2 login=$3 status=0
  shift 3
  PGUSER=$login "$root/build/bin/cortege" habilitation "$@" >"$work/out" 2>"$work/err" || status=$?
  [ "$status" -eq "$expected" ] || fail "$login $*: exit $status, not $expected"
  [ "$(wc -l <"$work/err")" -eq 1 ] || fail "$login $*: not one line: $(cat "$work/err")"
  grep -qF -- "$words" "$work/err" || fail "$login $*: $(cat "$work/err")"
  [ ! -s "$work/out" ] || fail "$login $*: stdout $(cat "$work/out")"
}
says() { [[ $said == *"$1"* ]] || fail "« $1 » is not in: $said"; }

as "$PGUSER" first --dga c_dga Marchand Odile --validator c_valid Teyssier Paul
refused 1 'are there already' "$PGUSER" first --dga c_x A B --validator c_y C D
as c_valid register c_agent --name "O'Hara" --first-name Zoé --organisation 'Préfecture de Police' --unit Cabinet
refused 1 'relève de l' c_dga register c_x --name A --first-name B --organisation 'Préfecture de Police' --unit C
as c_valid request c_agent agent_prefecture --purpose Saisie --to 2099-12-31 --json
says '"number":3'
refused 1 "n'a pas validé" c_dga grant 3
refused 1 'réservé' c_valid grant 3
as c_valid validate 3 --json
says '"platform":false'
as c_dga grant 3 --json
says '"platform":true'
says '"state":"active"'
refused 2 '--reason is required' c_dga suspend 3
as c_dga suspend 3 --reason vérification --json
says '"platform":false'
refused 1 "n'a pas suspendu" c_valid resume 3
as c_dga resume 3 --json
says '"platform":true'
refused 1 'propre cas' c_dga revoke 1 --reason x
refused 1 'Aucune habilitation' c_dga grant 99
refused 2 'YYYY-MM-DD' c_valid request c_agent agent_prefecture --purpose x --to demain
refused 1 'there is no unit' c_valid request c_agent agent_prefecture --purpose x --to 2099-12-31 --area x:y
as c_valid authorize "Brigade d'essai" --reason 'arrêté 1'
as c_valid revoke 3 --reason départ --json
says '"state":"revocation"'

as c_dga list --all --pdf "$work/liste.pdf" --json
says '"pages":1'
list=$(pdftotext "$work/liste.pdf" -)
for words in "O'Hara" 'Pour la Ville' 'Pour la Préfecture'; do
  grep -q "$words" <<<"$list" || fail "the list to sign does not say « $words »"
done
as c_dga list --at "$(date -d '-1 day' +%F)" --pdf "$work/hier.pdf" --json
list=$(pdftotext "$work/hier.pdf" -)
! grep -q "O'Hara" <<<"$list" || fail 'the list of yesterday names who came today'
grep -q "Situation au $(date -d '-1 day' +%d/%m/%Y) 23:59" <<<"$list" || fail 'a list without anybody does not say its date'
as c_dga list --at 2020-01-01 --json
says '"habilitations":[]'
said=$("$root/build/bin/cortege" db watch --once --json)
says '"closed":0'
# The first day begins and the last one ends at midnight in Marseille, whatever summer time does in between.
as c_valid request c_agent agent_prefecture --purpose Renfort --from 2027-03-28 --to 2027-10-31
[ "$(psql -qXAtc "SELECT debut AT TIME ZONE 'UTC', fin AT TIME ZONE 'UTC' FROM habilitation.habilitation WHERE finalite = 'Renfort'")" \
  = '2027-03-27 23:00:00|2027-10-31 23:00:00' ] || fail 'midnight is not Marseille'"'"'s'

# A password: set by the person's party, unseen by the server's log and by other processes; or one's own.
log=$PGHOST/log
[ -s "$log" ] || fail "the server has no log to look into"
as c_valid register c_agent2 --name Roux --first-name Ida --organisation 'Préfecture de Police' --unit Cabinet
as c_valid request c_agent2 agent_prefecture --purpose Saisie --to 2099-12-31 --json
number=$(grep -oE '"number":[0-9]+' <<<"$said" | cut -d: -f2)
as c_valid validate "$number"
as c_valid password c_agent2 --new-file "$work/remise.txt"
[ "$(stat -c %a "$work/remise.txt")" = 600 ] || fail 'others read the password'
[ "$(tr -d '\n' <"$work/remise.txt" | wc -c)" -eq 24 ] || fail 'not a password of 24 characters'
refused 1 'new file is needed' c_valid password c_agent2 --new-file "$work/remise.txt"
refused 1 'relève de l' c_dga password c_agent2 --new-file "$work/autre.txt"
[ ! -e "$work/autre.txt" ] || fail 'a password that opens nothing is left behind'
refused 1 'at least 12' c_valid password c_agent2 <<<court
as c_agent2 password <<<'phrase de passe à soi'
stored() { psql -qXAtc "SELECT rolpassword FROM pg_authid WHERE rolname = '$1'"; }
[[ $(stored c_agent2) == SCRAM-SHA-256* ]] || fail 'no SCRAM verifier'
! grep -qF -e "$(cat "$work/remise.txt")" -e 'phrase de passe' "$log" || fail 'a password is in the log'
[ "$(psql -qXAtc "SELECT count(*) FROM habilitation.acte WHERE acte = 'secret'")" -eq 1 ] || fail 'the hand-over is not on the register'
