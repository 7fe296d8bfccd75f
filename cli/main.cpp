#include "cli/command.hpp"

#include <unistd.h>

#include <iostream>

int main(int argc, char **argv) {
  cortege::cli::watch_interruption();
  cortege::cli::Program program("cortege", CORTEGE_VERSION);
  cortege::cli::register_commands(program);
  return program.execute({argv + 1, argv + argc}, std::cout, std::cerr, isatty(STDERR_FILENO) != 0);
}
