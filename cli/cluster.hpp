#pragma once

#include "cli/process.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace cortege::cli {

/// A private PostgreSQL cluster in a directory of its own:
///   cortege-database.json  the marker: made by us, on this port
///   data/                  PostgreSQL's files, of the account the server runs under
///   run/                   the Unix socket
///   tls/                   certificate authority and server certificate
///   pg_service.conf, pgpass  how people connect
/// The account that made it is its owner and enters through the socket as the superuser; people enter through
/// TLS with a password; nobody else enters. Root's server runs as the account postgres.
class Cluster {
public:
  /// Looks at the directory, changes nothing.
  explicit Cluster(const std::filesystem::path &directory);

  const std::filesystem::path &directory() const { return directory_; }
  bool made() const { return port_ != 0; }
  bool running() const;
  int port() const { return port_; }
  /// For the owner: superuser, Unix socket.
  std::string owner_uri(const std::string &database = "cortege") const;
  /// For a person, without the password: TLS with full verification.
  std::string person_uri(const std::string &login) const;
  /// The operating-system account that may become a viewer through the socket: the web server's (default:
  /// ours).
  std::string web_account() const;
  /// Renews pg_ident.conf with these lines for the viewers; the server reads it when told to reload.
  void write_identities(const std::string &viewers) const;
  std::filesystem::path authority() const { return directory_ / "tls" / "ca.crt"; }
  std::filesystem::path service_file() const { return directory_ / "pg_service.conf"; }
  std::filesystem::path password_file() const { return directory_ / "pgpass"; }

  /// Makes the cluster when it is not made, starts it when it is not running. False when it was running
  /// already. A port other than 0 becomes the cluster's. Throws Error with what to do: a directory that is
  /// not ours, no PostgreSQL, a taken port. A web account that is not empty becomes the cluster's.
  bool start(int port = 0, const std::string &web_account = {});
  /// Waits until it is stopped; sessions are ended. False when it was not running.
  bool stop();
  /// Lets a person in: entries in pg_service.conf and pgpass.
  void write_person(const std::string &login, const std::string &password) const;

private:
  void lay_out() const;
  void make() const;
  void write_marker() const;
  void write_configuration() const;
  void write_server_file(const std::string &name, const std::string &content) const;
  void write_service(const std::string &section, const std::string &entries) const;
  void write_owner_service() const;
  void launch(bool any_port);
  Finished control(const std::vector<std::string> &arguments) const;

  static constexpr const char *marker_name = "cortege-database.json";
  static constexpr const char *superuser = "postgres";

  std::filesystem::path directory_;
  int port_ = 0;
  std::string web_account_;
};

} // namespace cortege::cli
