#include "cli/destruction.hpp"

#include "cli/console.hpp"
#include "cli/residue.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace fs = std::filesystem;

namespace cortege::cli {

Destruction::Destruction(pg::Connection &connection, DestructionPlan plan)
    : connection_(connection), plan_(std::move(plan)) {
  connection_.exec("SELECT convention.exiger_ordres()");
  if (!connection_.exec("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").value<bool>())
    throw Error("the destruction rewrites tables, statistics, transaction logs and server logs: run it as a "
                "superuser "
                "of the server.");
}

int Destruction::run(const engine::Progress &progress) {
  keep_markers();
  int executed = 0;
  for (int step = 1; step <= last_step; ++step) {
    stop_if_interrupted();
    if (!recorded(step)) {
      if (plan_.one_step && executed == 1)
        break;
      execute(step, progress);
      ++executed;
    }
    done_ = step;
    engine::report(progress, static_cast<double>(step) / last_step);
  }
  forget_markers();
  return executed;
}

void Destruction::execute(int step, const engine::Progress &progress) {
  switch (step) {
  case 5:
    return give_space_back();
  case 6:
    return drop_slots_and_wal();
  case 7:
    return remove_server_logs();
  case 8:
    return remove_backups();
  case 9:
    return check_residue(progress);
  default:
    connection_.exec("SELECT convention.detruire($1)", step);
  }
}

bool Destruction::recorded(int step) {
  return connection_
      .exec("SELECT EXISTS (SELECT FROM convention.etape e, convention.etat() c"
            " WHERE e.convention = c.convention AND e.numero = $1)",
            step)
      .value<bool>();
}

void Destruction::record(int step, const std::string &name, long long count, const std::string &list,
                         const std::string &detail) {
  connection_.exec(
      "SELECT convention.consigner_etape($1, $2, $3, encode(sha256(convert_to($4, 'UTF8')), 'hex'), $5)",
      step, name, count, list, detail);
}

/// Dead rows leave the files, and sampled values leave the statistics.
void Destruction::give_space_back() {
  const pg::Result tables =
      connection_.exec("SELECT c.oid::regclass::text FROM pg_class c WHERE c.relkind = 'r' AND "
                       "(c.relnamespace = 'cortege'::regnamespace"
                       " OR c.relnamespace = 'plateforme'::regnamespace OR c.oid = 'audit.contenu'::regclass"
                       " OR c.oid = 'convention.confirmation'::regclass) ORDER BY 1");
  connection_.exec(
      "DELETE FROM pg_statistic WHERE starelid IN (SELECT oid FROM pg_class WHERE relnamespace IN"
      " ('cortege'::regnamespace, 'plateforme'::regnamespace, 'audit'::regnamespace))");
  for (const auto &row : tables)
    connection_.exec("VACUUM (FULL) " + row.get<std::string>(0));
  connection_.exec("VACUUM (FULL) pg_statistic");
  record(5, "place rendue et statistiques", tables.rows(), "",
         fmt::format("{} tables réécrites", tables.rows()));
}

/// Old transaction logs are unlinked instead of renamed for later use: a renamed one keeps its old bytes.
void Destruction::retire_wal() {
  connection_.exec("ALTER SYSTEM SET wal_recycle = off");
  connection_.exec("SELECT pg_reload_conf(), pg_sleep(1)"); // the checkpointer reads it in its own time
  for (int turn = 0; turn < 2; ++turn) {
    connection_.exec("SELECT pg_switch_wal()");
    connection_.exec("CHECKPOINT");
  }
  connection_.exec("ALTER SYSTEM RESET wal_recycle");
  connection_.exec("SELECT pg_reload_conf()");
}

void Destruction::drop_slots_and_wal() {
  const pg::Result slots = connection_.exec("SELECT slot_name, pg_drop_replication_slot(slot_name)::text "
                                            "FROM pg_replication_slots WHERE NOT active");
  const auto active =
      connection_.exec("SELECT count(*) FROM pg_replication_slots WHERE active").value<long long>();
  if (active > 0)
    throw Error(fmt::format(
        "{} replication slots are in use: stop their standbys, destroy them, and run this again.", active));
  const auto archiving = connection_.exec("SELECT current_setting('archive_mode') <> 'off'").value<bool>();
  retire_wal();
  record(6, "emplacements de réplication et journaux de transactions", slots.rows(), "",
         archiving ? "les journaux archivés ailleurs (archive_command) sont à détruire et à attester" : "");
}

fs::path Destruction::data_directory() {
  return connection_.exec("SHOW data_directory").value<std::string>();
}

void Destruction::check_residue(const engine::Progress &progress) {
  const std::vector<std::string> markers = read_markers();
  std::vector<std::string> found;
  long long searched = 0;
  if (!markers.empty()) {
    retire_wal(); // an interrupted run, or the steps since, may have written more
    found = residue_in_tables(connection_, markers);
    const fs::path data = data_directory();
    if (fs::is_directory(data)) {
      const auto in_files = residue_in_files(data, markers, progress);
      found.insert(found.end(), in_files.begin(), in_files.end());
      searched = 1;
    }
  }
  if (!found.empty())
    throw Error(
        fmt::format("transmitted texts are still found in: {}. Destroy them there and run this again.",
                    fmt::join(found, ", ")));
  record(9, "recherche de résidus", static_cast<long long>(markers.size()), "",
         !plan_.markers_lost.empty() && markers.empty() ? "recherche impossible : " + plan_.markers_lost
         : markers.empty()                              ? "aucun texte à chercher"
         : searched == 1
             ? fmt::format("{} textes cherchés dans toutes les tables et tous les fichiers : aucun trouvé",
                           markers.size())
             : fmt::format("{} textes cherchés dans toutes les tables : aucun trouvé ; les fichiers du "
                           "serveur sont hors de portée de ce programme",
                           markers.size()));
}

} // namespace cortege::cli
