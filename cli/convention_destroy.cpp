#include "cli/convention_destroy.hpp"

#include "cli/destruction.hpp"

#include <fmt/format.h>

namespace cortege::cli {

void ConventionDestroy::declare(CLI::App &app) {
  app.add_option("--backup", beyond_,
                 "A backup that `db backup` did not make, or a key, to wipe; repeatable");
  app.add_option(
      "--markers", markers_,
      "Where the texts to look for afterwards are kept until the end (default: destruction.marqueurs)");
  app.add_option(
      "--markers-lost", markers_lost_,
      "Why that file is gone for good: nothing can then be looked for, and the certificate says so");
  app.add_flag("--one-step", one_step_, "Stop after the next step");
  database_.declare(app);
  examples(app, {"cortege convention destroy --service dga           # the city's person orders",
                 "cortege convention destroy --service validateur    # the Préfecture's person orders",
                 "cortege convention destroy --backup /srv/cortege.dump   # the operator executes"});
}

void ConventionDestroy::run(Console &console) {
  pg::Connection connection = database_.connect();
  if (!connection.exec("SELECT pg_has_role(session_user, 'cortege_proprietaire', 'MEMBER')").value<bool>())
    return order(console, connection);

  Destruction destruction(connection, {markers_, markers_lost_, beyond_, one_step_});
  const int executed = destruction.run(console.progress("destroy"));
  console.result(
      {{"executed", executed}, {"complete", destruction.complete()}},
      destruction.complete()
          ? fmt::format("{} steps done; nothing is left to destroy here. Print the certificate: cortege "
                        "convention certificate.",
                        executed)
          : fmt::format("{} steps done; run this again for the rest.", executed));
}

void ConventionDestroy::order(Console &console, pg::Connection &connection) const {
  const auto state = connection.exec("SELECT convention.ordonner_destruction()").value<std::string>();
  console.result({{"order", state}},
                 state == "prête" ? "Both parties ordered the destruction: the operator may execute it."
                                  : "Your order is recorded; the other party's is awaited.");
}

} // namespace cortege::cli
