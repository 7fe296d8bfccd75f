#pragma once

#include "cli/process.hpp"

#include <string>

namespace cortege::cli {

/// Absolute path of one of PostgreSQL's programs (initdb, pg_ctl, pg_dump…) of the newest version installed.
/// Throws Error that says what to install.
std::string postgres_program(const std::string &name);

/// The account PostgreSQL's server runs under: ours, or postgres for root, under which it refuses to run.
Account server_account();

} // namespace cortege::cli
