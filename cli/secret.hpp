#pragma once

#include "providers/pg/connection.hpp"

#include <filesystem>
#include <string>

namespace cortege::cli {

/// 144 bits from the system's generator, in letters, digits, - and _.
std::string random_password();

/// What PostgreSQL keeps of a password (SCRAM-SHA-256), made here: the server, its log and other processes'
/// view of this one never see the password itself.
std::string scram_verifier(const pg::Connection &connection, const std::string &login,
                           const std::string &password);

/// A password typed twice on the terminal without being shown, or one line of standard input. Throws Error
/// when the two differ or it has fewer than 12 characters.
std::string read_password();

/// Writes a secret into a new file that only its owner reads. Throws Error when the file exists already.
void write_secret(const std::filesystem::path &file, const std::string &secret);

} // namespace cortege::cli
