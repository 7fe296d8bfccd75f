#include "server/gate/passwords.hpp"

#include "providers/pg/connection.hpp"
#include "providers/pg/wait.hpp"
#include "server/gate/answer.hpp"
#include "server/gate/request.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <algorithm>
#include <thread>

namespace cortege::gate {
namespace {

constexpr std::chrono::seconds proof_lasts(60);
constexpr std::chrono::milliseconds failure_takes(500);
constexpr std::size_t longest_password = 200;

[[noreturn]] void nobody() {
  throw Refusal(401, "AuthenticationRequired", "Identifiant ou mot de passe absent ou inconnu.");
}

std::string from_base64(const std::string &text) {
  if (text.empty() || text.size() % 4 != 0 || text.size() > 1000)
    nobody();
  std::string plain(text.size() / 4 * 3, '\0');
  const int length =
      EVP_DecodeBlock(reinterpret_cast<unsigned char *>(plain.data()),
                      reinterpret_cast<const unsigned char *>(text.data()), static_cast<int>(text.size()));
  if (length < 0)
    nobody();
  const auto padding = static_cast<std::size_t>(std::count(text.end() - 2, text.end(), '='));
  plain.resize(static_cast<std::size_t>(length) - padding);
  return plain;
}

struct Credentials {
  std::string login, password;
};

Credentials read(const std::string &authorization) {
  constexpr std::string_view scheme = "basic ";
  const bool basic = authorization.size() > scheme.size()
                     && std::equal(scheme.begin(), scheme.end(), authorization.begin(),
                                   [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
  if (!basic)
    nobody();
  const std::string pair = from_base64(authorization.substr(scheme.size()));
  const auto colon = pair.find(':');
  if (colon == std::string::npos || pair.find('\0') != std::string::npos)
    nobody();
  Credentials given{pair.substr(0, colon), pair.substr(colon + 1)};
  if (!is_login(given.login) || given.password.empty() || given.password.size() > longest_password)
    nobody();
  return given;
}

/// libpq gives no SQLSTATE for a refused connection. PostgreSQL says this only after the password was right;
/// in another language the answer is 401, which shows nothing either.
bool closed_account(const std::string &message) {
  return message.find("is not permitted to log in") != std::string::npos
         || message.find("n'est pas autorisé à se connecter") != std::string::npos;
}

} // namespace

Passwords::Passwords(std::string conninfo) : conninfo_(std::move(conninfo)) {
  if (RAND_bytes(secret_.data(), static_cast<int>(secret_.size())) != 1)
    throw std::runtime_error("the system gives no random numbers.");
}

Passwords::Digest Passwords::digest(const std::string &login, const std::string &password) const {
  const std::string text = login + '\0' + password;
  Digest made{};
  unsigned int length = 0;
  HMAC(EVP_sha256(), secret_.data(), static_cast<int>(secret_.size()),
       reinterpret_cast<const unsigned char *>(text.data()), text.size(), made.data(), &length);
  return made;
}

bool Passwords::remembered(const std::string &login, const Digest &digest) {
  const std::lock_guard lock(mutex_);
  const auto found = proven_.find(login);
  return found != proven_.end() && found->second.until > Clock::now()
         && CRYPTO_memcmp(found->second.digest.data(), digest.data(), digest.size()) == 0;
}

void Passwords::slow(const std::string &login, const std::string &address) {
  const auto wait = std::max(by_login_.wait(login), by_address_.wait(address));
  if (wait.count() > 0)
    throw Refusal(429, "TooManyAttempts", "Trop d'essais manqués : attendre avant de réessayer.",
                  static_cast<int>(wait.count()));
}

void Passwords::try_login(const std::string &login, const std::string &password) const {
  pg::ConnectOptions options;
  options.application_name = "cortege gate login";
  options.timeout = patience;
  options.keywords = {{"user", login}, {"password", password}, {"passfile", "/dev/null"}};
  try {
    const pg::Connection connection(conninfo_, options);
    // A server that let this person in without asking (trust, peer) has proven nothing.
    if (PQconnectionUsedPassword(connection.raw()) == 0)
      throw Refusal(503, "NoApplicableCode",
                    "Le serveur ne vérifie pas les mots de passe : prévenir l'administrateur.");
  } catch (const pg::Error &error) {
    if (closed_account(error.what()))
      throw Refusal(403, "Forbidden", "Votre compte est fermé : aucune habilitation en cours.");
    if (error.password_refused() || (!error.timed_out() && pg::accepts_connections(conninfo_, patience)))
      nobody();
    unanswered();
  }
}

std::string Passwords::login(const std::string &authorization, const std::string &address) {
  const auto [login, password] = read(authorization);
  const Digest proof = digest(login, password);
  if (remembered(login, proof))
    return login;
  slow(login, address);
  const auto start = Clock::now();
  try {
    try_login(login, password);
  } catch (const Refusal &refusal) {
    if (refusal.status == 401) {
      by_login_.failed(login);
      by_address_.failed(address);
      std::this_thread::sleep_until(
          start + failure_takes); // the same for a login that exists and one that does not
    }
    throw;
  }
  by_login_.succeeded(login);
  const std::lock_guard lock(mutex_);
  proven_.insert_or_assign(login, Proven{proof, Clock::now() + proof_lasts});
  return login;
}

} // namespace cortege::gate
