#include "cli/web_configuration.hpp"

#include <fmt/format.h>
#include <unistd.h>

namespace cortege::cli {

std::string WebConfiguration::host() const {
  const auto start = url.find("://") + 3;
  return url.substr(start, url.find_first_of(":/", start) - start);
}

std::string WebConfiguration::locations() const {
  return fmt::format(
      R"conf(# Written by `cortege publish`; changes here are lost.
# Who asks and whether they may is decided by the gate at each request; it hands over to QGIS Server inside.
add_header Strict-Transport-Security "max-age=31536000" always;
add_header Cache-Control $cortege_cache always;
add_header X-Content-Type-Options nosniff always;
add_header Referrer-Policy no-referrer always;
add_header X-Frame-Options DENY always;
add_header Content-Security-Policy "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'" always;
server_tokens off;
client_max_body_size 64k;
client_header_timeout 10s;
client_body_timeout 10s;
send_timeout 30s;
keepalive_timeout 30s;
large_client_header_buffers 4 16k;
limit_conn cortege_clients 64;

root {viewer};
index index.html;
location / {{ limit_except GET {{ deny all; }} }}

location = /moi {{ set $cortege_service moi; include {directory}/nginx/portail.conf; }}
location = /wms {{ set $cortege_service wms; include {directory}/nginx/portail.conf; }}
location = /wfs {{ set $cortege_service wfs; include {directory}/nginx/portail.conf; }}
location /metadata/ {{
  auth_request /_moi;
  alias {directory}/metadata/;
  types {{ text/xml xml; }}
}}
location /_capacites/ {{
  internal;
  set $cortege_user $upstream_http_x_cortege_user;
  alias {directory}/capacites/;
  default_type text/xml;
}}
location = /_moi {{ internal; set $cortege_service moi; include {directory}/nginx/portail.conf; }}

# Only the gate leads here, with the person it judged and the query it wrote.
location /_cartes/ {{
  internal;
  set $cortege_user $upstream_http_x_cortege_user;
  if ($cortege_user = "") {{ return 403; }}
  fastcgi_pass cortege_cartes;
  fastcgi_pass_request_headers off;
  fastcgi_pass_request_body off;
  fastcgi_param CORTEGE_USER $cortege_user;
  # These parameters are the program's whole environment while it answers.
  fastcgi_param TZ {zone};
  fastcgi_param LC_ALL C.UTF-8;
{service_file}  fastcgi_param QGIS_PROJECT_FILE {directory}/projet/cortege.qgs;
  fastcgi_param QUERY_STRING $args;
  fastcgi_param REQUEST_METHOD GET;
  fastcgi_param REQUEST_URI /wms?$args;
  fastcgi_param SCRIPT_NAME /wms;
  fastcgi_param SERVER_NAME $server_name;
  fastcgi_param SERVER_PORT $server_port;
  fastcgi_param SERVER_PROTOCOL HTTP/1.1;
  fastcgi_param HTTPS on;
  fastcgi_param HTTP_X_QGIS_WMS_SERVICE_URL $cortege_url/wms;
  fastcgi_param HTTP_X_QGIS_WFS_SERVICE_URL $cortege_url/wfs;
  fastcgi_hide_header Server;
  fastcgi_hide_header Access-Control-Allow-Origin;
  fastcgi_connect_timeout 10s;
  fastcgi_read_timeout 60s;
  fastcgi_next_upstream error; # a process that died, not one that takes its time
  # A slow client reads from here, not from a process of QGIS Server.
  fastcgi_buffers 64 64k;
  fastcgi_buffer_size 64k;
  fastcgi_busy_buffers_size 128k;
  fastcgi_intercept_errors on;
}}

error_page 495 496 =401 @certificat;
error_page 500 502 503 504 =503 @indisponible;
location @certificat {{
  default_type text/xml;
  return 401 '<?xml version="1.0" encoding="UTF-8"?>\n<ServiceExceptionReport version="1.3.0" xmlns="http://www.opengis.net/ogc">\n <ServiceException code="AuthenticationRequired">Le certificat présenté est expiré, révoqué ou inconnu.</ServiceException>\n</ServiceExceptionReport>\n';
}}
location @indisponible {{
  default_type text/xml;
  return 503 '<?xml version="1.0" encoding="UTF-8"?>\n<ServiceExceptionReport version="1.3.0" xmlns="http://www.opengis.net/ogc">\n <ServiceException code="NoApplicableCode">La carte ne peut être dessinée maintenant : réessayer dans un instant.</ServiceException>\n</ServiceExceptionReport>\n';
}}
)conf",
      fmt::arg("directory", directory.string()), fmt::arg("viewer", viewer.string()), fmt::arg("zone", zone),
      fmt::arg("service_file",
               service_file.empty() ? "" : fmt::format("  fastcgi_param PGSERVICEFILE {};\n", service_file)));
}

