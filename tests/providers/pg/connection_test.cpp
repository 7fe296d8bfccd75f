#include "providers/pg/connection.hpp"
#include "providers/pg/copy.hpp"
#include "providers/pg/patience.hpp"
#include "providers/pg/pool.hpp"
#include "providers/pg/quote.hpp"
#include "providers/pg/stream.hpp"
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

TEST(Pipeline, ALostServerSaysSoWhereverItIsSeen) {
  for (int i = 0; i < 20; ++i) {
    Connection connection, other;
    other.exec("SELECT pg_terminate_backend($1)", connection.backend());
    std::vector<std::pair<std::string, Parameters>> statements;
    for (const char *sql : {"SELECT $1::int", "SELECT $1::int + 1", "SELECT $1::int + 2"})
      statements.emplace_back(sql, Parameters(1));
    try {
      connection.planned_pipeline(statements); // may be answered before the signal arrives
    } catch (const Error &error) {
      EXPECT_TRUE(error.connection_lost()) << error.what();
    }
  }
}

TEST(Pipeline, KeepsPlans) {
  Connection connection;
  const auto prepared = [&] {
    return connection.exec("SELECT count(*) FROM pg_prepared_statements").value<int>();
  };
  const auto run = [&](const std::string &second) {
    std::vector<std::pair<std::string, Parameters>> statements;
    statements.emplace_back("SELECT $1::int + 1", Parameters(41));
    statements.emplace_back(second, Parameters("zéro"));
    return connection.planned_pipeline(statements);
  };
  EXPECT_THROW(run("SELECT 1 / length($1) - nulle"), Error); // not even prepared
  EXPECT_EQ(prepared(), 1);
  for (int i = 0; i < 3; ++i) {
    const auto results = run("SELECT upper($1)");
    EXPECT_EQ(results[0].value<int>(), 42);
    EXPECT_EQ(results[1].value<std::string>(), "ZÉRO");
  }
  EXPECT_EQ(prepared(), 2);
  EXPECT_THROW(run("SELECT 1 / (length($1) - 4)"), Error); // fails when it runs
  EXPECT_EQ(run("SELECT lower($1)")[1].value<std::string>(), "zéro");
  EXPECT_TRUE(connection.idle());
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

std::uint32_t integer(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char byte : bytes)
    value = value << 8 | static_cast<unsigned char>(byte);
  return value;
}

// Both forms in which a query travels: without parameters as COPY, with them row by row.
std::vector<std::pair<std::string, Parameters>> both(const std::string &sql) {
  std::vector<std::pair<std::string, Parameters>> forms;
  forms.emplace_back(sql, Parameters());
  forms.emplace_back("SELECT * FROM (" + sql + ") q WHERE $1::bool", Parameters(true));
  return forms;
}

TEST(Stream, ReadsEveryRowInOrderAndLeavesNothingOpen) {
  for (const auto &[sql, parameters] :
       both("SELECT n, repeat('x', n % 100), NULL::int, '' AS e FROM generate_series(1, 50000) n")) {
    Connection connection;
    Stream stream(connection, sql, parameters);
    Row row;
    std::uint32_t expected = 1;
    for (; stream.next(row); ++expected) {
      ASSERT_EQ(integer(row.bytes(0)), expected);
      ASSERT_EQ(row.bytes(1).size(), expected % 100);
      ASSERT_TRUE(row.null(2));
      ASSERT_FALSE(row.null(3));
    }
    EXPECT_EQ(expected, 50001U);
    EXPECT_TRUE(connection.idle());
    EXPECT_FALSE(stream.next(row));
  }
}

TEST(Stream, IsFollowedByAnything) {
  for (const auto &[sql, parameters] : both("SELECT generate_series(1, 3)")) {
    Connection connection;
    Row row;
    for (Stream stream(connection, sql, parameters); stream.next(row);) {
    }
    std::vector<std::pair<std::string, Parameters>> statements;
    statements.emplace_back("SELECT generate_series(1, 3)", Parameters());
    EXPECT_EQ(connection.pipeline(statements).at(0).rows(), 3);
  }
}

TEST(Stream, NoRowsAndNoColumns) {
  Connection connection;
  Row row;
  for (const std::string sql : {"SELECT 1 WHERE false", "SELECT"})
    for (const auto &[form, parameters] : both(sql)) {
      Stream stream(connection, form, parameters);
      int rows = 0;
      while (stream.next(row))
        ++rows;
      EXPECT_EQ(rows, sql == "SELECT" ? 1 : 0);
      EXPECT_TRUE(connection.idle());
    }
}

