#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace cortege::cli {

/// An account of the operating system that a program runs under.
struct Account {
  std::string name;
  uid_t uid = 0;
  gid_t gid = 0;
};

/// The account of the running program, and one by name (nothing when there is none).
Account own_account();
std::optional<Account> find_account(const std::string &name);

struct Finished {
  int status = 0; ///< exit code; 128 + signal when killed
  std::string out, err;
};

/// How a program is started: its absolute path or a name found on PATH, then its arguments. No shell is
/// involved.
struct Call {
  std::vector<std::string> arguments;
  std::optional<Account> account;       ///< run as; only root may differ from itself
  std::vector<std::string> environment; ///< NAME=value, added to ours
  bool without_pg_environment = false;  ///< a server must not read PGPORT, PGDATA… meant for clients
};

/// Runs it from / and waits, its output captured. Throws Error when it cannot be started.
Finished run(const Call &call);
/// As run(); throws Error with what the program said when it fails.
std::string run_or_throw(const Call &call, const std::string &doing);

/// What exec takes: a pointer to each text and a null one; good as long as the texts are.
std::vector<char *> exec_pointers(const std::vector<std::string> &texts);

} // namespace cortege::cli
