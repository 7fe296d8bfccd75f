#pragma once

#include <filesystem>
#include <string>

namespace cortege::cli {

/// The texts of the embedded server's configuration files.
struct ClusterConfiguration {
  std::filesystem::path directory;
  int port;
  std::string owner;  ///< operating-system account that owns the cluster
  std::string server; ///< operating-system account that runs it

  /// Included by postgresql.conf.
  std::string settings() const;
  /// pg_hba.conf: owner by socket, people by TLS and SCRAM, all else rejected.
  std::string access() const;
  /// pg_ident.conf: who may be the superuser through the socket.
  std::string identities() const;
};

} // namespace cortege::cli
