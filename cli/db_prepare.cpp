#include "cli/db_prepare.hpp"

#include "cli/paths.hpp"

namespace cortege::cli {

void create_database(const Cluster &cluster) {
  pg::Connection server(cluster.owner_uri("postgres"));
  if (server.exec("SELECT FROM pg_database WHERE datname = 'cortege'").empty())
    server.exec("CREATE DATABASE cortege TEMPLATE template0");
}

Deployed prepare_database(const Cluster &cluster, const engine::Progress &progress) {
  pg::Connection connection(cluster.owner_uri());
  Deployed deployed = deploy_schema(connection, data_folder("schema"), progress);
  connection.exec("ALTER DATABASE cortege SET pgaudit.log = 'read, write, role, ddl'");
  return deployed;
}

} // namespace cortege::cli
