# Sourced by scripts/demo: the QGIS project and the map, drawn by QGIS itself.

# The base map is a file of its own: it shows without the database.
make_base_map() {
  local layer source
  rm -f "$out/fond.gpkg"
  for layer in fond arrondissements quartiers axes; do
    ogr2ogr -q -update -append -f GPKG "$out/fond.gpkg" "$city/$layer.geojson" -nln "$layer" -t_srs EPSG:2154 \
      -nlt PROMOTE_TO_MULTI 2>/dev/null || ogr2ogr -q -f GPKG "$out/fond.gpkg" "$city/$layer.geojson" -nln "$layer" \
      -t_srs EPSG:2154 -nlt PROMOTE_TO_MULTI
  done
}

draw() {
  say 'Projet QGIS et carte…'
  make_base_map
  QGIS_PREFIX_PATH=$root/build/prefix QT_QPA_PLATFORM=offscreen TZ=Europe/Paris \
    GDAL_PAM_ENABLED=NO PGSERVICEFILE=$db/pg_service.conf \
    /usr/bin/python3 scripts/demo.d/project.py "$out" "$saturday" 2>"$out/carte.log" ||
    { cat "$out/carte.log" >&2; die "QGIS could not draw the map."; }
}
