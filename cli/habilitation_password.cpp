#include "cli/habilitation.hpp"
#include "cli/secret.hpp"
#include "providers/pg/quote.hpp"

#include <fmt/format.h>

namespace cortege::cli {

void HabilitationPassword::declare(CLI::App &app) {
  app.add_option("LOGIN", login_, "A person of your party (default: yourself)");
  app.add_option("--new-file", file_,
                 "Make a random password and write it into this new file, to be handed over (default: the "
                 "password is typed, or is the first line of standard input)");
  database_.declare(app);
  examples(app, {"cortege habilitation password pp_a12 --new-file remise_a12.txt",
                 "cortege habilitation password  # change one's own, typed unseen"});
}

void HabilitationPassword::run(Console &console) {
  pg::Connection connection = database_.connect();
  const auto self = connection.exec("SELECT session_user::text").value<std::string>();
  const std::string login = login_.empty() ? self : login_;
  const std::string password = file_.empty() ? read_password() : random_password();
  const std::string verifier = scram_verifier(connection, login, password);
  // The file comes first: a password set and then lost would lock the person out.
  if (!file_.empty())
    write_secret(file_, password);
  try {
    if (login == self)
      connection.exec(fmt::format("ALTER ROLE CURRENT_USER PASSWORD {}", pg::quote_literal(verifier)));
    else
      connection.exec("SELECT habilitation.poser_secret($1, $2)", login, verifier);
  } catch (...) {
    std::error_code ignored;
    if (!file_.empty())
      std::filesystem::remove(file_, ignored);
    throw;
  }
  console.result({{"login", login}, {"file", file_.string()}},
                 file_.empty()
                     ? fmt::format("The password of {} is changed.", login)
                     : fmt::format("The new password of {} is in {}: hand it over, then destroy the file.",
                                   login, file_.string()));
}

} // namespace cortege::cli
