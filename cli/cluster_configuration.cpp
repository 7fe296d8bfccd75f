#include "cli/cluster_configuration.hpp"

#include <fmt/format.h>

namespace cortege::cli {

std::string ClusterConfiguration::settings() const {
  return fmt::format(
      R"conf(# Written by `cortege db start`; changes here are lost. Add your own to postgresql.conf.
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = '{directory}/run'
max_connections = 300
shared_buffers = 256MB
work_mem = 16MB
jit = off
timezone = 'Europe/Paris'
shared_preload_libraries = 'pgaudit'

password_encryption = 'scram-sha-256'
ssl = on
ssl_min_protocol_version = 'TLSv1.2'
ssl_ca_file = '{directory}/tls/ca.crt'
ssl_cert_file = '{directory}/tls/server.crt'
ssl_key_file = '{directory}/tls/server.key'

# The log never holds what people write: no statement, no parameter, no detail of a refused row, no password.
# Level `log` leaves errors out, whose messages quote values; starts, stops, audit lines and crashes stay in.
logging_collector = on
log_directory = 'log'
log_filename = 'cortege-%a.log'
log_rotation_age = 1d
log_truncate_on_rotation = on
log_line_prefix = '%m [%p] %u@%d %a '
log_min_messages = 'log'
log_min_error_statement = 'panic'
log_error_verbosity = 'terse'
log_statement = 'none'
log_duration = off
log_min_duration_statement = -1
log_min_duration_sample = -1
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_connections = on
log_disconnections = on
pgaudit.log_statement = off
pgaudit.log_parameter = off
pgaudit.log_catalog = off
)conf",
      fmt::arg("port", port), fmt::arg("directory", directory.string()));
}

std::string ClusterConfiguration::access() const {
  return R"conf(# Written by `cortege db start`; changes here are lost. Who may enter, and how; the rest may not.
# TYPE   DATABASE  USER                ADDRESS       METHOD
local    all       postgres                          peer map=cortege_owner
local    cortege   +viewers                          peer map=cortege_viewers
hostssl  cortege   +cortege_personnes  127.0.0.1/32  scram-sha-256
local    all       all                               reject
host     all       all                 all           reject
)conf";
}

std::string ClusterConfiguration::identities(const std::string &viewers) const {
  std::string text = "# Written by `cortege db start` and `cortege db watch`; changes here are lost.\n"
                     "# MAP          ACCOUNT  ROLE\n";
  text += fmt::format("cortege_owner  {}  postgres\n", owner);
  if (server != owner)
    text += fmt::format("cortege_owner  {}  postgres\n", server);
  return text + viewers + (viewers.empty() ? "" : "\n");
}

} // namespace cortege::cli
