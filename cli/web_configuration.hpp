#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>

namespace cortege::cli {

/// The text of the nginx files. Nothing that a client sends passes: the gate is told the query and the
/// Authorization header, QGIS Server the query that the gate wrote anew.
struct WebConfiguration {
  std::filesystem::path directory; ///< of the publication
  std::filesystem::path viewer;    ///< the static page, which shows nothing by itself
  std::string url;                 ///< public address, without a slash at the end
  std::string account;             ///< that nginx's processes run under, when root starts it
  std::string zone;                ///< time zone of the territory
  std::string service_file;        ///< of libpq, if it is not the machine's own
  std::filesystem::path certificate, key, authority; ///< authority: of people's certificates
  std::filesystem::path revocations;                 ///< its list of revoked ones; empty: none
  std::string openid; ///< where the relying party of OpenID Connect listens (127.0.0.1:8444); empty: none

  std::string host() const;
  std::string shared() const;
  std::string locations() const;
  std::string gate() const;
  std::string openid_request() const;
  std::string whole(int port) const;
  std::string site() const;

private:
  std::string openid_locations() const;
  std::string tls() const;
};

void to_json(nlohmann::json &object, const WebConfiguration &web);
void from_json(const nlohmann::json &object, WebConfiguration &web);

} // namespace cortege::cli
