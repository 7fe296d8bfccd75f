#pragma once

#include "providers/pg/pool.hpp"
#include "providers/qgis/identity.hpp"

#include <QString>

#include <array>

class QgsDataSourceUri;

namespace cortege::qgis {

/// Where and as whom to connect. Two equal keys share pooled connections; the person is part of the key.
struct Access {
  std::string conninfo;
  Identity identity;
  std::string name;   ///< as the data source writes it, when an authentication configuration holds the rest
  std::string secret; ///< what that configuration says of the person

  std::string key() const;
};

/// libpq's words for certificates that a data source may carry, which QGIS only passes on.
inline constexpr std::array<const char *, 4> certificate_words{"sslrootcert", "sslcert", "sslkey", "sslcrl"};

/// The data source's connection as libpq reads it, with its certificates. expand puts in the secrets of an
/// authentication configuration, whose certificates then count.
QString connection_text(const QgsDataSourceUri &uri, bool expand);

/// The access a data source asks for, at this moment. The secrets of an authentication configuration are
/// expanded.
Access access_of(const QgsDataSourceUri &uri);

/// What its connections call themselves unless they read for a layer (announcement.hpp).
std::string application_of(const Access &access);

/// A connection of this access, pooled. Throws pg::Error with a sentence for the person: no identity, wrong
/// password (asked for once on the desktop), someone else's session. On the desktop who waits for the server
/// is freed by `stop`, or when its thread is interrupted (QThread::requestInterruption): pg::Interrupted.
pg::Pool::Lease take_session(const Access &access, const pg::Stop &stop = {});

/// A connection of its own, for what must not share one: transactions of QGIS, LISTEN.
std::unique_ptr<pg::Connection> open_session(const Access &access, const pg::Stop &stop = {});

/// How long a layer that is being opened waits for an answer: a living server gives it at once.
inline constexpr std::chrono::seconds opening_limit(8);

/// Closes what is pooled for this access; for revocations, and for a person who changed password.
void close_sessions(const Access &access);

/// Closes everything; at the end of the program.
void close_all_sessions();

} // namespace cortege::qgis
