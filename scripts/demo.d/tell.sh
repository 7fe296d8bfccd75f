# Sourced by scripts/demo: what was made, for whom, and how to open it.

write_people() {
  {
    printf '# Les personnes de la démonstration\n\nIdentifiants inventés. Les mots de passe sont dans [pgpass](pgpass), '
    printf 'les services de connexion dans [pg_service.conf](pg_service.conf).\n\n'
    printf '| identifiant | profil | organisation | service | périmètre | habilitation |\n|---|---|---|---|---|---|\n'
    printf '| `vm_dga` | dga_securite | Ville de Marseille | DGA Sécurité | | accordée |\n'
    printf '| `pp_validation` | validation_prefecture | Préfecture de Police | Préfecture | | accordée |\n'
    python3 - "$city/personnes.csv" <<'PYTHON'
import csv, sys
state = {"accordee": "accordée", "demandee": "demandée, pas encore accordée : ne lit rien", "revoquee": "révoquée : ne se connecte plus"}
for p in csv.DictReader(open(sys.argv[1], encoding="utf-8")):
    perimeter = [f"arrondissements {', '.join(str(int(c[-2:])) for c in p['arrondissements'].split())}"] if p["arrondissements"] else []
    perimeter += [f"{name} : {p[name].replace(' ', ', ')}" for name in ("genres", "sources") if p[name]]
    print(f"| `{p['login']}` | {p['profil']} | {p['organisation']} | {p['service']} | {' ; '.join(perimeter) or 'tout'} | {state[p['etat']]} |")
PYTHON
  } >"$out/people.md"
}

# Opens QGIS as one of the demo's people, each in a profile of their own with the plugin, in French.
write_opener() {
  cat >"$out/ouvrir" <<OPENER
#!/bin/sh
# Ouvre QGIS et l'extension Cortège en une personne de people.md : build/demo/ouvrir [IDENTIFIANT] [options de QGIS]
# Sans identifiant : le projet de démonstration, lu par l'analyste vm_calanque.
set -e
case "\$1" in
  ''|-*) person=vm_calanque ;;
  *) person=\$1; shift ;;
esac
grep -q "^\[\$person\]" '$db/pg_service.conf' || { echo "ouvrir : « \$person » n'est pas dans people.md." >&2; exit 2; }
profile='$out/qgis/profiles/'\$person
if [ ! -e "\$profile/QGIS/QGIS3.ini" ]; then
  mkdir -p "\$profile/QGIS"
  cat >"\$profile/QGIS/QGIS3.ini" <<INI
[Plugins]
libplugin_cortege=true
[PythonPlugins]
processing=true
[locale]
overrideFlag=true
userLocale=fr_FR
globalLocale=fr_FR
[qgis]
checkVersion=false
[cortege]
connection\\\\service=\$person
INI
fi
[ "\$person" != vm_calanque ] || set -- --project '$out/cortege.qgz' "\$@"
export PGSERVICEFILE='$db/pg_service.conf' QGIS_PREFIX_PATH='$root/build/prefix' TZ=Europe/Paris
exec qgis --profiles-path '$out/qgis' --profile "\$person" "\$@"
OPENER
  chmod +x "$out/ouvrir"
}

# Publishes the demo's database on this machine, for browsers and WMS clients, until Ctrl-C.
write_server() {
  cat >"$out/servir" <<SERVER
#!/bin/sh
# Sert la base de démonstration sur cette machine, en WMS et dans un navigateur : build/demo/servir [--port PORT]
set -e
'$root/build/bin/cortege' publish --dir '$out/publication' --database-dir '$db' >/dev/null
exec '$root/build/bin/cortege' serve --dir '$out/publication' "\$@"
SERVER
  chmod +x "$out/servir"
}

tell() {
  write_people
  write_opener
  write_server
  cat <<TELL

C'est prêt, dans ${out#"$root"/} :
  carte.png       la carte de tension du samedi $saturday, à regarder tout de suite
  tension.tif     une bande par source et leur somme ; zones.gpkg : les zones et ce qui les fait
  territoire.csv  la tension quartier par quartier ; heures/ : la journée heure par heure
  cortege.qgz     le projet QGIS ; people.md : qui est qui, mots de passe dans pgpass

Ouvrir dans QGIS :       ${out#"$root"/}/ouvrir ; pour saisir, en agent : ${out#"$root"/}/ouvrir pp_mistral
Dans un navigateur :     ${out#"$root"/}/servir, puis l'adresse affichée et un identifiant de people.md
Interroger la base :     PGSERVICEFILE=${out#"$root"/}/pg_service.conf psql service=vm_calanque
Arrêter la base :        build/bin/cortege db stop --dir $db
TELL
}
