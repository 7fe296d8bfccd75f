#include "cli/intake/rejects.hpp"

#include "engine/error.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>

namespace fs = std::filesystem;

namespace cortege::intake {

namespace {

/// Masking reads every word of a text; the first rows of each reason are enough to see what is wrong.
constexpr int contents_per_reason = 200;

/// A reason without the row's own value.
std::string general(const std::string &reason) {
  return reason.substr(0, reason.find(" : "));
}

std::string csv(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"')
      quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

} // namespace

void Rejects::add(long long line, std::string reason, std::string content) {
  rows_.push_back({line, std::move(reason), std::move(content)});
}

std::map<std::string, long long> Rejects::reasons() const {
  std::map<std::string, long long> counts;
  for (const Row &row : rows_)
    ++counts[general(row.reason)];
  return counts;
}

void Rejects::write(pg::Connection &connection, const fs::path &file) {
  if (rows_.empty())
    return;
  file_ = file;
  written_ = file.string() + ".part";
  std::ofstream stream(written_, std::ios::binary);
  stream << "ligne,motif,contenu\n";
  std::map<std::string, int> shown;
  for (const Row &row : rows_) {
    const bool with_content = ++shown[general(row.reason)] <= contents_per_reason;
    if (!with_content) {
      stream << fmt::format("{},{},\"(non repris)\"\n", row.line, csv(general(row.reason)));
      continue;
    }
    const auto masked =
        connection.exec("SELECT convention.masquer($1), convention.masquer($2)", row.reason, row.content);
    stream << fmt::format("{},{},{}\n", row.line, csv(masked.get<std::string>(0, 0)),
                          csv(masked.get<std::string>(0, 1)));
  }
  stream.close();
  if (!stream)
    throw engine::Error(
        fmt::format("cannot write the rejects file {}: {}; nothing was imported. Choose another place "
                    "with --rejects.",
                    file.string(), std::strerror(errno)));
}

void Rejects::publish() {
  if (written_.empty())
    return;
  fs::rename(written_, file_);
  written_.clear();
}

Rejects::~Rejects() {
  std::error_code ignored;
  if (!written_.empty())
    fs::remove(written_, ignored);
}

} // namespace cortege::intake
