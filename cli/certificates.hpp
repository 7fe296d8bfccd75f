#pragma once

#include <filesystem>

namespace cortege::cli {

/// Makes what is missing in `folder`: a certificate authority of our own (ca.crt, ca.key) and, signed by it,
/// a server certificate for localhost (server.crt, server.key), renewed when it has less than 30 days to
/// live. Keys are readable by their owner alone. Throws Error, also when openssl is missing.
void ensure_certificates(const std::filesystem::path &folder);

/// Throws Error when the certificate cannot be read or is past its date: every client would refuse the
/// server.
void refuse_expired(const std::filesystem::path &certificate);

} // namespace cortege::cli
