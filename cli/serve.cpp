#include "cli/serve.hpp"

#include "cli/paths.hpp"
#include "cli/ports.hpp"
#include "cli/publication.hpp"
#include "cli/supervisor.hpp"
#include "cli/web_configuration.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <thread>
#include <utility>

namespace fs = std::filesystem;

namespace cortege::cli {

namespace {

using namespace std::chrono_literals;

volatile std::sig_atomic_t reload_asked = 0;

fs::path installed(const char *place, const char *package) {
  if (!fs::exists(place))
    throw Error(fmt::format("{} is missing: install it (apt install {}).", place, package));
  return place;
}

fs::path program_folder() {
  return fs::read_symlink("/proc/self/exe").parent_path();
}

Account account_named(const std::string &name) {
  if (geteuid() != 0)
    return own_account();
  const auto account = find_account(name);
  if (!account)
    throw Error(fmt::format("this machine has no account {}: publish again.", name));
  return *account;
}

void make_run_folder(const Publication &publication, const Account &account) {
  for (const char *folder : {"run", "run/tmp", "run/home"}) {
    fs::create_directories(publication.file(folder));
    fs::permissions(publication.file(folder), fs::perms::owner_all);
    if (geteuid() == 0 && chown(publication.file(folder).c_str(), account.uid, account.gid) != 0)
      throw Error(fmt::format("cannot give {} to {}.", publication.file(folder).string(), account.name));
  }
}

/// QGIS Server's whole environment: what this shell holds (PGUSER, proxies…) must not reach it.
std::vector<std::string> maps_environment(const Publication &publication, const std::string &zone) {
  const std::string home = publication.file("run/home").string();
  std::vector<std::string> all{
      "PATH=/usr/bin:/bin", "LANG=fr_FR.UTF-8", "LC_ALL=C.UTF-8", "TZ=" + zone, "HOME=" + home,
      "QGIS_OPTIONS_PATH=" + home, "QGIS_AUTH_DB_DIR_PATH=" + home, "QT_QPA_PLATFORM=offscreen",
      "QGIS_SERVER_LOG_STDERR=1", "QGIS_SERVER_LOG_LEVEL=2", "QGIS_SERVER_PARALLEL_RENDERING=1",
      "QGIS_SERVER_MAX_THREADS=2", "QGIS_SERVER_IGNORE_BAD_LAYERS=0",
      "QGIS_SERVER_ALLOWED_EXTRA_SQL_TOKENS=to_datetime,to_interval,-",
      "QGIS_SERVER_OVERRIDE_SYSTEM_LOCALE=fr_FR", "QGIS_SERVER_WMS_MAX_WIDTH=4096",
      "QGIS_SERVER_WMS_MAX_HEIGHT=4096",
      // Images stay with the process instead of going back to the system at each map:
      // 31 ms of CPU for a map of 2 000 symbols, 69 without (docs/benchmarks.md).
      "MALLOC_MMAP_THRESHOLD_=33554432", "MALLOC_TRIM_THRESHOLD_=134217728", "MALLOC_ARENA_MAX=2"};
  const fs::path prefix = program_folder().parent_path() / "prefix";
  if (fs::is_directory(prefix / "lib/qgis/plugins"))
    all.push_back("QGIS_PREFIX_PATH=" + prefix.string());
  for (const char *name : {"PGSERVICEFILE", "PGSYSCONFDIR"})
    if (const char *value = std::getenv(name); value != nullptr)
      all.push_back(fmt::format("{}={}", name, value));
  return all;
}

std::vector<std::string> gate_environment() {
  std::vector<std::string> all{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"};
  for (const char *name : {"PGSERVICEFILE", "PGSYSCONFDIR"})
    if (const char *value = std::getenv(name); value != nullptr)
      all.push_back(fmt::format("{}={}", name, value));
  return all;
}

void refuse_taken(int port) {
  if (port_answers(port))
    throw Error(fmt::format(
        "port {} of this machine is taken by another program: choose another with --port.", port));
}

void wait_a_moment() {
  stop_if_interrupted();
  std::this_thread::sleep_for(50ms);
}

void listen_for_reload() {
  struct sigaction action = {};
  action.sa_handler = [](int) { reload_asked = 1; };
  sigaction(SIGHUP, &action, nullptr);
}

/// nginx takes its new files by itself; the others are ended one after the other and come back. A request
/// that one of them was answering is given to another by nginx.
void reload(Supervisor &supervisor, std::size_t processes) {
  supervisor.signal(processes + 1, SIGHUP);
  for (std::size_t i = 0; i <= processes; ++i) {
    supervisor.signal(i, SIGTERM);
    for (int moment = 0; moment < 10; ++moment) {
      wait_a_moment();
      supervisor.round();
    }
  }
}

int port_of(const std::string &url) {
  const auto colon = url.rfind(':');
  return colon > url.find("://") ? std::atoi(url.c_str() + colon + 1) : 443;
}

} // namespace

void Serve::declare(CLI::App &app) {
  app.add_option("--dir", directory_, "Directory that `cortege publish` made")->required();
  app.add_option("--port", port_, "Loopback port (default: that of the public address)")
      ->check(CLI::Range(1, 65535));
  app.add_option("--processes", processes_,
                 "Processes of QGIS Server (default: one for each processor, two at least)")
      ->check(CLI::Range(1, 64));
  examples(app, {"cortege serve --dir /srv/cortege-web",
                 "cortege serve --dir /srv/cortege-web --port 8444 --processes 4",
                 "kill -HUP PID   # new project and configuration, without losing a request"});
}

void Serve::run(Console &console) {
  const Publication publication(directory_);
  if (!publication.made())
    throw Error(fmt::format("nothing is published in {}: run `cortege publish --dir {}`.",
                            publication.directory().string(), publication.directory().string()));
  const auto made = nlohmann::json::parse(read_file(publication.file("publication.json")));
  const auto web = made.at("web").get<WebConfiguration>();
  const Account account = account_named(web.account);
  const int port = port_ != 0 ? port_ : port_of(web.url);
  const int processes =
      processes_ != 0 ? processes_ : static_cast<int>(std::max(2U, std::thread::hardware_concurrency()));
  make_run_folder(publication, account);
  write_file(publication.file("nginx/serveur.conf"), web.whole(port));

  const ListeningSocket gate_socket(publication.gate_socket(), account);
  const ListeningSocket maps_socket(publication.maps_socket(), account);
  const Account self = own_account();
  std::vector<Kept> programs(static_cast<std::size_t>(processes),
                             {{installed("/usr/lib/cgi-bin/qgis_mapserv.fcgi", "qgis-server-bin")},
                              maps_environment(publication, web.zone),
                              account,
                              maps_socket.descriptor(),
                              publication.file("run/qgis.log")});
  programs.push_back({{program_folder() / "cortege-gate", publication.file("portail.json")},
                      gate_environment(),
                      account,
                      gate_socket.descriptor(),
                      publication.file("run/portail.log")});
  programs.push_back({{installed("/usr/sbin/nginx", "nginx"), "-c", publication.file("nginx/serveur.conf"),
                       "-e", publication.file("run/nginx.log")},
                      gate_environment(),
                      self,
                      -1,
                      publication.file("run/nginx.log")});
  const std::string url = fmt::format("https://{}:{}", web.host(), port);
  refuse_taken(port);
  run_or_throw({{"/usr/sbin/nginx", "-t", "-q", "-c", publication.file("nginx/serveur.conf"), "-e",
                 publication.file("run/nginx.log")},
                {},
                {}},
               "checking nginx's configuration");
  Supervisor supervisor(std::move(programs));
  for (supervisor.round(); !port_answers(port); supervisor.round())
    wait_a_moment();
  console.result(
      {{"url", url}, {"authority", web.authority.string()}, {"processes", processes}},
      fmt::format("{}  (Ctrl-C ends it; certificates are signed by {})", url, web.authority.string()));
  listen_for_reload();
  for (; !interrupted(); std::this_thread::sleep_for(50ms)) {
    supervisor.round();
    if (std::exchange(reload_asked, 0) != 0)
      reload(supervisor, static_cast<std::size_t>(processes));
  }
}

} // namespace cortege::cli
