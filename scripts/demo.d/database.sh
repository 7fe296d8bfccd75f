# Sourced by scripts/demo: the private database. $db is its directory.

# build/demo/db, unless PostgreSQL could not live there: root's server runs as another account, which must be able
# to enter, and a socket's path may not exceed 107 bytes.
database_directory() {
  local wanted=$out/db
  if [ "$(id -u)" -eq 0 ] && ! setpriv --reuid postgres --regid postgres --init-groups test -x "$out" ||
    [ "${#wanted}" -gt 80 ]; then
    local home=/var/lib
    [ "$(id -u)" -eq 0 ] || home=${XDG_DATA_HOME:-$HOME/.local/share}
    wanted=$home/cortege-demo-$(printf %s "$root" | sha256sum | cut -c1-8)
  fi
  printf %s "$wanted"
}

# What the database was loaded from; another city, another week or another schema makes another database.
database_stamp() {
  { printf '%s\n' "$monday" "$data"
    find "$city" providers/schema scripts/demo.d/streets.py -type f -print0 | sort -z | xargs -0 sha256sum; } | sha256sum
}

forget_database() {
  if [ -e "$db/cortege-database.json" ]; then
    cortege db stop --dir "$db" >/dev/null
    rm -rf "$db"
  fi
  rm -f "$out/charge"
}

start_database() {
  db=$(database_directory)
  if [ -n "$fresh" ] || [ "$(database_stamp)" != "$(cat "$out/charge" 2>/dev/null)" ]; then
    forget_database
    say 'Base de données privée…'
  fi
  cortege db start --dir "$db" >/dev/null
  export PGSERVICEFILE=$db/pg_service.conf
  ln -sf "$db/pg_service.conf" "$out/pg_service.conf"
  ln -sf "$db/pgpass" "$out/pgpass"
}
