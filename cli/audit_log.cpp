#include "cli/audit_log.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <regex>

namespace cortege::cli {

std::optional<LoggedRead> parse_read(const std::string &line) {
  // The quick look first: nearly no line of a log is a read.
  const std::size_t audit = line.rfind(" LOG:  AUDIT: ");
  if (audit == std::string::npos)
    return std::nullopt;
  static const std::regex prefix(
      R"(^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)? \S+) \[(\d+)\] ([^@ ]+)@\S+ (.*)$)");
  static const std::regex read(
      R"re(^ LOG:  AUDIT: (?:OBJECT|SESSION),(\d+),\d+,READ,[^,]+,[A-Z ]+,"?([^,"]+)"?,)re");
  const std::string before = line.substr(0, audit);
  const std::string after = line.substr(audit);
  std::smatch left;
  std::smatch right;
  if (!std::regex_match(before, left, prefix) || !std::regex_search(after, right, read))
    return std::nullopt;
  return LoggedRead{left[1], std::stoi(left[2]), std::stoi(right[1]), right[2], left[3], left[4]};
}

std::vector<std::string> reads_of(const std::filesystem::path &file) {
  std::vector<std::string> batches;
  nlohmann::json batch = nlohmann::json::array();
  const auto close = [&] {
    if (!batch.empty())
      batches.push_back(batch.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    batch = nlohmann::json::array();
  };
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) {
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

} // namespace cortege::cli
