// How a connection is left in the middle of a statement, whether its server answers or not.
#include "providers/pg/connection.hpp"
#include "providers/pg/wait.hpp"

#include <algorithm>
#include <array>
#include <future>
#include <thread>

namespace cortege::pg {
namespace {

constexpr std::chrono::milliseconds moment(100);
constexpr std::chrono::milliseconds longest_farewell(300);

std::chrono::milliseconds until(std::chrono::steady_clock::time_point deadline) {
  const auto left = deadline - std::chrono::steady_clock::now();
  return std::max(std::chrono::milliseconds(0), std::chrono::ceil<std::chrono::milliseconds>(left));
}

} // namespace

void Canceller::cancel() const noexcept {
  std::array<char, 256> ignored{};
  if (cancel_)
    PQcancel(cancel_.get(), ignored.data(), static_cast<int>(ignored.size()));
}

// libpq waits for what the server says to that as long as it takes: in a thread of its own, it may.
bool Canceller::cancelled_within(std::chrono::milliseconds patience) const {
  std::promise<void> told;
  const auto answer = told.get_future();
  std::thread([own = *this, told = std::move(told)]() mutable {
    own.cancel();
    told.set_value();
  }).detach();
  return answer.wait_for(patience) == std::future_status::ready;
}

// What is unfinished, libpq itself puts in order before the next statement.
bool Connection::may_be_stopped() const {
  return stop_ && PQtransactionStatus(handle_.get()) != PQTRANS_ACTIVE;
}

void Connection::await() {
  while (stop_ && !ready_within(moment))
    if (stop_()) {
      abandon();
      throw Interrupted();
    }
}

PGresult *Connection::last_result() {
  PGresult *last = nullptr;
  for (;;) {
    await();
    PGresult *next = PQgetResult(handle_.get());
    if (next == nullptr)
      return last;
    PQclear(last);
    last = next;
    const auto status = PQresultStatus(next);
    if (status == PGRES_COPY_IN || status == PGRES_COPY_OUT || !alive())
      return last;
  }
}

void Connection::abandon() {
  const auto deadline = std::chrono::steady_clock::now() + longest_farewell;
  if (canceller().cancelled_within(longest_farewell) && drain(deadline))
    return;
  shut(PQsocket(handle_.get()));
  PQconsumeInput(handle_.get()); // libpq sees that it is over
}

// Takes all that is left of a statement; false when it does not come in time.
bool Connection::drain(std::chrono::steady_clock::time_point deadline) {
  PGconn *handle = handle_.get();
  const auto more = [&] { return wait_readable(handle, until(deadline)) && PQconsumeInput(handle) != 0; };
  for (bool copying = false;;) {
    if (copying) {
      char *row = nullptr;
      const int size = PQgetCopyData(handle, &row, 1);
      PQfreemem(row);
      copying = size >= 0;
      if (size == 0 && !more())
        return false;
      continue;
    }
    if (PQisBusy(handle) != 0) {
      if (!more())
        return false;
      continue;
    }
    PGresult *left = PQgetResult(handle);
    if (left == nullptr)
      return alive();
    copying = PQresultStatus(left) == PGRES_COPY_OUT;
    PQclear(left);
  }
}

} // namespace cortege::pg
