#pragma once

#include "cli/audit_log.hpp"
#include "providers/pg/connection.hpp"

#include <chrono>
#include <functional>
#include <string>

namespace cortege::cli {

/// What must hold without anyone typing: accounts follow the clock, the convention's end closes the
/// Préfecture's access, reads reach the record, what is past its retention goes.
class Watch {
public:
  struct Round {
    int closed = 0;       ///< accounts
    long long reads = 0;  ///< taken into the record
    long long purged = 0; ///< rows
  };
  /// Called with the lines of pg_ident.conf that let the web server's account become a person, when they
  /// change.
  using Identities = std::function<void(const std::string &lines)>;

  /// `logs`: folder of the server's logs on this machine; empty when there is none.
  Watch(pg::Connection connection, const std::filesystem::path &logs);
  void on_identities(std::string account, Identities written);

  /// Applies the clock; every minute takes reads in, every hour purges. The first round does all.
  Round round();
  /// Waits this long, or until an act of habilitation is signed. Throws engine::Cancelled when interrupted.
  void rest(std::chrono::seconds duration);

private:
  using Clock = std::chrono::steady_clock;
  static bool due(Clock::time_point &next, Clock::duration period);
  void end_convention();
  void write_identities();

  pg::Connection connection_;
  LogFolder logs_;
  std::string account_;
  Identities written_;
  std::string identities_ = "?"; // none written yet
  Clock::time_point next_reads_{}, next_purge_{};
};

} // namespace cortege::cli
