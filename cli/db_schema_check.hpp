#pragma once

#include "providers/pg/connection.hpp"

namespace cortege::cli {

/// Throws Error unless every table of the schema has row policies forced, the reviewed operators are declared
/// LEAKPROOF, no function that tells or keeps too much is open to everybody, and no index would let hidden
/// events be counted. Every deployment ends with it, so every start and restore does.
void check_schema(pg::Connection &connection);

} // namespace cortege::cli
