#include "providers/pg/stream.hpp"

#include "providers/pg/wait.hpp"

#include <cstdint>
#include <cstring>
#include <utility>

namespace cortege::pg {
namespace {

constexpr std::chrono::milliseconds patience(50);
constexpr std::string_view copy_signature("PGCOPY\n\377\r\n\0", 11);

/// Walks over one message of a binary COPY. It is whole, or the server broke the protocol.
class CopyReader {
public:
  explicit CopyReader(std::string_view message) : rest_(message) {}

  // The first message begins with the header: signature, flags, length of an extension.
  void skip_header() {
    if (!rest_.starts_with(copy_signature))
      return;
    take(copy_signature.size() + 4);
    take(static_cast<std::size_t>(integer<std::int32_t>()));
  }
  /// False at the trailer.
  bool read(Row &row) {
    const auto columns = integer<std::int16_t>();
    if (columns < 0)
      return false;
    row.clear();
    for (int i = 0; i < columns; ++i) {
      const auto size = integer<std::int32_t>();
      if (size < 0)
        row.add_null();
      else
        row.add(take(static_cast<std::size_t>(size)));
    }
    return true;
  }

private:
  std::string_view take(std::size_t size) {
    if (rest_.size() < size)
      throw Error("the server sent an incomplete row");
    const auto taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  template <typename Integer>
  Integer integer() {
    std::make_unsigned_t<Integer> value = 0;
    for (const char byte : take(sizeof(Integer)))
      value = static_cast<std::make_unsigned_t<Integer>>((value << 8) | static_cast<unsigned char>(byte));
    return static_cast<Integer>(value);
  }

  std::string_view rest_;
};

} // namespace

Stream::Stream(Connection &connection, const std::string &sql, const Parameters &parameters, Stop stop,
               const std::string &application)
    : connection_(connection), stop_(std::move(stop)), copy_(parameters.size() == 0) {
  connection_.call_itself(application);
  if (copy_) {
    connection_.send("COPY (" + sql + ") TO STDOUT (FORMAT binary)", {});
  } else {
    connection_.send_row_by_row(sql, parameters);
  }
}

Stream::~Stream() {
  try {
    close();
  } catch (
      ...) { // NOLINT(bugprone-empty-catch) a connection that cannot be brought back is dropped by its pool
  }
  release();
}

void Stream::stop_if_asked() {
  if (!stop_ || !stop_())
    return;
  close();
  throw Interrupted();
}

std::optional<Result> Stream::receive() {
  while (!connection_.ready_within(patience))
    stop_if_asked();
  return connection_.receive();
}

void Stream::release() {
  PQfreemem(std::exchange(copied_, nullptr));
  result_.reset();
}

bool Stream::next(Row &row) {
  release();
  if (complete_ || closed_)
    return false;
  if (copy_ ? next_copied(row) : next_result(row))
    return true;
  complete_ = true;
  return false;
}

void Stream::begin_copy() {
  const auto begun = receive();
  if (!begun || PQresultStatus(begun->raw()) != PGRES_COPY_OUT)
    throw Error("the server did not begin to copy");
  started_ = true;
}

bool Stream::next_copied(Row &row) {
  if (!started_)
    begin_copy();
  for (;;) {
    const int size = PQgetCopyData(connection_.raw(), &copied_, 1);
    if (size < 0)
      break;
    if (size == 0) {
      if (!wait_readable(connection_.raw(), patience))
        stop_if_asked();
      else
        connection_.ready();
      continue;
    }
    CopyReader reader({copied_, static_cast<std::size_t>(size)});
    reader.skip_header();
    if (reader.read(row))
      return true;
    release(); // the trailer
  }
  while (receive()) { // how it ended: an error is thrown
  }
  return false;
}

bool Stream::next_result(Row &row) {
  result_ = receive();
  if (result_ && !result_->empty()) {
    read_row(*result_, 0, row);
    return true;
  }
  while (result_) // its end: the connection is idle
    result_ = receive();
  return false;
}

void Stream::close() {
  if (std::exchange(closed_, true))
    return;
  release();
  if (complete_ || !connection_.alive())
    return;
  connection_.abandon();
}

} // namespace cortege::pg
