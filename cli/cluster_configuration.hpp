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
  std::string web;    ///< operating-system account of the web server, which may become a viewer

  /// Included by postgresql.conf.
  std::string settings() const;
  /// pg_hba.conf: owner by socket, people by TLS and SCRAM, the web server as one of the group viewers and
  /// nobody else by socket, all else rejected.
  std::string access() const;
  /// pg_ident.conf: who may be the superuser through the socket, then the viewers' lines, one for each
  /// person, that `db watch` renews at each act of habilitation.
  std::string identities(const std::string &viewers) const;
};

} // namespace cortege::cli
