#include "cli/watch.hpp"

#include "cli/console.hpp"

namespace cortege::cli {

using namespace std::chrono_literals;

Watch::Watch(pg::Connection connection, const std::filesystem::path &logs)
    : connection_(std::move(connection)), logs_(logs) {
  connection_.listen("cortege");
}

void Watch::on_identities(std::string account, Identities written) {
  account_ = std::move(account);
  written_ = std::move(written);
}

bool Watch::due(Clock::time_point &next, Clock::duration period) {
  const auto now = Clock::now();
  if (now < next)
    return false;
  next = now + period;
  return true;
}

Watch::Round Watch::round() {
  Round done;
  done.closed = connection_.exec("SELECT habilitation.veiller()").value<int>();
  write_identities();
  if (due(next_reads_, 1min)) {
    end_convention();
    done.reads = logs_.take_reads(connection_);
  }
  if (due(next_purge_, 1h))
    done.purged = connection_.exec("SELECT coalesce(sum(lignes), 0)::bigint FROM convention.purger()")
                      .value<long long>();
  return done;
}

/// The convention's end closes accounts even if nobody types `convention end`.
void Watch::end_convention() {
  connection_.exec("SELECT convention.constater()");
  connection_.exec("SELECT convention.finir() FROM convention.etat() WHERE etat = 'terminée'");
}

void Watch::write_identities() {
  if (!written_)
    return;
  const auto lines = connection_
                         .exec("SELECT coalesce(string_agg(l, E'\\n'), '')"
                               " FROM habilitation.lignes_pg_ident('cortege_viewers', $1) l",
                               account_)
                         .value<std::string>();
  if (lines == identities_)
    return;
  written_(lines);
  connection_.exec("SELECT pg_reload_conf()");
  identities_ = lines;
}

void Watch::rest(std::chrono::seconds duration) {
  const auto end = Clock::now() + duration;
  while (Clock::now() < end) {
    stop_if_interrupted();
    for (const pg::Notification &heard : connection_.notifications(200ms))
      if (heard.payload == "habilitation.acte")
        return;
  }
}

} // namespace cortege::cli
