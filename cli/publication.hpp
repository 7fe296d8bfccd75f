#pragma once

#include <filesystem>
#include <string>

namespace cortege::cli {

/// A directory made by `cortege publish`, run by `cortege serve` or by a site's own web server:
///   publication.json   what it was made from and how it is served
///   portail.json       what the gate reads
///   projet/            the QGIS project
///   metadata/          ISO 19115 records
///   nginx/             commun.conf, cortege.conf, portail.conf, openid.conf: shared; serveur.conf: a whole
///   nginx for `serve`;
///                      site.conf: a server for a site's own nginx
///   tls/               an authority and a server certificate for the loopback
///   run/               sockets, logs and temporary files
class Publication {
public:
  explicit Publication(const std::filesystem::path &directory);

  const std::filesystem::path &directory() const { return directory_; }
  bool made() const;
  std::filesystem::path file(const std::string &name) const { return directory_ / name; }
  std::filesystem::path run_folder() const { return directory_ / "run"; }
  std::filesystem::path gate_socket() const { return run_folder() / "portail.sock"; }
  std::filesystem::path maps_socket() const { return run_folder() / "cartes.sock"; }

private:
  std::filesystem::path directory_;
};

} // namespace cortege::cli
