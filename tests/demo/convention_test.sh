#!/usr/bin/env bash
# The demonstration of a convention's life runs to its certificate, and says so with times that only grow.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
fail() { printf 'FAIL: %s\n' "$*" >&2; cat "$out/deroulement.txt" >&2; exit 1; }
says() { grep -q -- "$1" "$out/deroulement.txt" || fail "not said: $1"; }

scripts/demo.d/convention.sh "$out" >/dev/null || fail "exit $?"
says "l'analyste en lit 20"
says "l'analyste lit 0 événement"
says 'état.*détruite\|state.*détruite'
[ "$(grep -oE '^ *[0-9]+\.[0-9] s' "$out/deroulement.txt" | sort -c -n && echo sorted)" = sorted ] || fail 'the times do not grow'
for paper in liste bordereau certificat; do
  [ -n "$(pdftotext "$out/$paper.pdf" -)" ] || fail "$paper.pdf says nothing"
done
pdftotext "$out/certificat.pdf" "$out/certificat.txt"
! grep -q 'Visite n°\|Quai du Port' "$out/certificat.txt" || fail 'the certificate holds data'
grep -q 'Réunion de préparation' "$out/certificat.txt" || fail 'the export is not listed for attestation'
