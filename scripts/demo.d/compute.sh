# Sourced by scripts/demo: from entered events to tension, as the analyst vm_calanque sees them.

# What the results were made from.
result_stamp() {
  { cat "$out/charge"
    find build/bin/cortege build/prefix/lib/qgis/plugins metadata/tension styles scripts/demo.d -type f -name '*[!c]' \
      -print0 | sort -z | xargs -0 sha256sum; } | sha256sum
}

compute() {
  say "Tension du samedi $saturday, de 12 h à 20 h…"
  cortege tension --service vm_calanque --model espace_public --from "$saturday 12:00" --to "$saturday 20:00" \
    --out "$out" --keep >/dev/null
  cortege tension --service vm_calanque --model espace_public --from "$saturday 08:00" --to "$saturday 24:00" \
    --step 1h --out "$out/heures" >/dev/null
  if [ -n "$data" ]; then
    say 'Accidents corporels de 2018…'
    cortege tension --service vm_calanque --model circulation --from 2018-01-01 --to 2019-01-01 \
      --out "$out/donnees" >/dev/null
  fi
}
