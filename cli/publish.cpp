#include "cli/publish.hpp"

#include "cli/certificates.hpp"
#include "cli/conninfo.hpp"
#include "cli/paths.hpp"
#include "cli/process.hpp"
#include "cli/publication.hpp"
#include "cli/web_configuration.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <regex>

namespace fs = std::filesystem;

namespace cortege::cli {

namespace {

/// Where a connection leads, without whose it is.
std::string place_of(const pg::Connection &connection) {
  constexpr std::array kept{"host",   "hostaddr",    "port",
                            "dbname", "sslmode",     "sslcert",
                            "sslkey", "sslrootcert", "target_session_attrs"};
  const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> all(PQconninfo(connection.raw()),
                                                                         &PQconninfoFree);
  std::string text;
  for (const PQconninfoOption *option = all.get(); option->keyword != nullptr; ++option)
    if (option->val != nullptr && *option->val != '\0'
        && std::find(kept.begin(), kept.end(), std::string_view(option->keyword)) != kept.end())
      text += fmt::format("{}{}={}", text.empty() ? "" : " ", option->keyword, conninfo_value(option->val));
  return text;
}

std::string login_place(const std::optional<Cluster> &cluster, const std::string &given,
                        const pg::Connection &connection) {
  if (!given.empty())
    return given;
  if (cluster)
    return fmt::format("host=localhost port={} dbname=cortege sslmode=verify-full sslrootcert={}",
                       cluster->port(), conninfo_value(cluster->authority().string()));
  const char *host = PQhost(connection.raw());
  if (host == nullptr || *host == '/' || *host == '\0')
    throw UsageError(
        "passwords are tried over TLS and this database is reached by its socket: say where with "
        "--login, as in --login 'host=localhost dbname=cortege sslmode=verify-full'.");
  return place_of(connection);
}

/// The staging prefix of a build tree; empty once installed, when QGIS finds our modules among its own.
fs::path build_prefix() {
  const fs::path prefix = fs::read_symlink("/proc/self/exe").parent_path().parent_path() / "prefix";
  return fs::is_directory(prefix / "lib/qgis/plugins") ? prefix : fs::path();
}

void check_url(const std::string &url) {
  static const std::regex good(R"(https://[A-Za-z0-9.-]+(:\d{1,5})?)");
  if (!std::regex_match(url, good))
    throw UsageError("--url wants the public address, https and without a path: https://cartes.exemple.fr");
}

/// The page that shows the map; a word to say so when it was not built.
fs::path viewer_folder(const Publication &publication) {
  try {
    return data_folder("viewer");
  } catch (const Error &) {
    fs::create_directories(publication.file("page"));
    write_file(publication.file("page/index.html"),
               "<!doctype html><html lang=\"fr\"><meta charset=\"utf-8\"><title>Cortège</title>"
               "<p>Le service de cartes est à l'adresse <code>/wms</code>.</p></html>\n");
    return publication.file("page");
  }
}

void make_folders(const Publication &publication) {
  std::error_code problem;
  fs::create_directories(publication.file("tls"), problem);
  if (problem)
    throw Error(fmt::format("cannot make {}: {}.", publication.file("tls").string(), problem.message()));
  ensure_certificates(publication.file("tls"));
}

nlohmann::json make_project(const Publication &publication, const nlohmann::json &description) {
  const fs::path file = publication.file("projet.json");
  write_file(file, description.dump(1) + "\n");
  Call call{{"/usr/bin/python3", (data_folder("publish") / "project.py").string(),
             publication.directory().string(), file.string()},
            {},
            {"QT_QPA_PLATFORM=offscreen", "LC_ALL=C.UTF-8", "PYTHONDONTWRITEBYTECODE=1"},
            false};
  if (const fs::path prefix = build_prefix(); !prefix.empty())
    call.environment.push_back("QGIS_PREFIX_PATH=" + prefix.string());
  const Finished finished = cli::run(call);
  stop_if_interrupted();
  const auto line = finished.out.substr(0, finished.out.find('\n'));
  if (finished.status != 0 || line.empty() || line.front() != '{')
    throw Error(fmt::format("QGIS could not make the project: {}",
                            finished.err.empty() ? finished.out : finished.err));
  return nlohmann::json::parse(line);
}

void write_web(const Publication &publication, const WebConfiguration &web) {
  fs::create_directories(publication.file("nginx"));
  write_file(publication.file("nginx/commun.conf"), web.shared());
  write_file(publication.file("nginx/cortege.conf"), web.locations());
  write_file(publication.file("nginx/portail.conf"), web.gate());
  write_file(publication.file("nginx/site.conf"), web.site());
  write_file(publication.file("nginx/openid.conf"), web.openid_request());
}

} // namespace

void Publish::declare(CLI::App &app) {
  app.add_option("--dir", directory_, "Directory of the publication, made when it is not there")->required();
  app.add_option("--url", url_, "Public address of the server")->capture_default_str();
  app.add_option(
      "--login", login_,
      "Connection string on which the server asks people for their password (default: the database's)");
  auto *certificate =
      app.add_option("--certificate", certificate_, "Server certificate (default: made for localhost)");
  auto *key = app.add_option("--key", key_, "Its private key")->needs(certificate);
  certificate->needs(key);
  app.add_option("--people-authority", authority_,
                 "Authority that signs people's certificates (default: the one made for localhost)");
  app.add_option("--people-revocations", revocations_,
                 "Its list of revoked certificates (PEM), read again at each reload of the server")
      ->check(CLI::ExistingFile);
  app.add_option("--openid", openid_,
                 "Where the relying party of OpenID Connect listens on this machine (see server/openid)")
      ->check([](const std::string &place) {
        static const std::regex loopback(R"((127\.0\.0\.1|localhost):\d{1,5})");
        return std::regex_match(place, loopback) ? "" : "wants a loopback address: 127.0.0.1:8444";
      });
  database_.declare(app, "--database-dir");
  examples(app,
           {"cortege publish --dir /srv/cortege-web   # the embedded database, for `cortege serve`",
            "cortege publish --dir /srv/cortege-web --service cortege --url https://cartes.exemple.fr \\",
            "  --login 'host=base.exemple.fr dbname=cortege sslmode=verify-full' \\",
            "  --certificate /etc/ssl/cartes.pem --key /etc/ssl/private/cartes.key"});
}

void Publish::run(Console &console) {
  check_url(url_);
  for (const fs::path &given : {certificate_, authority_})
    if (!given.empty())
      refuse_expired(given);
  const Publication publication(directory_);
  const auto cluster = database_.embedded();
  pg::Connection connection = database_.connect();
  if (connection.exec("SELECT to_regproc('audit.demander_carte') IS NULL").value<bool>())
    throw Error("this database does not have this version's schema: run `cortege db deploy`.");
  const auto territory = connection.exec("SELECT ville, fuseau, session_user::text FROM voirie.territoire");
  // A service keeps what a data source cannot say, such as certificates.
  const std::string named = database_.conninfo();
  const std::string place = named.starts_with("service=") ? named : place_of(connection);
  const std::string login = login_place(cluster, login_, connection);
  const auto zone = territory.get<std::string>(0, 1);
  make_folders(publication);
  auto gate = make_project(publication, {{"source", place},
                                         {"person", territory.get<std::string>(0, 2)},
                                         {"city", territory.get<std::string>(0, 0)},
                                         {"zone", zone},
                                         {"url", url_},
                                         {"metadata", data_folder("metadata").string()},
                                         {"styles", data_folder("styles").string()}});
  gate.update({{"login", login}, {"person", place}, {"zone", zone}});
  write_file(publication.file("portail.json"), gate.dump(1) + "\n");
  const WebConfiguration web = web_configuration(publication, cluster, zone);
  write_file(publication.file("publication.json"), nlohmann::json{{"web", web}}.dump(1) + "\n");
  write_web(publication, web);
  console.result(
      {{"directory", publication.directory().string()}, {"url", url_}, {"layers", gate["layers"]}},
      fmt::format("Published in {}. Run it here with `cortege serve --dir {}`, or put nginx/site.conf into "
                  "the site's nginx.",
                  publication.directory().string(), publication.directory().string()));
}

WebConfiguration Publish::web_configuration(const Publication &publication,
                                            const std::optional<Cluster> &cluster,
                                            const std::string &zone) const {
  const fs::path tls = publication.file("tls");
  const char *service_file = std::getenv("PGSERVICEFILE");
  return {publication.directory(),
          viewer_folder(publication),
          url_,
          cluster ? cluster->web_account() : own_account().name,
          zone,
          service_file == nullptr ? "" : service_file,
          certificate_.empty() ? tls / "server.crt" : fs::absolute(certificate_),
          certificate_.empty() ? tls / "server.key" : fs::absolute(key_),
          authority_.empty() ? tls / "ca.crt" : fs::absolute(authority_),
          revocations_.empty() ? fs::path() : fs::absolute(revocations_),
          openid_};
}

} // namespace cortege::cli
