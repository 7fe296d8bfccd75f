# Sourced by scripts/demo: the QGIS project and the map, drawn by QGIS itself.

# base_layer FILE LAYER NAME COLUMNS: into the base map, which shows without the database.
base_layer() {
  ogr2ogr -q -f GPKG "$out/fond.gpkg" "$1" -nln "$3" -t_srs EPSG:2154 -nlt PROMOTE_TO_MULTI \
    -dialect OGRSQL -sql "SELECT $4 FROM \"$2\"" ${made:+-update -append}
  made=1
}

make_base_map() {
  local made=''
  rm -f "$out/fond.gpkg"
  if [ -n "$data" ]; then
    base_layer "$data/admin/marseille_admin.gpkg" arrondissements arrondissements 'INSEE_ARM AS code, NOM AS nom'
    base_layer "$data/admin/marseille_admin.gpkg" quartiers_111 quartiers 'depco AS code, nom_qua AS nom'
  else
    base_layer "$city/arrondissements.geojson" arrondissements arrondissements 'code, nom, population'
    base_layer "$city/quartiers.geojson" quartiers quartiers 'code, nom, arrondissement, population'
  fi
  base_layer "$city/fond.geojson" fond fond 'genre, nom'
  base_layer "$city/axes.geojson" axes axes 'nom, rang'
}

# Runs one of the drawing programs under QGIS's own Python.
in_qgis() {
  QGIS_PREFIX_PATH=$root/build/prefix QT_QPA_PLATFORM=offscreen TZ=Europe/Paris GDAL_PAM_ENABLED=NO \
    /usr/bin/python3 "scripts/demo.d/$1" "${@:2}" >"$out/carte.log" 2>&1 ||
    { cat "$out/carte.log" >&2; die "QGIS could not draw the map."; }
}

draw() {
  say 'Projet QGIS et carte…'
  make_base_map
  in_qgis project.py "$out" "$saturday" ${data:+real}
  [ -z "$data" ] || in_qgis open_data.py "$out"
}
