#include "cli/audit_log.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <regex>

namespace fs = std::filesystem;

namespace cortege::cli {

std::optional<LoggedRead> parse_read(const std::string &line) {
  // The quick look first: nearly no line of a log is a read.
  const std::size_t audit = line.rfind(" LOG:  AUDIT: ");
  if (audit == std::string::npos)
    return std::nullopt;
  static const std::regex prefix(
      R"(^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)? \S+) \[(\d+)\] ([^@ ]+)@\S+ (.*)$)");
  static const std::regex read(
      R"re(^ LOG:  AUDIT: (?:OBJECT|SESSION),(\d+),\d+,READ,(?:COPY,,|[^,]+,[A-Z ]+,"?([^,"]+)"?,))re");
  const std::string before = line.substr(0, audit);
  const std::string after = line.substr(audit);
  std::smatch left;
  std::smatch right;
  if (!std::regex_match(before, left, prefix) || !std::regex_search(after, right, read))
    return std::nullopt;
  return LoggedRead{left[1], std::stoi(left[2]), std::stoi(right[1]), right[2], left[3], left[4]};
}

std::vector<std::string> reads_of(const fs::path &file, std::uintmax_t &from) {
  std::vector<std::string> batches;
  nlohmann::json batch = nlohmann::json::array();
  const auto close = [&] {
    if (!batch.empty())
      batches.push_back(batch.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    batch = nlohmann::json::array();
  };
  if (fs::file_size(file) < from)
    from = 0;
  std::ifstream stream(file);
  stream.seekg(static_cast<std::streamoff>(from));
  for (std::string line;
       std::getline(stream, line) && !stream.eof();) { // a line without its end is still written
    from += line.size() + 1;
    const auto read = parse_read(line);
    if (!read)
      continue;
    batch.push_back({{"le", read->moment},
                     {"processus", read->process},
                     {"ordre", read->statement},
                     {"relation", read->relation},
                     {"par", read->person},
                     {"application", read->application}});
    if (batch.size() == 1000)
      close();
  }
  close();
  return batches;
}

fs::path server_log_folder(pg::Connection &connection) {
  const auto setting = [&](const char *name) { // a setting one may not see has no row
    return connection.exec("SELECT coalesce((SELECT setting FROM pg_settings WHERE name = $1), '')", name)
        .value<std::string>();
  };
  const fs::path folder = fs::path(setting("data_directory")) / setting("log_directory");
  std::error_code unseen;
  return fs::is_directory(folder, unseen) && folder.is_absolute() ? folder : fs::path();
}

long long LogFolder::take_reads(pg::Connection &connection) {
  long long taken = 0;
  if (folder_.empty())
    return taken;
  for (const auto &entry : fs::directory_iterator(folder_))
    if (entry.is_regular_file())
      for (const std::string &batch : reads_of(entry.path(), taken_[entry.path().filename().string()]))
        taken += connection.exec("SELECT audit.verser($1)", batch).value<long long>();
  return taken;
}

} // namespace cortege::cli
