#include "cli/console.hpp"
#include "cli/destruction.hpp"
#include "cli/paths.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <fstream>

namespace fs = std::filesystem;

namespace cortege::cli {

namespace {

/// Overwrites a file before it is removed, so that its blocks do not keep it. Journaled and flash storage may
/// still.
void wipe(const fs::path &file) {
  const auto size = fs::file_size(file);
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  const std::string zeros(1U << 20U, '\0');
  for (std::uintmax_t at = 0; at < size; at += zeros.size())
    stream.write(zeros.data(),
                 static_cast<std::streamsize>(std::min<std::uintmax_t>(zeros.size(), size - at)));
  stream.close();
  if (!stream || !fs::remove(file))
    throw Error(
        fmt::format("{} could not be wiped: destroy it by hand, then run this again.", file.string()));
}

std::string this_machine() {
  std::array<char, 256> name{};
  gethostname(name.data(), name.size() - 1);
  return name.data();
}

} // namespace

/// Texts of the data, taken before the first row goes: those of today and those of the journal, but none that
/// the city's own facts may go on using. They outlive a crash beside the operator, not in the database.
void Destruction::keep_markers() {
  if (recorded(1) || fs::exists(plan_.markers))
    return;
  const pg::Result texts = connection_.exec(R"sql(
    WITH texte AS (
      SELECT objet AS t FROM cortege.manifestation_deambulatoire UNION SELECT description FROM cortege.manifestation_deambulatoire
      UNION SELECT objet FROM cortege.manifestation_statique UNION SELECT description FROM cortege.manifestation_statique
      UNION SELECT objet FROM cortege.operation_programmee UNION SELECT description FROM cortege.operation_programmee
      UNION SELECT objet FROM cortege.visite_officielle UNION SELECT description FROM cortege.visite_officielle
      UNION SELECT f.objet FROM plateforme.fait f JOIN plateforme.source s ON s.code = f.source WHERE s.transmise
      UNION SELECT l::jsonb ->> champ FROM audit.contenu c JOIN audit.ecriture e ON e.id = c.ecriture,
        unnest(coalesce(c.avant, '{}') || coalesce(c.apres, '{}')) l, unnest(ARRAY['objet', 'description']) champ
        WHERE e.relation LIKE 'cortege.%' AND e.relation <> 'cortege.adresse')
    SELECT t FROM texte WHERE length(t) >= 12 AND t !~ '[[:cntrl:]]'
      AND NOT EXISTS (SELECT FROM plateforme.fait f JOIN plateforme.source s ON s.code = f.source
                      WHERE NOT s.transmise AND f.objet = t)
    ORDER BY md5(t) LIMIT 300)sql");
  std::string list;
  for (const auto &row : texts)
    list += row.get<std::string>(0) + '\n';
  write_file(plan_.markers, list, fs::perms::owner_read | fs::perms::owner_write);
}

std::vector<std::string> Destruction::read_markers() {
  if (!fs::exists(plan_.markers)) {
    if (plan_.markers_lost.empty())
      throw Error(fmt::format(
          "{}, the file of texts to look for, is missing: run this where the destruction began, name "
          "the file with --markers, or say with --markers-lost why it is gone for good.",
          plan_.markers.string()));
    return {};
  }
  std::vector<std::string> markers;
  std::ifstream file(plan_.markers);
  for (std::string line; std::getline(file, line);)
    if (!line.empty())
      markers.push_back(line);
  return markers;
}

void Destruction::forget_markers() const {
  if (complete() && fs::exists(plan_.markers))
    wipe(plan_.markers);
}

void Destruction::remove_server_logs() {
  const fs::path folder = data_directory() / connection_.exec("SHOW log_directory").value<std::string>();
  std::string list;
  long long removed = 0;
  if (fs::is_directory(folder)) {
    connection_.exec("SELECT pg_rotate_logfile()");
    for (const auto &entry : fs::directory_iterator(folder)) {
      list += entry.path().filename().string() + "\n";
      wipe(entry.path());
      ++removed;
    }
    // The server still holds the removed file open; from here on it writes a new one.
    connection_.exec("SELECT pg_rotate_logfile()");
  }
  record(7, "journaux du serveur", removed, list,
         fs::is_directory(folder) ? "" : "hors de portée de ce programme : à détruire et à attester");
}

/// Those that `db backup` made on this machine, with the keys that read them, and those the operator names.
void Destruction::remove_backups() {
  std::string list;
  long long removed = 0;
  const auto remove = [&](const fs::path &file) {
    if (!fs::exists(file))
      return false;
    list += file.filename().string() + "\n";
    wipe(file);
    ++removed;
    return true;
  };
  for (const fs::path &file : plan_.beyond)
    remove(file);
  const pg::Result made =
      connection_.exec("SELECT id, fichier, machine, coalesce(cle, '') AS cle"
                       " FROM convention.sauvegarde WHERE detruite_le IS NULL ORDER BY id");
  int beyond = 0;
  for (const auto &row : made) {
    const fs::path file = row.get<std::string>("fichier");
    const bool here = row.get<std::string>("machine") == this_machine();
    // Without its key an encrypted backup is gone wherever it lies; several may share one key.
    const fs::path key = row.get<std::string>("cle");
    bool gone =
        here && !key.empty() && (remove(key) || list.find(key.filename().string()) != std::string::npos);
    gone = (here && remove(file)) || gone;
    if (here)
      remove(file.string() + ".roles.sql");
    if (gone)
      connection_.exec("SELECT convention.sauvegarde_detruite($1)", row.get<int>("id"));
    else
      ++beyond;
  }
  record(8, "sauvegardes et leurs clés", removed, list,
         beyond > 0 ? fmt::format("{} d'une autre machine ou déplacée{} : à détruire et à attester", beyond,
                                  beyond > 1 ? "s" : "")
         : removed == 0 ? "aucune au registre ; celles qui existeraient sont à détruire et à attester"
                        : "");
}

} // namespace cortege::cli
