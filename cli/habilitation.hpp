#pragma once

#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/first_people.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace cortege::cli {

// The habilitation procedure (articles 4, 6 and 7 of the convention). Each command connects as the person who
// acts: the database signs the act with that session's login and decides whether it may be done.

/// `habilitation first`: the first DGA and the first validator of the Préfecture, by whoever deploys.
class HabilitationFirst : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
  FirstPeople first_;
};

/// `habilitation authorize` and `withdraw`: police services, by name (article 7).
class HabilitationService : public Command {
public:
  explicit HabilitationService(bool authorized) : authorized_(authorized) {}
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  bool authorized_;
  DatabaseOptions database_;
  std::string service_, reason_;
};

/// `habilitation register`: a person, under a login that does not tell their name.
class HabilitationRegister : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
  std::string login_, name_, first_name_, organisation_, service_, function_;
};

/// `habilitation request`: profile, perimeter, purpose and dates for a registered person.
class HabilitationRequest : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  std::string unit_ids(pg::Connection &connection) const;

  DatabaseOptions database_;
  std::string login_, profile_, purpose_, from_, to_;
  std::vector<std::string> units_, kinds_, sources_;
};

/// One signed act on a numbered habilitation: validate, grant, refuse, suspend, resume, revoke.
class HabilitationAct : public Command {
public:
  struct Act {
    const char *verb;      ///< of the command line
    const char *statement; ///< SQL with the number as $1 and the reason as $2
    const char *done;      ///< "granted"
    bool reason_required;
    bool ends_sessions;
  };
  explicit HabilitationAct(const Act &act) : act_(act) {}
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  Act act_;
  DatabaseOptions database_;
  int number_ = 0;
  std::string reason_;
};

/// `habilitation password`: someone's new password, set by their party, or one's own.
class HabilitationPassword : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
  std::string login_;
  std::filesystem::path file_;
};

/// `habilitation list`: the list at any date, as text, JSON or the PDF both parties sign.
class HabilitationList : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
  std::string at_;
  bool all_ = false;
  std::filesystem::path pdf_;
};

/// Registers `habilitation …`.
void register_habilitation(Program &program);

} // namespace cortege::cli
