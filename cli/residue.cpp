#include "cli/residue.hpp"

#include "cli/console.hpp"
#include "cli/text_array.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

namespace fs = std::filesystem;

namespace cortege::cli {

std::vector<std::string> residue_in_tables(pg::Connection &connection,
                                           const std::vector<std::string> &markers) {
  const pg::Result tables = connection.exec(
      "SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
      " WHERE c.relkind = 'r' AND (n.nspname !~ '^(pg_|information_schema)' OR c.relname IN ('pg_statistic',"
      " 'pg_largeobject', 'pg_statistic_ext_data', 'pg_description')) AND NOT c.relisshared ORDER BY 1");
  const std::string wanted = text_array(markers);
  std::vector<std::string> found;
  for (const auto &row : tables) {
    stop_if_interrupted();
    const auto table = row.get<std::string>(0);
    const bool there = connection
                           .exec(fmt::format("SELECT EXISTS (SELECT FROM {} t, unnest($1::text[]) m"
                                             " WHERE strpos(t::text, m) > 0)",
                                             table),
                                 wanted)
                           .value<bool>();
    if (there)
      found.push_back("table " + table);
  }
  return found;
}

bool file_contains(const fs::path &file, const std::vector<std::string> &markers) {
  std::size_t longest = 1;
  for (const std::string &marker : markers)
    longest = std::max(longest, marker.size());
  std::ifstream stream(file, std::ios::binary);
  constexpr std::size_t block = 1U << 22U;
  std::string window;
  while (stream) {
    // The end of the previous block is kept, so that a marker across two blocks is seen.
    if (window.size() > longest)
      window.erase(0, window.size() - longest);
    const std::size_t kept = window.size();
    window.resize(kept + block);
    stream.read(window.data() + kept, static_cast<std::streamsize>(block));
    window.resize(kept + static_cast<std::size_t>(stream.gcount()));
    if (std::any_of(markers.begin(), markers.end(),
                    [&](const std::string &marker) { return window.find(marker) != std::string::npos; }))
      return true;
  }
  return false;
}

std::vector<std::string> residue_in_files(const fs::path &folder, const std::vector<std::string> &markers,
                                          const engine::Progress &progress) {
  std::vector<fs::path> files;
  std::error_code ignored;
  for (fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, ignored),
       end;
       it != end; it.increment(ignored))
    if (it->is_regular_file(ignored) && !it->is_symlink(ignored))
      files.push_back(it->path());
  std::vector<std::string> found;
  for (std::size_t i = 0; i < files.size(); ++i) {
    stop_if_interrupted();
    if (file_contains(files[i], markers))
      found.push_back(files[i].string());
    engine::report(progress, static_cast<double>(i + 1) / static_cast<double>(files.size()));
  }
  return found;
}

} // namespace cortege::cli
