#pragma once

#include "providers/pg/connection.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace cortege::intake {

/// Rows an import could not take, with their line and reason, written as CSV with personal data masked by the
/// database (convention.masquer). Beyond the first rows of each reason, only line and reason are written.
class Rejects {
public:
  void add(long long line, std::string reason, std::string content);

  std::size_t size() const { return rows_.size(); }
  /// How often each reason was given, without the row's own value after " : ".
  std::map<std::string, long long> reasons() const;

  /// Masks and writes beside `file`; nothing when there is none. publish() gives the file its name, once the
  /// import holds. Throws engine::Error when it cannot be written.
  void write(pg::Connection &connection, const std::filesystem::path &file);
  void publish();
  ~Rejects();
  Rejects() = default;
  Rejects(const Rejects &) = delete;
  Rejects &operator=(const Rejects &) = delete;

private:
  struct Row {
    long long line;
    std::string reason, content;
  };
  std::vector<Row> rows_;
  std::filesystem::path written_, file_;
};

} // namespace cortege::intake
