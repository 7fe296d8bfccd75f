#include "providers/pg/copy.hpp"

namespace cortege::pg {
namespace {

constexpr std::size_t chunk = std::size_t{64} * 1024;

void append_escaped(std::string &line, std::string_view value) {
  for (const char c : value) {
    switch (c) {
    case '\\':
      line += "\\\\";
      break;
    case '\t':
      line += "\\t";
      break;
    case '\n':
      line += "\\n";
      break;
    case '\r':
      line += "\\r";
      break;
    default:
      line += c;
    }
  }
}

} // namespace

CopyIn::~CopyIn() {
  if (connection_ == nullptr)
    return;
  PQputCopyEnd(connection_->raw(), "the client gave up");
  while (PGresult *result = PQgetResult(connection_->raw()))
    PQclear(result);
}

void CopyIn::write(std::string_view data) {
  line_ += data;
  if (line_.size() >= chunk)
    flush();
}

void CopyIn::row(std::span<const std::optional<std::string_view>> values) {
  bool first = true;
  for (const auto &value : values) {
    if (!std::exchange(first, false))
      line_ += '\t';
    if (value)
      append_escaped(line_, *value);
    else
      line_ += "\\N";
  }
  line_ += '\n';
  if (line_.size() >= chunk)
    flush();
}

void CopyIn::flush() {
  if (line_.empty())
    return;
  if (PQputCopyData(connection_->raw(), line_.data(), static_cast<int>(line_.size())) != 1)
    throw Error::from(connection_->raw());
  line_.clear();
}

long long CopyIn::finish() {
  flush();
  Connection &connection = *std::exchange(connection_, nullptr);
  if (PQputCopyEnd(connection.raw(), nullptr) != 1)
    throw Error::from(connection.raw());
  long long rows = 0;
  while (const auto result = connection.receive())
    rows = result->affected();
  return rows;
}

} // namespace cortege::pg
