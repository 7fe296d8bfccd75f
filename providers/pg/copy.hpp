#pragma once

#include "providers/pg/connection.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace cortege::pg {

/// A running COPY … FROM STDIN. Sending blocks when the server is behind, so memory stays bounded. The copy
/// is undone unless finish() returned.
class CopyIn {
public:
  explicit CopyIn(Connection &connection) : connection_(&connection) {}
  CopyIn(CopyIn &&other) noexcept : connection_(std::exchange(other.connection_, nullptr)) {}
  CopyIn &operator=(CopyIn &&) = delete;
  CopyIn(const CopyIn &) = delete;
  CopyIn &operator=(const CopyIn &) = delete;
  ~CopyIn();

  /// Raw bytes in the format the statement asked for.
  void write(std::string_view data);
  /// One row in the text format, escaped here; nothing stands for NULL.
  void row(std::span<const std::optional<std::string_view>> values);
  void row(std::initializer_list<std::optional<std::string_view>> values) {
    row(std::span<const std::optional<std::string_view>>(values.begin(), values.size()));
  }
  /// Ends the copy; the number of rows the server took.
  long long finish();

private:
  void flush();

  Connection *connection_;
  std::string line_;
};

} // namespace cortege::pg
