#include "cli/web_configuration.hpp"

#include <fmt/format.h>
#include <unistd.h>

namespace cortege::cli {

std::string WebConfiguration::tls() const {
  return fmt::format(R"conf(  ssl_certificate {};
  ssl_certificate_key {};
  ssl_client_certificate {};
{}  ssl_verify_client optional;
  ssl_verify_depth 3;
  ssl_protocols TLSv1.2 TLSv1.3;
  ssl_prefer_server_ciphers off;
  ssl_session_cache shared:cortege:4m;
  ssl_session_tickets off;
)conf",
                     certificate.string(), key.string(), authority.string(),
                     revocations.empty() ? "" : fmt::format("  ssl_crl {};\n", revocations.string()));
}

std::string WebConfiguration::whole(int port) const {
  return fmt::format(
      R"conf(# Written by `cortege publish`; changes here are lost. A whole nginx for `cortege serve`.
daemon off;
{user}pid {directory}/run/nginx.pid;
error_log {directory}/run/nginx.log warn;
worker_processes 2;
events {{ worker_connections 1024; }}
http {{
  include {directory}/nginx/commun.conf;
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  sendfile on;
  access_log {directory}/run/acces.log cortege;
  client_body_temp_path {directory}/run/tmp/corps;
  fastcgi_temp_path {directory}/run/tmp/cartes;
  proxy_temp_path {directory}/run/tmp/mandataire;
  uwsgi_temp_path {directory}/run/tmp/uwsgi;
  scgi_temp_path {directory}/run/tmp/scgi;
  gzip on;
  gzip_types text/css text/xml application/javascript application/json application/vnd.ogc.gml image/svg+xml;
  server {{
    listen 127.0.0.1:{port} ssl http2;
    server_name {name};
    set $cortege_url https://{name}:{port};
    set $cortege_user "";
    set $cortege_openid "";
{tls}    include {directory}/nginx/cortege.conf;
  }}
}}
)conf",
      fmt::arg("user", geteuid() == 0 ? fmt::format("user {};\n", account) : std::string()),
      fmt::arg("directory", directory.string()), fmt::arg("port", port), fmt::arg("name", host()),
      fmt::arg("tls", tls()));
}

std::string WebConfiguration::site() const {
  return fmt::format(
      R"conf(# Written by `cortege publish`: a server for a site's own nginx. Copy it, set the certificates, keep it:
#   cp {directory}/nginx/site.conf /etc/nginx/sites-available/cortege
#   ln -s ../sites-available/cortege /etc/nginx/sites-enabled/ && nginx -t && systemctl reload nginx
include {directory}/nginx/commun.conf;
server {{
  listen 443 ssl http2;
  listen [::]:443 ssl http2;
  server_name {name};
  set $cortege_url {url};
  set $cortege_user "";
  set $cortege_openid "";
{tls}  access_log /var/log/nginx/cortege.log cortege;
  include {directory}/nginx/cortege.conf;
}}
)conf",
      fmt::arg("directory", directory.string()), fmt::arg("name", host()), fmt::arg("url", url),
      fmt::arg("tls", tls()));
}

} // namespace cortege::cli
