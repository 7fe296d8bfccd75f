#pragma once

#include "cli/command.hpp"
#include "cli/database.hpp"

#include <string>

namespace cortege::cli {

/// The acts of the convention's life. Each is signed with the session's account by the database, which alone
/// decides who may; these commands only carry the words.

/// `convention start --notified DATE`.
class ConventionStart : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
  std::string notified_;
  bool demonstration_ = false;
};

/// `convention notice --received DATE`: one party denounces; the end is two months after the letter arrived.
class ConventionNotice : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
  std::string received_;
};

/// `convention visa`: the archives' visa, a reminder, or the decision to destroy without it.
class ConventionVisa : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
  std::string granted_, reminded_, without_;
};

/// `convention end`: once the clock says it is over, the Préfecture's and police services' accounts are
/// closed.
class ConventionEnd : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
};

/// `convention amendment`: opens or closes the avenant under which the nature of the data may change.
class ConventionAmendment : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
  std::string open_, close_, subject_, study_, told_city_, told_prefecture_;
};

/// `convention acknowledge`: a data-protection officer has read of avenants and changes of nature (articles
/// 3, 10).
class ConventionAcknowledge : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
};

/// `convention purge`: what is past its retention goes, by source and kind; meant to run once a day.
class ConventionPurge : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
};

/// `convention advance`: moves the clock of a demonstration database.
class ConventionAdvance : public Command {
public:
  void declare(CLI::App &app) override;
  void run(Console &console) override;

private:
  DatabaseOptions database_;
  std::string duration_;
};

} // namespace cortege::cli