TEST(Stream, LeftEarlyLeavesTheConnectionFit) {
  for (const auto &[sql, parameters] : both("SELECT repeat('x', 1000) FROM generate_series(1, 300000)")) {
    Connection connection;
    {
      Stream stream(connection, sql, parameters);
      Row row;
      ASSERT_TRUE(stream.next(row));
    }
    EXPECT_TRUE(connection.idle());
    EXPECT_EQ(connection.exec("SELECT 7").value<int>(), 7) << "the cancellation met nothing else";
  }
}

TEST(Stream, StopsLongBeforeTheEnd) {
  for (const auto &[sql, parameters] : both("SELECT pg_sleep(20)::text")) {
    Connection connection;
    const auto asked = std::chrono::steady_clock::now() + 60ms;
    Stream stream(connection, sql, parameters, [&] { return std::chrono::steady_clock::now() > asked; });
    Row row;
    EXPECT_THROW(stream.next(row), Interrupted);
    stream.close();
    EXPECT_LT(std::chrono::steady_clock::now() - asked, 5s);
    EXPECT_TRUE(connection.idle());
  }
}

TEST(Stream, ErrorsLeaveTheConnectionFit) {
  for (const auto &[sql, parameters] : both("SELECT 1 / (n - 3000) FROM generate_series(1, 5000) n")) {
    Connection connection;
    Stream stream(connection, sql, parameters);
    Row row;
    int rows = 0;
    try {
      while (stream.next(row))
        ++rows;
      FAIL() << "a division by zero went unnoticed";
    } catch (const Error &error) {
      EXPECT_EQ(error.sqlstate(), "22012");
    }
    EXPECT_EQ(rows, 2999);
    stream.close();
    EXPECT_TRUE(connection.idle());
  }
}

TEST(Stream, WaitsForAReaderWithoutTakingMemory) {
  Connection connection;
  Stream stream(connection, "SELECT repeat('x', 100000) FROM generate_series(1, 3000)", {});
  Row row;
  for (int i = 0; i < 50; ++i) {
    ASSERT_TRUE(stream.next(row));
    std::this_thread::sleep_for(1ms);
  }
  Connection watcher;
  EXPECT_EQ(watcher.exec("SELECT wait_event FROM pg_stat_activity WHERE pid = $1", connection.backend())
                .value<std::optional<std::string>>(),
            "ClientWrite");
}

TEST(Stream, SaysWhatItReads) {
  Connection connection, watcher;
  const auto name = [&] {
    return watcher.exec("SELECT application_name FROM pg_stat_activity WHERE pid = $1", connection.backend())
        .value<std::string>();
  };
  Row row;
  { Stream stream(connection, "SELECT 1", {}, {}, "rues|1,2,3,4|"); }
  EXPECT_EQ(name(), "rues|1,2,3,4|");
  connection.exec("BEGIN");
  connection.call_itself("autre");
  connection.exec("ROLLBACK");
  connection.call_itself("autre");
  EXPECT_EQ(name(), "autre") << "a name undone with its transaction is given again";
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

TEST(Pool, ServesManyThreadsEachTheirOwn) {
  Pool pool(60s, 2);
  const auto open = [](const std::string &key) {
    ConnectOptions options;
    options.application_name = key;
    return Connection({}, options);
  };
  std::vector<std::future<int>> readers;
  for (int thread = 0; thread < 8; ++thread)
    readers.push_back(std::async(std::launch::async, [&, thread] {
      int wrong = 0;
      for (int i = 0; i < 40; ++i) {
        const std::string key = "personne " + std::to_string((thread + i) % 3);
        if (i % 10 == 9)
          pool.close(key);
        const auto lease = pool.take(key, open);
        Stream stream(*lease, "SELECT current_setting('application_name') FROM generate_series(1, 50)", {});
        Row row;
        while (stream.next(row))
          wrong += row.bytes(0) != key;
      }
      return wrong;
    }));
  for (auto &reader : readers)
    EXPECT_EQ(reader.get(), 0);
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

TEST(Patience, EndsWhatAStalledServerHolds) {
  Connection connection;
  const auto begun = std::chrono::steady_clock::now();
  try {
    within(200ms, connection, [&] { return connection.exec("SELECT pg_sleep(30)"); });
    FAIL();
  } catch (const Error &error) {
    EXPECT_TRUE(error.timed_out() && error.connection_lost()) << error.what();
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 10s);
  EXPECT_FALSE(connection.idle());
}

TEST(Patience, LeavesAServerThatAnswersAlone) {
  Connection connection;
  EXPECT_EQ(within(30s, connection, [&] { return connection.exec("SELECT 7").value<int>(); }), 7);
  EXPECT_THROW(within(30s, connection, [&] { connection.exec("SELECT 1/0"); }), Error);
  EXPECT_TRUE(connection.idle());
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
