#pragma once

#include "providers/pg/connection.hpp"

#include <string>

namespace cortege::pg {

/// A transaction that is rolled back unless commit() returned. If commit() throws with connection_lost(),
/// nobody knows whether it holds: the caller must look before saying anything to a person.
class Transaction {
public:
  explicit Transaction(Connection &connection, const std::string &mode = {});
  ~Transaction();
  Transaction(const Transaction &) = delete;
  Transaction &operator=(const Transaction &) = delete;

  void commit();
  void rollback();

private:
  Connection &connection_;
  bool open_ = true;
};

/// A savepoint inside an open transaction, undone unless release() was called.
class Savepoint {
public:
  Savepoint(Connection &connection, const std::string &name);
  ~Savepoint();
  Savepoint(const Savepoint &) = delete;
  Savepoint &operator=(const Savepoint &) = delete;

  void release();

private:
  Connection &connection_;
  std::string name_;
  bool open_ = true;
};

} // namespace cortege::pg
