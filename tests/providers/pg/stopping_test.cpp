// Who waits for a server that does not answer is free in a moment.
#include "providers/pg/connection.hpp"
#include "providers/pg/pool.hpp"
#include "providers/pg/stream.hpp"
#include "providers/pg/transaction.hpp"

#include <dlfcn.h>
#include <gtest/gtest.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <thread>

namespace {
constexpr const char *slow_name = "lent.invalid";
}

// libpq's own look-ups pass through here: one name takes as long as a name server that is silent.
extern "C" __attribute__((visibility("default"))) int getaddrinfo(const char *node, const char *service,
                                                                  const addrinfo *hints, addrinfo **found) {
  if (node != nullptr && std::strcmp(node, slow_name) == 0) {
    std::this_thread::sleep_for(std::chrono::seconds(3));
    return EAI_AGAIN;
  }
  using Lookup = int (*)(const char *, const char *, const addrinfo *, addrinfo **);
  static const auto real = reinterpret_cast<Lookup>(dlsym(RTLD_NEXT, "getaddrinfo"));
  return real(node, service, hints, found);
}

namespace cortege::pg {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto at_once = 1500ms; // on a machine at work on other things

/// A server's process that neither answers nor ends while this lives.
class Stalled {
public:
  explicit Stalled(const Connection &connection) : process_(connection.backend()) { kill(process_, SIGSTOP); }
  ~Stalled() { kill(process_, SIGCONT); }
  Stalled(const Stalled &) = delete;
  Stalled &operator=(const Stalled &) = delete;

private:
  pid_t process_;
};

Stop soon() {
  return [when = Clock::now() + 150ms] { return Clock::now() > when; };
}

TEST(Stopping, ASlowNameIsNotWaitedFor) {
  ConnectOptions options;
  options.stop = soon();
  const auto begun = Clock::now();
  EXPECT_THROW(Connection(std::string("host=") + slow_name, options), Interrupted);
  EXPECT_LT(Clock::now() - begun, at_once);
}

TEST(Stopping, ASilentServerIsNotWaitedFor) {
  const int mute = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  ASSERT_EQ(bind(mute, reinterpret_cast<sockaddr *>(&address), size), 0);
  ASSERT_EQ(listen(mute, 1), 0);
  ASSERT_EQ(getsockname(mute, reinterpret_cast<sockaddr *>(&address), &size), 0);
  ConnectOptions options;
  options.stop = soon();
  const auto begun = Clock::now();
  EXPECT_THROW(Connection("host=127.0.0.1 port=" + std::to_string(ntohs(address.sin_port)), options),
               Interrupted);
  EXPECT_LT(Clock::now() - begun, at_once);
  close(mute);
}

TEST(Stopping, AServerThatAnswersKeepsItsConnection) {
  Connection connection;
  connection.heed(soon());
  EXPECT_THROW(connection.exec("SELECT pg_sleep(20)"), Interrupted);
  EXPECT_TRUE(connection.idle());
  connection.heed({});
  EXPECT_EQ(connection.exec("SELECT 7").value<int>(), 7) << "the cancellation met nothing else";
}

TEST(Stopping, WhatIsNotStoppedAnswersAsEver) {
  Connection connection;
  connection.heed([] { return false; });
  EXPECT_EQ(connection.exec("SELECT 1; SELECT 2").value<int>(), 2);
  EXPECT_EQ(connection.exec("SELECT $1::int", 3).value<int>(), 3);
  EXPECT_THROW(connection.exec("SELECT 1/0"), Error);
  EXPECT_TRUE(connection.idle());
  Transaction transaction(connection);
  EXPECT_EQ(connection.exec("SELECT 4").value<int>(), 4);
  transaction.commit();
}

TEST(Stopping, AStalledServerLosesItsConnection) {
  Connection connection;
  const Stalled stalled(connection);
  connection.heed(soon());
  const auto begun = Clock::now();
  EXPECT_THROW(connection.exec("SELECT 1"), Interrupted);
  EXPECT_LT(Clock::now() - begun, at_once);
  EXPECT_FALSE(connection.alive());
}

TEST(Stopping, AStreamLeavesAStalledServer) {
  for (const Parameters &parameters : {Parameters(), Parameters(100000)}) {
    const std::string rows = parameters.size() == 0 ? "100000" : "$1::int";
    Connection connection;
    const auto begun = Clock::now();
    {
      Stream stream(connection, "SELECT repeat('a', 1000) FROM generate_series(1, " + rows + ")", parameters,
                    soon());
      Row row;
      ASSERT_TRUE(stream.next(row));
      const Stalled stalled(connection);
      EXPECT_THROW(while (stream.next(row)){}, Interrupted);
      stream.close();
    }
    EXPECT_LT(Clock::now() - begun, at_once);
    EXPECT_FALSE(connection.alive());
  }
}

TEST(Stopping, ThePoolHandsOutWhatHeedsNobody) {
  Pool pool;
  const auto open = [](const std::string &) { return Connection(); };
  pool.take("un", open)->heed([] { return true; });
  ASSERT_EQ(pool.idle(), 1U);
  EXPECT_NO_THROW(pool.take("un", open)->exec("SELECT pg_sleep(0.3)"));
}

} // namespace
} // namespace cortege::pg
