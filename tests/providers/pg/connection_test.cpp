#include "providers/pg/connection.hpp"
#include "providers/pg/copy.hpp"
#include "providers/pg/cursor.hpp"
#include "providers/pg/pool.hpp"
#include "providers/pg/quote.hpp"
#include "providers/pg/transaction.hpp"
#include "providers/pg/wait.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <future>
#include <thread>

namespace cortege::pg {
namespace {

using namespace std::chrono_literals;

TEST(Connection, ValuesTravelAsParametersWhateverTheyHold) {
  Connection connection;
  const std::string nasty = "'; DROP TABLE x; -- \\ \" é \n";
  const auto row =
      connection.exec("SELECT $1::text AS t, $2::int AS i, $3::float8 AS d, $4::bool AS b, $5::text AS n",
                      nasty, 42, 0.1, true, std::optional<std::string>());
  EXPECT_EQ(row.get<std::string>(0, "t"), nasty);
  EXPECT_EQ(row.get<int>(0, "i"), 42);
  EXPECT_EQ(row.get<double>(0, "d"), 0.1);
  EXPECT_TRUE(row.get<bool>(0, "b"));
  EXPECT_EQ(row.get<std::optional<std::string>>(0, "n"), std::nullopt);
  EXPECT_THROW(row.get<std::string>(0, "n"), Error);
  EXPECT_THROW(row.get<int>(0, "absent"), std::out_of_range);
  EXPECT_THROW(row.get<int>(1, 0), std::out_of_range);
}

TEST(Connection, ErrorsCarryWhatTheServerSaid) {
  Connection connection;
  connection.exec("CREATE TEMP TABLE t (n int CONSTRAINT small CHECK (n < 10))");
  try {
    connection.exec("INSERT INTO t VALUES ($1)", 50);
    FAIL();
  } catch (const Error &error) {
    EXPECT_EQ(error.sqlstate(), "23514");
    EXPECT_EQ(error.constraint(), "small");
    EXPECT_TRUE(error.constraint_violated());
    EXPECT_FALSE(error.detail().empty());
    EXPECT_FALSE(error.connection_lost());
  }
  EXPECT_TRUE(connection.idle());
}

TEST(Connection, OneStatementOnlyWithParameters) {
  Connection connection;
  EXPECT_THROW(connection.exec("SELECT 1; SELECT 2", Parameters()), Error);
}

TEST(Connection, BelongsToThePersonAskedForOrIsRefused) {
  Connection admin;
  admin.exec("DROP ROLE IF EXISTS essai_claire; CREATE ROLE essai_claire LOGIN");
  ConnectOptions options;
  options.person = "essai_claire";
  Connection theirs({}, options);
  EXPECT_EQ(theirs.exec("SELECT session_user").value<std::string>(), "essai_claire");
  options.person = "essai_personne";
  EXPECT_THROW(Connection({}, options), Error);
}

TEST(Connection, ALostServerSaysSo) {
  Connection admin, victim;
  admin.exec("SELECT pg_terminate_backend($1)", victim.backend());
  try {
    for (int i = 0; i < 50; ++i) {
      victim.exec("SELECT 1");
      std::this_thread::sleep_for(10ms);
    }
    FAIL();
  } catch (const Error &error) {
    EXPECT_TRUE(error.connection_lost());
  }
}

TEST(Connection, CancelsFromAnotherThread) {
  Connection connection;
  const Canceller canceller = connection.canceller();
  auto cancelled = std::async(std::launch::async, [&] {
    std::this_thread::sleep_for(50ms);
    canceller.cancel();
    return std::chrono::steady_clock::now();
  });
  EXPECT_THROW(connection.exec("SELECT pg_sleep(10)"), Error);
  EXPECT_LT(std::chrono::steady_clock::now() - cancelled.get(), 5s);
}

TEST(Connection, HearsNotifications) {
  Connection listener, speaker;
  listener.listen("un canal \"à guillemets\"");
  speaker.exec("SELECT pg_notify('un canal \"à guillemets\"', 'bonjour')");
  const auto heard = listener.notifications(1000ms);
  ASSERT_EQ(heard.size(), 1U);
  EXPECT_EQ(heard[0].payload, "bonjour");
  EXPECT_TRUE(listener.notifications().empty());
}

TEST(Connection, PassesNotices) {
  Connection connection;
  std::string said;
  connection.on_notice([&said](const Error &notice) { said = notice.what(); });
  Connection moved = std::move(connection);
  moved.exec("DO $$ BEGIN RAISE NOTICE 'attention'; END $$");
  EXPECT_EQ(said, "attention");
}

TEST(Pipeline, IsAllOrNothing) {
  Connection connection;
  connection.exec("CREATE TEMP TABLE t (n int PRIMARY KEY)");
  std::vector<std::pair<std::string, Parameters>> statements;
  for (const int n : {1, 2, 2, 3})
    statements.emplace_back("INSERT INTO t VALUES ($1)", Parameters(n));
  EXPECT_THROW(connection.pipeline(statements), Error);
  EXPECT_TRUE(connection.idle());
  EXPECT_EQ(connection.exec("SELECT count(*) FROM t").value<int>(), 0);
  statements.erase(statements.begin() + 2);
  EXPECT_EQ(connection.pipeline(statements).size(), 3U);
  EXPECT_EQ(connection.exec("SELECT count(*) FROM t").value<int>(), 3);
}

TEST(Copy, EscapesAndCounts) {
  Connection connection;
  connection.exec("CREATE TEMP TABLE t (a text, b text)");
  CopyIn copy = connection.copy_in("COPY t FROM STDIN");
  copy.row({"tab\tnewline\nbackslash\\N", std::nullopt});
  copy.row({"", "é"});
  EXPECT_EQ(copy.finish(), 2);
  const auto rows = connection.exec("SELECT a, b FROM t ORDER BY a DESC");
  EXPECT_EQ(rows.get<std::string>(0, "a"), "tab\tnewline\nbackslash\\N");
  EXPECT_TRUE(rows.null(0, "b"));
  EXPECT_EQ(rows.get<std::string>(1, "a"), "");
}

TEST(Copy, IsUndoneUnlessFinished) {
  Connection connection;
  connection.exec("CREATE TEMP TABLE t (a text)");
  {
    CopyIn copy = connection.copy_in("COPY t FROM STDIN");
    copy.row({"x"});
  }
  EXPECT_TRUE(connection.idle());
  EXPECT_EQ(connection.exec("SELECT count(*) FROM t").value<int>(), 0);
}

TEST(Transaction, RollsBackUnlessCommitted) {
  Connection connection;
  connection.exec("CREATE TEMP TABLE t (n int)");
  {
    Transaction transaction(connection);
    connection.exec("INSERT INTO t VALUES (1)");
  }
  EXPECT_EQ(connection.exec("SELECT count(*) FROM t").value<int>(), 0);
  {
    Transaction transaction(connection);
    connection.exec("INSERT INTO t VALUES (1)");
    {
      Savepoint undone(connection, "un");
      connection.exec("INSERT INTO t VALUES (2)");
    }
    transaction.commit();
  }
  EXPECT_EQ(connection.exec("SELECT array_agg(n)::text FROM t").value<std::string>(), "{1}");
}

TEST(Transaction, ACommitThatRolledBackIsAnError) {
  Connection connection;
  Transaction transaction(connection);
  EXPECT_THROW(connection.exec("SELECT 1/0"), Error);
  EXPECT_THROW(transaction.commit(), Error);
}

TEST(Cursor, ReadsEveryRowInOrderAndLeavesNoTransaction) {
  Connection connection;
  Cursor cursor(connection,
                "SELECT n, repeat('x', n % 100) FROM generate_series(1, 50000) n WHERE n > $1::int",
                Parameters(10));
  std::uint32_t expected = 11;
  while (cursor.next())
    for (int row = 0; row < cursor.batch().rows(); ++row, ++expected) {
      const auto bytes = cursor.batch().bytes(row, 0);
      const auto byte = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i]));
      };
      ASSERT_EQ(byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3), expected);
    }
  EXPECT_EQ(expected, 50001U);
  cursor.close();
  EXPECT_TRUE(connection.idle());
}

