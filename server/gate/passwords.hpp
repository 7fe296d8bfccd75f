#pragma once

#include "server/gate/attempts.hpp"

#include <array>
#include <chrono>
#include <map>
#include <mutex>
#include <string>

namespace cortege::gate {

/// HTTP Basic by a login to PostgreSQL: the password is right if the server, which asked for it, took it.
/// A right one is remembered for a minute as a keyed digest, so that a map's tiles do not cost a login each;
/// whether the person may see anything is asked at each request, elsewhere. Thread-safe.
class Passwords {
public:
  /// conninfo: a connection on which the server asks for a password.
  explicit Passwords(std::string conninfo);

  /// The login that the header proves. Throws Refusal: 401 (no header, wrong), 403 (right, but the account is
  /// closed), 429 (too many failures), 503 (the database does not answer).
  std::string login(const std::string &authorization, const std::string &address);

private:
  using Clock = std::chrono::steady_clock;
  using Digest = std::array<unsigned char, 32>;
  struct Proven {
    Digest digest;
    Clock::time_point until;
  };

  Digest digest(const std::string &login, const std::string &password) const;
  bool remembered(const std::string &login, const Digest &digest);
  void slow(const std::string &login, const std::string &address);
  void try_login(const std::string &login, const std::string &password) const;

  const std::string conninfo_;
  std::array<unsigned char, 32> secret_{};
  Attempts by_login_{5, std::chrono::minutes(5)};
  Attempts by_address_{30, std::chrono::minutes(5)};
  std::mutex mutex_;
  std::map<std::string, Proven> proven_;
};

} // namespace cortege::gate
