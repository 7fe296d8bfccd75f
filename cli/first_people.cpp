#include "cli/first_people.hpp"

namespace cortege::cli {

void FirstPeople::declare(CLI::App &app, bool required) {
  auto *dga =
      app.add_option("--dga", dga_,
                     "Login, family name and first name of the first Directeur Général Adjoint à la Sécurité")
          ->expected(3)
          ->required(required);
  auto *validator =
      app.add_option("--validator", validator_, "The same of the first who validates for the Préfecture")
          ->expected(3)
          ->required(required);
  dga->needs(validator);
  validator->needs(dga);
}

bool FirstPeople::create(pg::Connection &connection) const {
  const bool there = connection.exec("SELECT EXISTS (SELECT FROM habilitation.acte)").value<bool>();
  if (there || dga_.empty())
    return there;
  connection.exec("SELECT habilitation.amorcer($1, $2, $3, $4, $5, $6)", dga_[0], dga_[1], dga_[2],
                  validator_[0], validator_[1], validator_[2]);
  return true;
}

std::string FirstPeople::hint() {
  return "Nobody can grant rights yet: name the first DGA and validator with `cortege habilitation first`.";
}

} // namespace cortege::cli
