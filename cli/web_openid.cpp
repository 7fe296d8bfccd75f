#include "cli/web_configuration.hpp"

#include <fmt/format.h>

namespace cortege::cli {

/// The relying party is asked first; when it is away, passwords and certificates are still good.
std::string WebConfiguration::openid_locations() const {
  if (openid.empty())
    return "location = /acces.json { default_type application/json; return 200 '{\"openid\":false}'; }\n\n";
  return fmt::format(
      R"conf(# OpenID Connect: {party} speaks with the provider and says whose session this is (see server/openid).
location = /acces.json {{ default_type application/json; return 200 '{{"openid":true}}'; }}
location = /_openid {{
  internal;
  proxy_pass http://{party};
  proxy_pass_request_body off;
  include {directory}/nginx/openid.conf;
  error_page 500 502 503 504 =204 @sans_openid;
}}
location @sans_openid {{ return 204; }}
location /openid/ {{
  proxy_pass http://{party};
  include {directory}/nginx/openid.conf;
}}

)conf",
      fmt::arg("party", openid), fmt::arg("directory", directory.string()));
}

std::string WebConfiguration::openid_request() const {
  return R"conf(# Written by `cortege publish`; changes here are lost. What the relying party is told: the session's cookie.
proxy_pass_request_headers off;
proxy_set_header Cookie $http_cookie;
proxy_set_header User-Agent $http_user_agent;
proxy_set_header Content-Length "";
proxy_set_header Host $http_host;
proxy_set_header X-Forwarded-Proto https;
proxy_hide_header Server;
proxy_connect_timeout 5s;
proxy_read_timeout 20s;
)conf";
}

} // namespace cortege::cli