std::string WebConfiguration::gate() const {
  return R"conf(# Written by `cortege publish`; changes here are lost. What the gate is told: nothing but this.
fastcgi_pass cortege_portail;
fastcgi_pass_request_headers off;
fastcgi_pass_request_body off;
fastcgi_param CORTEGE_SERVICE $cortege_service;
fastcgi_param CORTEGE_ESTABLISHED $cortege_established;
fastcgi_param HTTP_AUTHORIZATION $http_authorization;
fastcgi_param QUERY_STRING $args;
fastcgi_param REQUEST_METHOD $request_method;
fastcgi_param REMOTE_ADDR $remote_addr;
fastcgi_param SERVER_PROTOCOL $server_protocol;
fastcgi_connect_timeout 10s;
fastcgi_read_timeout 30s;
fastcgi_next_upstream error;
fastcgi_buffer_size 32k;
fastcgi_buffers 8 32k;
fastcgi_hide_header X-Cortege-User;
)conf";
}

std::string WebConfiguration::shared() const {
  return fmt::format(
      R"conf(# Written by `cortege publish`; changes here are lost. Of the whole nginx, not of one server.
# Written twice, so that a request whose process died is given to another.
upstream cortege_cartes {{ server unix:{directory}/run/cartes.sock max_fails=0; server unix:{directory}/run/cartes.sock max_fails=0; }}
upstream cortege_portail {{ server unix:{directory}/run/portail.sock max_fails=0; server unix:{directory}/run/portail.sock max_fails=0; }}
limit_conn_zone $binary_remote_addr zone=cortege_clients:2m;
# Whose certificate this is: its common name, if it is a login. A site whose cards say otherwise maps them here.
map $ssl_client_s_dn $cortege_certificate {{
  default "";
  # Read from the start, attribute by attribute: a comma inside a value comes escaped and separates nothing.
  "~^(?:[A-Za-z0-9.]+=(?:[^\\\\,+]|\\\\.)*,)*?CN=(?<cortege_cn>[a-z][a-z0-9_]{{2,30}})(?:,|$)" $cortege_cn;
}}
map $ssl_client_verify $cortege_established {{
  default "";
  SUCCESS $cortege_certificate;
}}
# What was drawn for somebody stays with nobody on the way.
map $uri $cortege_cache {{
  default "no-cache";
  "~^/(wms|wfs|moi|metadata|_cartes|_capacites)" "private, no-store";
}}
log_format cortege escape=json '{{"le":"$time_iso8601","adresse":"$remote_addr","par":"$cortege_user","refuse":"$upstream_http_x_cortege_user","certificat":"$cortege_established","chemin":"$uri","etat":$status,"octets":$body_bytes_sent,"secondes":$request_time}}';
)conf",
      fmt::arg("directory", directory.string()));
}

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
{tls}  access_log /var/log/nginx/cortege.log cortege;
  include {directory}/nginx/cortege.conf;
}}
)conf",
      fmt::arg("directory", directory.string()), fmt::arg("name", host()), fmt::arg("url", url),
      fmt::arg("tls", tls()));
}

void to_json(nlohmann::json &object, const WebConfiguration &web) {
  object = {{"directory", web.directory.string()},
            {"viewer", web.viewer.string()},
            {"url", web.url},
            {"zone", web.zone},
            {"service_file", web.service_file},
            {"account", web.account},
            {"certificate", web.certificate.string()},
            {"key", web.key.string()},
            {"authority", web.authority.string()},
            {"revocations", web.revocations.string()}};
}

void from_json(const nlohmann::json &object, WebConfiguration &web) {
  const auto path = [&](const char *name) {
    return std::filesystem::path(object.at(name).get<std::string>());
  };
  web = {path("directory"),   path("viewer"),
         object.at("url"),    object.at("account"),
         object.at("zone"),   object.at("service_file"),
         path("certificate"), path("key"),
         path("authority"),   object.value("revocations", "")};
}

} // namespace cortege::cli
