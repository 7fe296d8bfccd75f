#include "cli/web_configuration.hpp"

#include <fmt/format.h>

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
location /metadata/ {{ set $cortege_service metadata; include {directory}/nginx/portail.conf; }}
location /_fiches/ {{
  internal;
  set $cortege_user $upstream_http_x_cortege_user;
  alias {directory}/metadata/;
  default_type text/xml;
}}
location /_capacites/ {{
  internal;
  set $cortege_user $upstream_http_x_cortege_user;
  alias {directory}/capacites/;
  default_type text/xml;
}}

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

{openid}error_page 495 496 =401 @certificat;
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
      fmt::arg("openid", openid_locations()),
      fmt::arg("service_file",
               service_file.empty() ? "" : fmt::format("  fastcgi_param PGSERVICEFILE {};\n", service_file)));
}

std::string WebConfiguration::gate() const {
  const std::string asked = openid.empty() ? ""
                                           : "auth_request /_openid;\nauth_request_set $cortege_openid "
                                             "$upstream_http_x_cortege_login;\n";
  return R"conf(# Written by `cortege publish`; changes here are lost. What the gate is told: nothing but this.
fastcgi_pass cortege_portail;
fastcgi_pass_request_headers off;
fastcgi_pass_request_body off;
fastcgi_param CORTEGE_SERVICE $cortege_service;
fastcgi_param CORTEGE_PATH $uri;
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
)conf" + asked;
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
map $ssl_client_verify $cortege_carded {{
  default "";
  SUCCESS $cortege_certificate;
}}
# A card says more than a session.
map $cortege_carded $cortege_established {{
  default $cortege_carded;
  "" $cortege_openid;
}}
# What was drawn for somebody stays with nobody on the way.
map $uri $cortege_cache {{
  default "no-cache";
  "~^/(wms|wfs|moi|metadata|_cartes|_capacites|_fiches)" "private, no-store";
}}
log_format cortege escape=json '{{"le":"$time_iso8601","adresse":"$remote_addr","par":"$cortege_user","refuse":"$upstream_http_x_cortege_user","certificat":"$cortege_established","chemin":"$uri","etat":$status,"octets":$body_bytes_sent,"secondes":$request_time}}';
)conf",
      fmt::arg("directory", directory.string()));
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
            {"revocations", web.revocations.string()},
            {"openid", web.openid}};
}

void from_json(const nlohmann::json &object, WebConfiguration &web) {
  const auto path = [&](const char *name) {
    return std::filesystem::path(object.at(name).get<std::string>());
  };
  web = {path("directory"),         path("viewer"),
         object.at("url"),          object.at("account"),
         object.at("zone"),         object.at("service_file"),
         path("certificate"),       path("key"),
         path("authority"),         object.value("revocations", ""),
         object.value("openid", "")};
}

} // namespace cortege::cli
