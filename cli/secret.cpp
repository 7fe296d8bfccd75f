#include "cli/secret.hpp"

#include "cli/console.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <iostream>
#include <memory>
#include <random>

namespace cortege::cli {

namespace {

/// What is typed is not shown until this ends.
class HiddenTyping {
public:
  HiddenTyping() {
    tcgetattr(STDIN_FILENO, &before_);
    termios hidden = before_;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
  }
  ~HiddenTyping() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }
  HiddenTyping(const HiddenTyping &) = delete;
  HiddenTyping &operator=(const HiddenTyping &) = delete;

  std::string ask(const char *prompt) {
    std::cerr << prompt << std::flush;
    std::string line;
    std::getline(std::cin, line);
    std::cerr << '\n';
    return line;
  }

private:
  termios before_{};
};

} // namespace

std::string random_password() {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  constexpr std::size_t length = 24;
  std::random_device device;
  std::string password;
  for (std::size_t i = 0; i < length; ++i)
    password += alphabet[device() % alphabet.size()]; // 64 divides the device's range: no bias
  return password;
}

std::string scram_verifier(const pg::Connection &connection, const std::string &login,
                           const std::string &password) {
  const std::unique_ptr<char, decltype(&PQfreemem)> made(
      PQencryptPasswordConn(connection.raw(), password.c_str(), login.c_str(), "scram-sha-256"), &PQfreemem);
  if (!made)
    throw pg::Error::from(connection.raw());
  return made.get();
}

std::string read_password() {
  constexpr std::size_t shortest = 12;
  std::string password;
  if (isatty(STDIN_FILENO) != 0) {
    HiddenTyping typing;
    password = typing.ask("New password: ");
    if (typing.ask("Again: ") != password)
      throw Error("the two passwords differ: nothing was changed.");
  } else {
    std::getline(std::cin, password);
  }
  if (password.size() < shortest)
    throw Error(fmt::format("a password has at least {} characters: nothing was changed.", shortest));
  return password;
}

void write_secret(const std::filesystem::path &file, const std::string &secret) {
  const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0)
    throw Error(fmt::format("{} cannot be made: a new file is needed, so that nobody reads an old one's.",
                            file.string()));
  const std::string line = secret + "\n";
  const bool written = write(descriptor, line.data(), line.size()) == static_cast<ssize_t>(line.size());
  if (close(descriptor) != 0 || !written)
    throw Error(fmt::format("{} cannot be written: the disk may be full.", file.string()));
}

} // namespace cortege::cli
