# Sourced by scripts/demo: the demo city, entered by its own people, once per database.

# The dates of the demo's files, moved from the fortnight of 5 January 2026 to the one asked.
dated() { python3 scripts/demo.d/dates.py "$1" "$monday" >"$work/$(basename "$1")"; }

import() { cortege import "$@" --dir "$db" --rejects "$work/rejets.csv" >/dev/null; }

load_city() {
  [ ! -e "$out/charge" ] || return 0
  say "Ville de démonstration, quinzaine du $monday…"
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  if [ -n "$data" ]; then
    import areas "$data/admin/marseille_admin.gpkg"
  else
    import areas "$city/arrondissements.geojson"
    import areas "$city/quartiers.geojson"
    python3 scripts/demo.d/streets.py "$city" >"$work/rues.osm"
    import streets "$work/rues.osm"
  fi
  import addresses "$city/adresses.csv"
  import places "$city/lieux.csv"
  for file in signalements.csv:signalement affluence.csv:affluence chantiers.geojson:chantier; do
    dated "$city/${file%:*}"
    import facts "$city/${file#*:}.toml" "$work/${file%:*}"
  done
  (cd "$city" && psql -Xq service=cortege -f personnes.sql)
  # shellcheck disable=SC2046  # logins are plain words
  cortege db password --dir "$db" vm_dga pp_validation \
    $(awk -F, 'NR > 1 && $NF == "accordee" {print $1}' "$city/personnes.csv") >/dev/null
  for agent in pp_mistral pp_tramontane pp_sirocco pp_levant; do
    (cd "$city" && psql -Xq service=$agent -v lundi="$monday" -f evenements.sql)
  done
  [ -z "$data" ] || load_open_data
  database_stamp >"$out/charge"
}

# Real open data beside the invented ones; each file keeps its licence.
load_open_data() {
  say "Données ouvertes de $data…"
  import facts accidents_velo "$data/events/fr_baac/baac_2017_2021_velo_edp_marseille.csv"
  import facts accidents_2018 "$data/events/fr_baac/baac_2018_marseille_accidents.csv"
  import addresses "$data/addresses/marseille_sites_addresses_merged.csv"
}