TEST(Cursor, LeftEarlyLeavesNoTransaction) {
  Connection connection;
  {
    Cursor cursor(connection, "SELECT * FROM generate_series(1, 1000000)", {});
    ASSERT_TRUE(cursor.next());
  }
  EXPECT_TRUE(connection.idle());
}

TEST(Cursor, StopsLongBeforeTheEnd) {
  Connection connection;
  const auto asked = std::chrono::steady_clock::now() + 60ms;
  Cursor cursor(connection, "SELECT pg_sleep(20)", {},
                [&] { return std::chrono::steady_clock::now() > asked; });
  EXPECT_THROW(cursor.next(), Interrupted);
  EXPECT_LT(std::chrono::steady_clock::now() - asked, 5s);
  cursor.close();
  EXPECT_TRUE(connection.idle());
}

TEST(Cursor, ErrorsLeaveTheConnectionFit) {
  Connection connection;
  EXPECT_THROW(
      {
        Cursor cursor(connection, "SELECT 1 / (n - 3000) FROM generate_series(1, 5000) n", {});
        while (cursor.next()) {
        }
      },
      Error);
  EXPECT_TRUE(connection.idle());
}

TEST(Pool, ReusesWithinAKeyAndNeverAcross) {
  Pool pool;
  const auto open = [](const std::string &) { return Connection(); };
  int first = 0;
  {
    const auto lease = pool.take("un", open);
    first = lease->backend();
  }
  EXPECT_EQ(pool.take("un", open)->backend(), first);
  EXPECT_NE(pool.take("deux", open)->backend(), first);
}

TEST(Pool, DropsWhatIsNotFit) {
  Pool pool;
  const auto open = [](const std::string &) { return Connection(); };
  { pool.take("un", open)->exec("BEGIN"); }
  EXPECT_EQ(pool.idle(), 0U);
  PGconn *pooled = nullptr;
  { pooled = pool.take("un", open)->raw(); }
  const int backend = PQbackendPID(pooled);
  Connection().exec("SELECT pg_terminate_backend($1)", backend);
  ASSERT_TRUE(wait_readable(pooled, 5s)) << "the server says farewell";
  EXPECT_NE(pool.take("un", open)->backend(), backend);
}

TEST(Pool, ClosesOnRevocationWhatIsOnLoanToo) {
  Pool pool;
  const auto open = [](const std::string &) { return Connection(); };
  {
    const auto lease = pool.take("un", open);
    pool.close("un");
  }
  EXPECT_EQ(pool.idle(), 0U);
}

TEST(Quote, HoldsAnyName) {
  EXPECT_EQ(quote("a\"b"), "\"a\"\"b\"");
  EXPECT_EQ(quote("s", "t"), "\"s\".\"t\"");
  EXPECT_THROW(quote(""), std::invalid_argument);
  EXPECT_THROW(quote(std::string_view("a\0b", 3)), std::invalid_argument);
  Connection connection;
  for (const std::string text : {"l'été", "a\\'b", "\\"})
    EXPECT_EQ(connection.exec("SELECT " + quote_literal(text)).value<std::string>(), text);
}

} // namespace
} // namespace cortege::pg
